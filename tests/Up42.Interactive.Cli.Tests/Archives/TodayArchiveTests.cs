namespace Up42.Interactive.Cli.Tests.Archives;

/// <summary><c>up42 archive</c> of today's platform.</summary>
public sealed class TodayArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Archive_saves_a_processing_job_an_order_an_item_and_a_job_of_old_which_open_without_an_account()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancel);
        using var up42 = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(sandbox.Credentials.Username, sandbox.Credentials.Password),
            new Up42ClientOptions { Endpoint = sandbox.Endpoint },
            Cancel);
        var job = (await up42.GetProcessingJobsAsync(processIds: ["pansharpening"], statuses: [ProcessingStatus.Captured], cancellationToken: Cancel))[0];
        var failed = (await up42.GetProcessingJobsAsync(statuses: [ProcessingStatus.Released], cancellationToken: Cancel))[0];
        var item = (await up42.Storage.SearchAsync(text: "Olinda and its coast", cancellationToken: Cancel))[0];
        var order = (await up42.GetOrdersAsync(cancellationToken: Cancel)).First(one => one.Status.IsFulfilled);
        string[] sources = [job.Id, failed.Id, item.SelfUrl!, order.Id];

        var first = await RunAsync(sandbox, [.. sources, sandbox.Jobs[0].Id, "-o", "out"]);

        first.ExitCode.ShouldBe(0, first.Output + first.Error);
        first.Output.ShouldContain($"{job.Id}  processing job {job.Title}: ");
        first.Output.ShouldContain($"{failed.Id}  processing job {failed.Title}: released, without results");
        first.Output.ShouldContain($"{item.SelfUrl}  item {item.Title}: ");
        first.Output.ShouldContain($"{order.Id}  order {order.DisplayName}: ");
        first.Output.ShouldContain("5 of 5 jobs complete in ");
        var saved = JobCollectionResults.Open(_folder["out"], Cancel);
        saved.Jobs.Count.ShouldBe(5);
        saved.Failures.ShouldHaveSingleItem().Error.Message.ShouldBe("It was released when it was saved, and had no results.");
        JobResults.Open(_folder[$"out/job_{job.Id}"], cancellationToken: Cancel).ProcessingJob!.Info.Id.ShouldBe(job.Id);
        JobResults.Open(_folder[$"out/item_{item.Id}"], cancellationToken: Cancel).ToString().ShouldStartWith($"JobResults {item.Title}: ");
        JobResults.Open(_folder[$"out/order_{order.Id}"], cancellationToken: Cancel).Rasters.ShouldNotBeEmpty();
        File.ReadAllText(_folder[$"out/order_{order.Id}/order.json"]).ShouldContain(order.Id);
        Directory.EnumerateFiles(_folder["out"], "*.json", SearchOption.AllDirectories)
            .ShouldAllBe(file => !File.ReadAllText(file).Contains(sandbox.Credentials.Password, StringComparison.Ordinal));

        var fetched = sandbox.Requests.Count(request => request.Path.EndsWith("/download-url", StringComparison.Ordinal));
        var second = await RunAsync(sandbox, [.. sources, "-o", "out"]);

        second.ExitCode.ShouldBe(0, second.Error);
        second.Output.ShouldContain($"{item.SelfUrl}  item {item.Title}: complete already");
        second.Output.ShouldContain("4 of 4 complete in ");
        sandbox.Requests.Count(request => request.Path.EndsWith("/download-url", StringComparison.Ordinal)).ShouldBe(fetched);
    }

    [Fact]
    public async Task Archive_of_an_items_url_under_a_projects_key_names_the_login()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancel);

        var run = await Up42Tool.EndAsync(Up42Tool.Start(
            _folder.Path,
            new Dictionary<string, string>
            {
                ["UP42_ENDPOINT"] = sandbox.Endpoint.ToString(),
                ["UP42_PROJECT_ID"] = sandbox.Credentials.ProjectId,
                ["UP42_PROJECT_API_KEY"] = sandbox.Credentials.ProjectApiKey,
            },
            "archive", $"{sandbox.Endpoint}v2/assets/stac/collections/c/items/i", "-o", "out"));

        run.ExitCode.ShouldBe(1);
        (run.Output + run.Error).ShouldContain("UP42_USERNAME and UP42_PASSWORD");
    }

    private Task<Up42Tool.Result> RunAsync(SandboxServer sandbox, string[] arguments) => Up42Tool.EndAsync(Up42Tool.Start(
        _folder.Path,
        new Dictionary<string, string>
        {
            ["UP42_ENDPOINT"] = sandbox.Endpoint.ToString(),
            ["UP42_PROJECT_ID"] = sandbox.Credentials.ProjectId,
            ["UP42_USERNAME"] = sandbox.Credentials.Username,
            ["UP42_PASSWORD"] = sandbox.Credentials.Password,
        },
        ["archive", .. arguments]));
}
