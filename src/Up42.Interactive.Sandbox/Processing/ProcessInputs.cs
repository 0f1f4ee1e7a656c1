namespace Up42.Interactive.Sandbox;

/// <summary>What a process is run with.</summary>
/// <param name="Title">The name of its result.</param>
/// <param name="Item">The item, or the source of a pair.</param>
internal sealed record ProcessInputs(string Title, StacItem Item)
{
    public StacItem? Reference { get; init; }

    /// <summary>1, only what differs much, to 5.</summary>
    public int Sensitivity { get; init; } = 2;

    /// <summary>How much of each band the panchromatic one sees; empty: the same of each.</summary>
    public IReadOnlyDictionary<string, double> GreyWeights { get; init; } = new Dictionary<string, double>();
}
