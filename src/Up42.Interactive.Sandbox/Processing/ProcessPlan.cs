namespace Up42.Interactive.Sandbox;

/// <summary>A process that can be run.</summary>
/// <param name="Id">Its name in paths: pansharpening.</param>
/// <param name="Title">What people read.</param>
/// <param name="Description">What it does, one sentence.</param>
/// <param name="Price">Credits for each km².</param>
internal sealed record ProcessPlan(string Id, string Title, string Description, int Price)
{
    /// <summary>Takes a source and a reference, not one item.</summary>
    public bool TakesPair { get; init; }

    /// <summary>Inputs beside the title and the items.</summary>
    public string? Option { get; init; }

    /// <summary>Whether the account has accepted the licence.</summary>
    public bool IsEulaAccepted { get; init; } = true;

    public string EulaId => StableId.Create("eula " + Id);

    /// <summary>What it finds; null: it makes rasters.</summary>
    public DetectionTarget? Target { get; init; }

    /// <summary>The cost for an item.</summary>
    public (int Credits, double Size) Cost(StacItem item)
    {
        var size = Math.Round(item.Grid.Area, 4);
        return (Math.Max(1, (int)Math.Ceiling(size * Price)), size);
    }
}
