using System.Net;

namespace Up42.Interactive.Tests.Processing;

/// <summary>Calls of today's contract that no other test makes through the real client and the real sandbox.</summary>
public sealed class TodayContractTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private Up42Client _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(cancellationToken: Cancel);
        _client = await ConnectAsync(_server.Credentials.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_a_right_one_knows_the_workspace()
    {
        _client.WorkspaceId.ShouldBe(_server.Credentials.WorkspaceId);
        (await Should.ThrowAsync<Up42ApiException>(() => ConnectAsync("wrong"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Jobs_are_got_by_id_and_listed_by_ids_duration_and_every_sort()
    {
        var all = await _client.GetProcessingJobsAsync(cancellationToken: Cancel);
        var chosen = await _client.GetProcessingJobsAsync(ids: [all[0].Id, all[2].Id], cancellationToken: Cancel);
        var (longer, shorter) = (
            await _client.GetProcessingJobsAsync(minDuration: TimeSpan.FromMinutes(1), cancellationToken: Cancel),
            await _client.GetProcessingJobsAsync(maxDuration: TimeSpan.FromMinutes(1), cancellationToken: Cancel));

        (await _client.GetProcessingJobAsync(all[0].Id, Cancel)).ProcessId.ShouldBe(all[0].ProcessId);
        chosen.Select(job => job.Id).ShouldBe([all[0].Id, all[2].Id], ignoreOrder: true);
        longer.Concat(shorter).Select(job => job.Id).Distinct().ShouldBeSubsetOf(all.Select(job => job.Id));
        longer.ShouldAllBe(job => Took(job) == null || Took(job) >= TimeSpan.FromMinutes(1));
        shorter.ShouldAllBe(job => Took(job) == null || Took(job) <= TimeSpan.FromMinutes(1));
        foreach (var sort in Enum.GetValues<ProcessingJobSort>())
        {
            (await _client.GetProcessingJobsAsync(sortBy: sort, descending: false, cancellationToken: Cancel)).Count.ShouldBe(all.Count, $"{sort}");
        }

        (await Should.ThrowAsync<Up42ApiException>(() => _client.GetProcessingJobAsync(Guid.Empty.ToString(), Cancel))).Status
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Licences_costs_and_what_does_not_exist_are_told()
    {
        var (open, closed) = (await _client.GetProcessAsync("pansharpening", Cancel), await _client.GetProcessAsync("detection-aircraft-oi", Cancel));
        var item = (await _client.Storage.SearchAsync(text: "Olinda and its coast", cancellationToken: Cancel))[0];

        (open.Eula!.IsAccepted, closed.Eula!.IsAccepted).ShouldBe((true, false));
        (await open.ValidateAsync(item, Cancel)).IsValid.ShouldBeTrue();
        var cost = await open.EstimateAsync(item, Cancel);
        cost.Credits!.Value.ShouldBeGreaterThan(0);
        (cost.Size, cost.Unit, cost.PricingStrategy).ShouldSatisfyAllConditions(
            told => told.Size!.Value.ShouldBeGreaterThan(0), told => told.Unit.ShouldBe("SQ_KM"), told => told.PricingStrategy.ShouldNotBeNullOrEmpty());
        (await Should.ThrowAsync<Up42ApiException>(() => _client.GetProcessAsync("none", Cancel))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Storage_is_searched_by_order_and_job_and_what_is_gone_is_not_found()
    {
        var job = (await _client.GetProcessingJobsAsync(statuses: [ProcessingStatus.Captured], cancellationToken: Cancel))[0];
        var order = (await _client.GetOrdersAsync(cancellationToken: Cancel)).First(one => one.Status.IsFulfilled);
        var (ofJob, ofOrder) = (
            await _client.Storage.SearchAsync(jobId: job.Id, cancellationToken: Cancel),
            await _client.Storage.SearchAsync(orderId: order.Id, cancellationToken: Cancel));

        ofJob.ShouldAllBe(item => item.JobId == job.Id);
        ofJob.Count.ShouldBe((await job.GetResultsAsync(Cancel)).Items.Count);
        ofOrder.ShouldAllBe(item => item.OrderId == order.Id);
        ofOrder.Count.ShouldBeGreaterThan(0);
        (await Should.ThrowAsync<Up42Exception>(() => _client.Storage.GetItemAsync("none", cancellationToken: Cancel))).Message.ShouldContain("none");
        (await Should.ThrowAsync<Up42ApiException>(() => _client.Storage.GetCollectionAsync("none", Cancel))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Orders_are_listed_by_status_type_and_name_and_an_archives_has_no_coverage()
    {
        var all = await _client.GetOrdersAsync(cancellationToken: Cancel);
        var archive = all.First(order => order.Type == "ARCHIVE");

        (await _client.GetOrdersAsync(type: "TASKING", cancellationToken: Cancel)).ShouldAllBe(order => order.Type == "TASKING");
        (await _client.GetOrdersAsync([OrderStatus.Fulfilled], cancellationToken: Cancel)).ShouldAllBe(order => order.Status == OrderStatus.Fulfilled);
        (await _client.GetOrdersAsync(name: archive.DisplayName, cancellationToken: Cancel)).ShouldContain(order => order.Id == archive.Id);
        all.ShouldContain(order => order.Info.SubStatus != null);
        (await Should.ThrowAsync<Up42ApiException>(() => archive.GetCoverageAsync(Cancel))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<Up42ApiException>(() => _client.GetOrderAsync(Guid.Empty.ToString(), Cancel))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static TimeSpan? Took(ProcessingJob job) => job.Finished - job.Started;

    private Task<Up42Client> ConnectAsync(string password) => Up42Client.AuthenticateAsync(
        Up42Credentials.FromAccount(_server.Credentials.Username, password),
        new Up42ClientOptions { Endpoint = _server.Endpoint },
        Cancel);
}
