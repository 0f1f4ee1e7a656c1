using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>
/// The status of a job or a job task, as the server names it. The known ones are members of this type; one that is not
/// known is carried through unchanged.
/// </summary>
[JsonConverter(typeof(JobStatusConverter))]
public readonly struct JobStatus : IEquatable<JobStatus>
{
    private readonly string? _value;

    /// <summary>A status by its name on the wire.</summary>
    /// <param name="value">For example <c>RUNNING</c>; case does not matter.</param>
    public JobStatus(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Trim();
    }

    /// <summary>Accepted, but not yet in the queue.</summary>
    public static JobStatus NotStarted { get; } = new("NOT STARTED");

    /// <summary>In the queue.</summary>
    public static JobStatus Pending { get; } = new("PENDING");

    /// <summary>At work.</summary>
    public static JobStatus Running { get; } = new("RUNNING");

    /// <summary>Asked to stop, and stopping.</summary>
    public static JobStatus Canceling { get; } = new("CANCELLING");

    /// <summary>Stopped on request.</summary>
    public static JobStatus Canceled { get; } = new("CANCELLED");

    /// <summary>Ended without results; the logs say why.</summary>
    public static JobStatus Failed { get; } = new("FAILED");

    /// <summary>Ended by an error of the platform.</summary>
    public static JobStatus Error { get; } = new("ERROR");

    /// <summary>Ended with results.</summary>
    public static JobStatus Succeeded { get; } = new("SUCCEEDED");

    /// <summary>The name on the wire; <c>UNKNOWN</c> where the server gave none.</summary>
    public string Value => _value ?? "UNKNOWN";

    /// <summary>Whether the job ended with results.</summary>
    public bool IsSucceeded => this == Succeeded;

    /// <summary>Whether the job ended, with or without results, and will not change any more.</summary>
    public bool IsTerminal => IsSucceeded || IsFailed || this == Canceled;

    /// <summary>Whether the job waits, works or stops (<c>CANCELLING</c>).</summary>
    public bool InProgress => this == NotStarted || this == Pending || this == Running || this == Canceling;

    /// <summary>Whether this is one of the eight statuses that UP42 documents.</summary>
    public bool IsKnown => IsTerminal || InProgress;

    internal bool IsFailed => this == Failed || this == Error;

    /// <summary>Whether two statuses are the same; case does not matter.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">Another status.</param>
    public static bool operator ==(JobStatus left, JobStatus right) => left.Equals(right);

    /// <summary>Whether two statuses differ; case does not matter.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">Another status.</param>
    public static bool operator !=(JobStatus left, JobStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(JobStatus other) => Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JobStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>The name on the wire.</summary>
    public override string ToString() => SingleLine.Format(Value);
}
