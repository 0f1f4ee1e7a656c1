namespace Up42.Interactive.Sandbox;

/// <summary>The orders that are there from the start.</summary>
internal static class SeedOrders
{
    /// <summary>How long after the sandbox's start the last archive order is delivered.</summary>
    public static readonly TimeSpan LateDelivery = TimeSpan.FromMinutes(10);

    public static string IdOf(string name) => StableId.Create("order " + name);
}
