namespace Up42.Interactive;

/// <summary>
/// The status of a processing job, as the server names it. The known ones are members of this type; one that is not known is carried through
/// unchanged.
/// </summary>
public readonly struct ProcessingStatus : IEquatable<ProcessingStatus>
{
    private readonly string? _value;

    /// <summary>A status by its name on the wire.</summary>
    /// <param name="value">For example <c>running</c>; case does not matter.</param>
    public ProcessingStatus(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Trim();
    }

    /// <summary>Made, and not yet checked.</summary>
    public static ProcessingStatus Created { get; } = new("created");

    /// <summary>The account has accepted the licence.</summary>
    public static ProcessingStatus Licensed { get; } = new("licensed");

    /// <summary>Ended: the account has not accepted the licence.</summary>
    public static ProcessingStatus Unlicensed { get; } = new("unlicensed");

    /// <summary>The inputs are right.</summary>
    public static ProcessingStatus Valid { get; } = new("valid");

    /// <summary>Ended: the inputs are wrong; the errors say why.</summary>
    public static ProcessingStatus Invalid { get; } = new("invalid");

    /// <summary>The credits are there, and it waits for its turn.</summary>
    public static ProcessingStatus Accepted { get; } = new("accepted");

    /// <summary>Ended: it was not taken on, for want of credits for instance.</summary>
    public static ProcessingStatus Rejected { get; } = new("rejected");

    /// <summary>At work.</summary>
    public static ProcessingStatus Running { get; } = new("running");

    /// <summary>It has results; the credits are taken next.</summary>
    public static ProcessingStatus Successful { get; } = new("successful");

    /// <summary>It has failed; the credits are given back next.</summary>
    public static ProcessingStatus Failed { get; } = new("failed");

    /// <summary>Ended with results, and paid.</summary>
    public static ProcessingStatus Captured { get; } = new("captured");

    /// <summary>Ended without results, and not paid.</summary>
    public static ProcessingStatus Released { get; } = new("released");

    /// <summary>The name on the wire; <c>unknown</c> where the server gave none.</summary>
    public string Value => _value ?? "unknown";

    /// <summary>Whether the job has results: <c>successful</c>, or <c>captured</c> after it.</summary>
    public bool IsSucceeded => this == Successful || this == Captured;

    /// <summary>Whether the job will not change any more. <c>successful</c> and <c>failed</c> go on to <c>captured</c> and <c>released</c>.</summary>
    public bool IsTerminal => this == Captured || this == Released || this == Invalid || this == Rejected || this == Unlicensed;

    /// <summary>Whether the job goes on.</summary>
    public bool InProgress =>
        this == Created || this == Licensed || this == Valid || this == Accepted || this == Running || this == Successful || this == Failed;

    /// <summary>Whether this is one of the twelve statuses that UP42 documents.</summary>
    public bool IsKnown => IsTerminal || InProgress;

    internal bool IsFailed => this == Failed || this == Released || this == Invalid || this == Rejected || this == Unlicensed;

    /// <summary>Whether two statuses are the same; case does not matter.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">Another status.</param>
    public static bool operator ==(ProcessingStatus left, ProcessingStatus right) => left.Equals(right);

    /// <summary>Whether two statuses differ; case does not matter.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">Another status.</param>
    public static bool operator !=(ProcessingStatus left, ProcessingStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ProcessingStatus other) => Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProcessingStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>The name on the wire.</summary>
    public override string ToString() => SingleLine.Format(Value);

    internal static ProcessingStatus Parse(string? value) => string.IsNullOrWhiteSpace(value) ? default : new(value);
}
