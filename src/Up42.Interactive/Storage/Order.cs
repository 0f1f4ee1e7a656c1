using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// An order of imagery: scenes of an archive, or scenes that a satellite is yet to take. The properties show what was last seen and never call
/// the server; the methods do.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Order : IDisplay, ITracked<OrderStatus>
{
    private readonly PlatformApi _api;
    private volatile OrderInfo _info;

    internal Order(PlatformApi api, OrderInfo info) => (_api, _info, SeenAt) = (api, info, api.Connection.Time.GetUtcNow());

    /// <summary>The order's id.</summary>
    public string Id => _info.Id;

    /// <summary>The name given when it was placed.</summary>
    public string? DisplayName => _info.DisplayName;

    /// <summary>The status as last seen.</summary>
    public OrderStatus Status => _info.Status;

    /// <summary><c>ARCHIVE</c> or <c>TASKING</c>.</summary>
    public string? Type => _info.Type;

    /// <summary>The area that was ordered, in EPSG:4326; null where the server gives none that can be read.</summary>
    public Geometry? Area => _info.Area is { } area && OrderArea.Read(area) is [{ Geometry: { } geometry }, ..] ? geometry : null;

    /// <summary>All facts, with the raw JSON.</summary>
    public OrderInfo Info => _info;

    /// <summary>When the server said so, UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    string ITracked<OrderStatus>.Kind => "Order";

    string? ITracked<OrderStatus>.Name => DisplayName;

    string ITracked<OrderStatus>.Line => $"Order {_info}{(_info.SubStatus is { } sub ? $", {sub}" : "")}";

    bool ITracked<OrderStatus>.HasEnded => Status.IsTerminal;

    string ITracked<OrderStatus>.WaitAgain => "await order.TrackAsync()";

    Task ITracked<OrderStatus>.LookAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    /// <summary>Gets the order's facts. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>This order.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<Order> RefreshAsync(CancellationToken cancellationToken = default)
    {
        _info = await _api.Orders.GetAsync(Id, cancellationToken).ConfigureAwait(false);
        SeenAt = _api.Connection.Time.GetUtcNow();
        return this;
    }

    /// <summary>
    /// Waits until the order ends, and says what goes on: on one card in a notebook, in lines on a terminal. It asks at least twice a minute. An
    /// order may take days: it goes on when nobody waits.
    /// </summary>
    /// <param name="reportInterval">How often a line says that it still waits; null: 30 seconds.</param>
    /// <param name="timeout">How long it waits; null: until the order ends.</param>
    /// <param name="progress">Receives each new status.</param>
    /// <param name="cancellationToken">Cancels the tracking, not the order.</param>
    /// <returns>This order, which is fulfilled or canceled.</returns>
    /// <exception cref="TimeoutException">The order has not ended in that time; it goes on.</exception>
    /// <exception cref="Up42Exception">The order failed, or the server was not reached, time and again.</exception>
    public async Task<Order> TrackAsync(
        TimeSpan? reportInterval = null, TimeSpan? timeout = null, IProgress<OrderStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        using var reporter = new StatusReporter(_api.Connection, waited => OrderHtml.Live(_info, waited));
        await new StatusTracker<OrderStatus>(this, _api.Connection.Time, reporter)
            .WaitForEndAsync(reportInterval ?? StatusReporter.DefaultInterval, timeout, progress, cancellationToken).ConfigureAwait(false);
        return Status.IsFailed ? throw new Up42Exception($"Order {_info.DisplayName} {Id} ended {Status}: nothing was delivered.") : this;
    }

    /// <summary>Gets what the order brought to storage. One request for each 100 items or fewer.</summary>
    /// <param name="limit">How many items at most.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<StacItems> GetItemsAsync(int limit = 500, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return Up42Storage.SearchAsync(_api.Stac, new StacSearch { OrderId = Id, Limit = limit }, cancellationToken);
    }

    /// <summary>Gets how much of a tasking order's area has been delivered. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses, for instance because it is not a tasking order.</exception>
    public Task<OrderCoverage> GetCoverageAsync(CancellationToken cancellationToken = default) =>
        _api.Orders.GetCoverageAsync(Id, json => OrderCoverage.Parse(json, Id), cancellationToken);

    /// <summary>Saves what is known of the order into a folder that is there.</summary>
    internal void SaveFacts(string folder) => AtomicFile.Write(Path.Combine(folder, "order.json"), file =>
    {
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        JsonSanitizer.Write(writer, _info.Raw, _api.Connection.WithoutSecrets);
    });

    /// <summary>Downloads all that the order delivered into one folder; null where there is nothing in storage.</summary>
    internal async Task<JobResults?> DownloadAsync(string folder, IProgress<TransferProgress> progress, CancellationToken cancellationToken)
    {
        var items = await GetItemsAsync(int.MaxValue, cancellationToken).ConfigureAwait(false);
        if (items.Count == 0)
        {
            return null;
        }

        await new StacDownload(_api.Stac, $"order {Id}", folder)
            .GetAsync(_ => Task.FromResult<IReadOnlyList<StacItem>>(items), _ => { }, overwrite: false, progress, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => JobResults.Open(folder), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The order's card, as last seen.</summary>
    public string ToHtml() => new Fragment { Static = OrderHtml.Render(_info, SeenAt) }.ToHtml();

    /// <summary>Name, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"Order {_info}, seen {SeenAt:yyyy-MM-dd HH:mm:ss} UTC");
}
