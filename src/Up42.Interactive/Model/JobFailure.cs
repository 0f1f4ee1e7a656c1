namespace Up42.Interactive;

/// <summary>One job's failure in an operation over many; the others went on.</summary>
/// <param name="JobId">The job's id; for a job that was not started, which of the inputs it was.</param>
/// <param name="Error">Why.</param>
public sealed record JobFailure(string JobId, Exception Error)
{
    /// <summary>Both in one line.</summary>
    public override string ToString() => SingleLine.Format($"{JobId}: {Error.Message}");
}
