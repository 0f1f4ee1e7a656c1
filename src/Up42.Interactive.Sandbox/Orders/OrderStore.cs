namespace Up42.Interactive.Sandbox;

/// <summary>The account's orders.</summary>
internal sealed class OrderStore(SandboxState state)
{
    public IReadOnlyList<OrderPlan> Orders { get; } = [.. SeedOrders.Create(state.Started)];

    public OrderPlan? Find(string id) => Orders.FirstOrDefault(order => order.Id == id);
}
