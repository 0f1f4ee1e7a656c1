using System.Collections.Concurrent;

namespace Up42.Interactive.Tests.Processing;

/// <summary>Today's platform under a mix of faults: searches, lists and costs as without them, and nothing that costs sent twice.</summary>
public class FaultMixTodayTests
{
    private const int Runs = 500;
    private const int RunsThatStart = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Five_hundred_sessions_under_a_mix_of_faults_end_in_the_right_answer_and_send_nothing_twice()
    {
        var clock = new FastClock(100);
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions
            {
                TimeProvider = clock,
                TokenLifetime = TimeSpan.FromDays(1000),
                Faults = new SandboxFaults { Rate = 0.2 },
            },
            cancellationToken: Cancel);
        var answers = new ConcurrentBag<string>();
        var starts = new ConcurrentBag<bool>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Runs),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel },
            async (run, _) => answers.Add(await RunAsync(server, clock, run < RunsThatStart, starts)));

        answers.Distinct().ShouldHaveSingleItem();
        answers.Count.ShouldBe(Runs);
        starts.Count.ShouldBe(RunsThatStart);
        starts.ShouldContain(true);
        server.Requests.Count(request => request.Path.EndsWith("/execution", StringComparison.Ordinal)).ShouldBe(RunsThatStart);
        var kinds = server.Requests.Select(request => request.Fault).OfType<SandboxFault>().CountBy(fault => fault).ToList();
        (kinds.Sum(kind => kind.Value) / (double)server.Requests.Count).ShouldBeGreaterThanOrEqualTo(0.15);
        kinds.Count.ShouldBe(14);
        kinds.ShouldAllBe(kind => kind.Value >= 20);
    }

    private static async Task<string> RunAsync(SandboxServer server, FastClock clock, bool isStarted, ConcurrentBag<bool> starts)
    {
        var options = new Up42ClientOptions
        {
            Endpoint = server.Endpoint,
            Output = TextWriter.Null,
            TimeProvider = clock,
            Timeout = TimeSpan.FromDays(1),
            Retry = new RetryOptions { MaxAttempts = 30, BaseDelay = TimeSpan.Zero, AttemptTimeout = TimeSpan.FromDays(1) },
        };
        using var client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(server.Credentials.Username, server.Credentials.Password), options, Cancel);
        var items = await client.Storage.SearchAsync(sortBy: "datetime", to: FastClock.Start, cancellationToken: Cancel);
        var scene = items.First(item => item.Title == "Olinda and its coast");
        var item = await client.Storage.GetItemAsync(items[0].Id, items[0].CollectionId, Cancel);
        var collection = await client.Storage.GetCollectionAsync(scene.CollectionId!, Cancel);
        var orders = await client.GetOrdersAsync(cancellationToken: Cancel);
        var processes = await client.GetProcessesAsync(Cancel);
        var process = await client.GetProcessAsync("pansharpening", Cancel);
        var inputs = new { title = "Under faults", item = scene.SelfUrl };
        var isValid = (await process.ValidateAsync(inputs, Cancel)).IsValid;
        var cost = await process.EstimateAsync(inputs, Cancel);
        if (isStarted)
        {
            starts.Add(await TryAsync(() => process.RunAsync(inputs, cancellationToken: Cancel)));
        }

        var done = await client.GetProcessingJobsAsync(statuses: [ProcessingStatus.Captured], cancellationToken: Cancel);
        var oldest = await client.GetProcessingJobAsync(done[^1].Id, Cancel);

        // What orders and the jobs of other sessions bring to storage comes when it comes.
        return $"{collection.Items.Count} {items.Remarks.Count} {item.Title}; {orders.Count} {orders.Failures.Count}; "
            + $"{processes.Count}; {isValid} {cost.Credits}; {oldest.Id} {oldest.Status} {oldest.Credits}; {await FilesAsync(done, scene)}";
    }

    // What a job found, brought to the disk, and a few pixels of a scene that stays where it is.
    private static async Task<string> FilesAsync(ProcessingJobCollection done, StacItem scene)
    {
        using var folder = new TempFolder();
        var found = await done.First(job => job.Info.ProcessId == "detection-ships-airbus").DownloadResultsAsync(folder.Path, cancellationToken: Cancel);
        var opened = await scene.OpenAsync(Cancel);
        using var raster = opened.Rasters[0].Open();
        var pixels = raster.Read(new RasterWindow(0, 0, 16, 16), cancellationToken: Cancel);
        Directory.Delete(opened.Directory, recursive: true);
        return $"{string.Join(' ', found.Files.Select(file => $"{file.Name}"))}; {found.Vectors.Values.Sum(table => table.Count)}; "
            + $"{opened.Rasters.Count} {pixels.Values(0).ToArray().Sum()}";
    }

    private static async Task<bool> TryAsync(Func<Task> run)
    {
        try
        {
            await run();
            return true;
        }
        catch (Up42Exception)
        {
            return false;
        }
    }
}
