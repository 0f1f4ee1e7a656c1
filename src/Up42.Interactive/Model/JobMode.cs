using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>How a job was run: for real, or as a test that costs nothing and orders nothing. An unknown mode is carried through.</summary>
[JsonConverter(typeof(JobModeConverter))]
public readonly struct JobMode : IEquatable<JobMode>
{
    private readonly string? _value;

    /// <summary>A mode by its name on the wire.</summary>
    /// <param name="value">For example <c>DRY_RUN</c>; case does not matter.</param>
    public JobMode(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Trim();
    }

    /// <summary>A real run.</summary>
    public static JobMode Default { get; } = new("DEFAULT");

    /// <summary>A test run: it checks the inputs and says what it would find and cost.</summary>
    public static JobMode DryRun { get; } = new("DRY_RUN");

    /// <summary>The name on the wire; <c>DEFAULT</c> where the server gave none.</summary>
    public string Value => _value ?? "DEFAULT";

    /// <summary>Whether this is a test run.</summary>
    public bool IsTest => this == DryRun;

    /// <summary>Whether two modes are the same; case does not matter.</summary>
    /// <param name="left">One mode.</param>
    /// <param name="right">Another mode.</param>
    public static bool operator ==(JobMode left, JobMode right) => left.Equals(right);

    /// <summary>Whether two modes differ; case does not matter.</summary>
    /// <param name="left">One mode.</param>
    /// <param name="right">Another mode.</param>
    public static bool operator !=(JobMode left, JobMode right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(JobMode other) => Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JobMode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>The name on the wire.</summary>
    public override string ToString() => Value;
}
