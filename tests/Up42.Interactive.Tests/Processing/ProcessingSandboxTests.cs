namespace Up42.Interactive.Tests.Processing;

/// <summary>Today's platform from one end to the other: the real client and the real sandbox, on a fast clock.</summary>
public sealed class ProcessingSandboxTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly FastClock _clock = new();
    private SandboxServer _server = null!;
    private Up42Client _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(
            options: new SandboxOptions { TimeProvider = _clock, TokenLifetime = TimeSpan.FromDays(1) }, cancellationToken: Cancel);
        _client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(_server.Credentials.Username, _server.Credentials.Password),
            new Up42ClientOptions
            {
                Endpoint = _server.Endpoint,
                OutputDirectory = _folder.Path,
                TimeProvider = _clock,
                Timeout = TimeSpan.FromHours(12),
                Retry = new RetryOptions { AttemptTimeout = TimeSpan.FromHours(2) },
            },
            Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Pansharpening_runs_from_an_item_to_a_plot_that_opens_again_without_an_account()
    {
        var item = (await _client.Storage.SearchAsync(text: "Olinda and its coast", cancellationToken: Cancel))[0];
        var process = await _client.GetProcessAsync("pansharpening", Cancel);
        var inputs = new { title = "Sharper", item = item.SelfUrl };

        (await process.ValidateAsync(inputs, Cancel)).IsValid.ShouldBeTrue();
        (await process.EstimateAsync(inputs, Cancel)).Credits!.Value.ShouldBeGreaterThan(0);
        var job = await process.RunAsync(inputs, cancellationToken: Cancel);
        await job.TrackStatusAsync(cancellationToken: Cancel);
        var results = await job.DownloadResultsAsync(cancellationToken: Cancel);

        (job.IsSucceeded, job.Status.Value, job.Errors.Count).ShouldBe((true, "captured", 0));
        job.Credits!.Value.ShouldBeGreaterThan(0);
        results.Rasters.ShouldHaveSingleItem().Features.ShouldNotBeEmpty();
        var again = JobResults.Open(results.Directory, cancellationToken: Cancel);
        again.PlotResults(bands: ["red", "green", "blue"], cancellationToken: Cancel).ToHtml().ShouldContain("<img");
        again.ProcessingJob!.Info.Id.ShouldBe(job.Id);
        _server.Requests.Count(request => request.Path.EndsWith("/execution", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Inputs_that_are_wrong_are_named_before_they_cost_anything()
    {
        var process = await _client.GetProcessAsync("pansharpening", Cancel);

        var validation = await process.ValidateAsync(new { title = "x", item = $"{_server.Endpoint}v2/assets/stac/collections/none/items/none" }, Cancel);

        validation.IsValid.ShouldBeFalse();
        validation.Errors.ShouldNotBeEmpty();
        (await process.ValidateAsync(new { title = "x" }, Cancel)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task Jobs_are_listed_by_process_and_status_in_pages()
    {
        var all = await _client.GetProcessingJobsAsync(cancellationToken: Cancel);
        var captured = await _client.GetProcessingJobsAsync(statuses: [ProcessingStatus.Captured], cancellationToken: Cancel);
        var sharpened = await _client.GetProcessingJobsAsync(processIds: ["pansharpening"], cancellationToken: Cancel);

        all.Count.ShouldBeGreaterThanOrEqualTo(10);
        all.Failures.ShouldBeEmpty();
        all.Select(job => job.Created).ShouldBeInOrder(SortDirection.Descending);
        captured.Select(job => job.Status).Distinct().ShouldBe([ProcessingStatus.Captured]);
        captured.Count.ShouldBeLessThan(all.Count);
        sharpened.Select(job => job.ProcessId).Distinct().ShouldBe(["pansharpening"]);
        (await _client.GetProcessesAsync(Cancel)).Count.ShouldBe(16);
    }

    [Fact]
    public async Task Orders_have_their_items_and_a_tasking_its_coverage()
    {
        var orders = await _client.GetOrdersAsync(cancellationToken: Cancel);
        var fulfilled = orders.First(order => order.Status == OrderStatus.Fulfilled);
        var tasking = orders.First(order => order.Type == "TASKING" && order.Status == OrderStatus.Fulfilled);

        (await _client.GetOrderAsync(fulfilled.Id, Cancel)).DisplayName.ShouldBe(fulfilled.DisplayName);
        (await tasking.GetItemsAsync(cancellationToken: Cancel)).ShouldNotBeEmpty();
        (await tasking.GetCoverageAsync(Cancel)).ToHtml().ShouldContain("%");
    }
}
