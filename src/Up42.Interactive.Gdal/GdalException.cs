namespace Up42.Interactive.Gdal;

/// <summary>GDAL refused or failed, or GDAL itself was not found.</summary>
public sealed class GdalException : Exception
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public GdalException()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">What was attempted and what GDAL said.</param>
    public GdalException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">What was attempted and what GDAL said.</param>
    /// <param name="innerException">The cause.</param>
    public GdalException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True when the native library could not be loaded; the message then says what was tried and how to install it.</summary>
    public bool IsLibraryMissing { get; internal init; }

    /// <summary>The messages GDAL raised during the call, oldest first; each may name a file, a block or a tag.</summary>
    public IReadOnlyList<string> Details { get; internal init; } = [];
}
