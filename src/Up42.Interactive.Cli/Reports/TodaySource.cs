namespace Up42.Interactive.Cli;

/// <summary>What a report of today's platform is about: an item by its URL, a processing job or an order by its id. Rasters stay in storage.</summary>
internal static class TodaySource
{
    /// <summary>Finds it; null where the account has no such job or order.</summary>
    /// <exception cref="Up42Exception">The server refuses, or there are no results.</exception>
    public static async Task<ReportSource?> FindAsync(Up42Client up42, string source, StepReporter steps, CancellationToken cancellationToken)
    {
        var host = up42.Endpoint.Host;
        if (!Guid.TryParse(source, out _))
        {
            var item = await steps.StepAsync("Get the item", _ => up42.Storage.GetItemAsync(source, null, cancellationToken)).ConfigureAwait(false);
            var files = await steps.StepAsync("Look at its files", _ => item.OpenAsync(cancellationToken)).ConfigureAwait(false);
            return ReportSource.Create(files, item.Title ?? item.Id, $"item {item.Id} at {host}", null, ("Item", item));
        }

        var job = await steps.StepAsync(
            $"Get processing job {source}", _ => up42.GetProcessingJobAsync(source, cancellationToken)).OrNullAsync().ConfigureAwait(false);
        if (job is not null)
        {
            var results = await steps.StepAsync("Look at its results", _ => job.OpenResultsAsync(cancellationToken)).ConfigureAwait(false);
            return ReportSource.Create(results, job.Title ?? $"Processing job {job.Id}", $"processing job {job.Id} at {host}", null);
        }

        var order = await steps.StepAsync($"Get order {source}", _ => up42.GetOrderAsync(source, cancellationToken)).OrNullAsync().ConfigureAwait(false);
        return order is null ? null : await OfOrderAsync(order, host, steps, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<ReportSource> OfOrderAsync(Order order, string host, StepReporter steps, CancellationToken cancellationToken)
    {
        var items = await steps.StepAsync("Get its items", _ => order.GetItemsAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
        var coverage = await steps.StepAsync("Get its coverage", _ => order.GetCoverageAsync(cancellationToken)).OrNullAsync().ConfigureAwait(false);
        (string, IDisplay)[] facts = [("Items", items), .. coverage is null ? Array.Empty<(string, IDisplay)>() : [("Coverage", coverage)]];
        return new ReportSource(
            order.DisplayName ?? $"Order {order.Id}", $"order {order.Id} at {host}", ("Order", order), facts, FeatureTable.Empty, Results: null);
    }
}
