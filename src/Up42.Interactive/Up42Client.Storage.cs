namespace Up42.Interactive;

public sealed partial class Up42Client
{
    private const int MaxPageSize = 100;

    /// <summary>The account's storage on today's platform.</summary>
    /// <exception cref="Up42Exception">A project has logged in; today's platform takes an account.</exception>
    public Up42Storage Storage => new(Platform.Stac);

    /// <summary>Gets an order. One request.</summary>
    /// <param name="id">The order's id.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the order does not exist.</exception>
    /// <exception cref="Up42Exception">A project has logged in; today's platform takes an account.</exception>
    public async Task<Order> GetOrderAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        var platform = Platform;
        return new Order(platform, await platform.Orders.GetAsync(id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Gets orders of the account's workspace, the newest first. One request for each page.</summary>
    /// <param name="statuses">Orders that are in one of these statuses; null: in any.</param>
    /// <param name="type"><c>ARCHIVE</c> or <c>TASKING</c>; null: both.</param>
    /// <param name="name">A part of the name; null: any.</param>
    /// <param name="tags">Orders that have one of these tags; null: any.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="Up42Exception">A project has logged in; today's platform takes an account.</exception>
    public async Task<OrderList> GetOrdersAsync(
        IEnumerable<OrderStatus>? statuses = null,
        string? type = null,
        string? name = null,
        IEnumerable<string>? tags = null,
        int limit = 500,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        (string, string?)[] query =
        [
            ("sort", "createdAt,desc"),
            ("workspaceId", WorkspaceId),
            ("displayName", name),
            ("type", type),
            ("tags", Join(tags)),
            ("status", Join(statuses?.Select(status => status.Value))),
        ];
        var (platform, failures) = (Platform, new List<JobFailure>());
        var orders = await platform.Orders.ListAsync(query, failures, cancellationToken).DistinctBy(info => info.Id).Take(limit)
            .Select(info => new Order(platform, info)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new OrderList(orders, failures);
    }
}
