namespace Up42.Interactive;

/// <summary>What reads of rasters on servers keep to on this thread: who cancels them, and how much may be read while a raster is opened.</summary>
internal static class RemoteReads
{
    [ThreadStatic]
    private static CancellationToken _cancellation;

    [ThreadStatic]
    private static long? _left;

    /// <summary>Cancels the reads of this thread.</summary>
    public static CancellationToken Cancellation => _cancellation;

    /// <summary>Does something whose reads can be canceled.</summary>
    public static void Run(Action action, CancellationToken cancellationToken)
    {
        var outer = _cancellation;
        try
        {
            _cancellation = cancellationToken;
            action();
        }
        finally
        {
            _cancellation = outer;
        }
    }

    /// <summary>Opens a raster: a decoder may look for its facts through a file that has no end.</summary>
    public static T Open<T>(Func<T> open)
    {
        var outer = _left;
        try
        {
            _left = Limits.Default.FetchedBytes;
            return open();
        }
        finally
        {
            _left = outer;
        }
    }

    /// <summary>Counts what is read of a file.</summary>
    /// <exception cref="Up42Exception">Opening it takes more than may be fetched without being asked for.</exception>
    public static void Count(string name, int bytes)
    {
        if (_left is { } left && (_left = left - bytes) < 0)
        {
            throw new Up42Exception(
                $"'{SingleLine.Format(name)}' is not opened where it lies: that takes more than {FileSize.Format(Limits.Default.FetchedBytes)}. Download it.");
        }
    }
}
