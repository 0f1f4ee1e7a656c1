namespace Up42.Interactive;

/// <summary>An input was left out since those before it took all the work that inputs may cause together.</summary>
internal sealed class WorkExceededException : Up42Exception
{
    public WorkExceededException(string message)
        : base(message)
    {
    }

    /// <summary>Takes some work of the budget that is entered.</summary>
    /// <exception cref="WorkExceededException">There is not that much left.</exception>
    public static void ThrowUnlessTaken(Work kind, long amount)
    {
        if (!WorkBudget.TryTake(kind, amount))
        {
            throw new WorkExceededException(kind switch
            {
                Work.Rows => "with what was read before it, there are more features and properties than are opened together; open it alone.",
                Work.Layers => "with what was read before it, there are more files and layers of features than are opened together; open it alone.",
                _ => "the rasters before it took as much work as all may take together; open it alone.",
            });
        }
    }
}
