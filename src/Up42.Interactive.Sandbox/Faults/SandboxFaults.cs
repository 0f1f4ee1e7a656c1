namespace Up42.Interactive;

/// <summary>Which faults the sandbox injects, and how often.</summary>
public sealed record SandboxFaults
{
    /// <summary>The share of requests that go wrong, 0…1.</summary>
    /// <value>The default value is 0.</value>
    public double Rate { get; init; }

    /// <summary>What may happen. Of those that fit a request, the one that happened least is next.</summary>
    /// <value>The default value is every kind.</value>
    public IReadOnlyList<SandboxFault> Kinds { get; init; } = Enum.GetValues<SandboxFault>();

    /// <summary>The time that <c>Retry-After</c> asks for.</summary>
    /// <value>The default value is 2 seconds.</value>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How late a slow answer is.</summary>
    /// <value>The default value is 5 seconds.</value>
    public TimeSpan Slowness { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Chance.</summary>
    /// <value>The default value is 1.</value>
    public int Seed { get; init; } = 1;
}
