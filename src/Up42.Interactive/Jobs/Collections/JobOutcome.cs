namespace Up42.Interactive;

/// <summary>The outcome of a job in an operation over many: a value or an error.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class JobOutcome<T>
{
    private readonly T? _value;

    internal JobOutcome(Job job, T value) => (Job, _value) = (job, value);

    internal JobOutcome(Job job, Exception error) => (Job, Error) = (job, error);

    /// <summary>The job.</summary>
    public Job Job { get; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public Exception? Error { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsOk => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="Up42Exception">There is none; the inner exception says why.</exception>
    public T Value => Error is null ? _value! : throw new Up42Exception($"Job {Job.Id} has no value: {Error.Message}", Error);

    /// <summary>The job's id and its value or error, in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Job.Id}: {(Error is null ? _value : Error.Message)}");
}
