using System.Text.Json;
using Up42.Interactive.Tests.Displays;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Processing;
using Up42.Interactive.Tests.Text;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>Secrets in each spelling in every field of items and jobs of today's platform: in no file that a download writes, and in no name of one.</summary>
public sealed class SecretDownloadTests : IDisposable
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Spelled = [.. SecretSamples.Secrets.Select(secret => SecretSamples.Spell(secret).ToList())];

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Files_of_a_processing_job_hold_none_and_honest_texts_stay() => RequireNoneAsync(10);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Files_of_a_processing_job_of_200_secrets_hold_none() => RequireNoneAsync(Spelled.Count);

    private async Task RequireNoneAsync(int count)
    {
        await using var server = await StartAsync(count);
        using var client = await server.ConnectAccountAsync(server.Options(outputDirectory: _folder.Path));

        var results = await (await client.GetProcessingJobAsync("j", Cancel)).DownloadResultsAsync(cancellationToken: Cancel);

        results.Table.Count.ShouldBe(count);
        Written().Count.ShouldBeGreaterThan(2 * count);
        SecretDisplayTests.Shown(Written()).ShouldBeEmpty();
        var kept = JsonElement.Parse(File.ReadAllBytes(Directory.EnumerateFiles(_folder.Path, "item.json", SearchOption.AllDirectories)
            .Single(file => Path.GetFileName(Path.GetDirectoryName(file))!.EndsWith(" 0", StringComparison.Ordinal))));
        kept.GetProperty("properties").GetProperty("honest").EnumerateArray().Select(text => text.GetString()).ShouldBe(SecretSamples.Innocents);
    }

    [Fact]
    public async Task Folders_and_manifests_of_single_items_and_assets_hold_none()
    {
        await using var server = await StartAsync(20);
        using var client = await server.ConnectAccountAsync(server.Options(outputDirectory: _folder.Path));
        var items = (await client.Storage.GetCollectionAsync("c-1", Cancel)).Items;

        foreach (var item in items)
        {
            await item.DownloadAsync(cancellationToken: Cancel);
            await item.DownloadAsync(cancellationToken: Cancel);
            await item.Assets.Values.Single().DownloadAsync(cancellationToken: Cancel);
        }

        server.Count(ProcessingServer.FileCall).ShouldBe(2 * items.Count, "a complete download is known again");
        SecretDisplayTests.Shown(Written()).ShouldBeEmpty();
    }

    private List<string> Written() =>
        [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => $"{file}\n{File.ReadAllText(file)}")];

    private static async Task<LoopbackServer> StartAsync(int count)
    {
        var server = await ProcessingServer.StartAsync("captured");
        var items = Enumerable.Range(0, count).Select(index => Item(server, index)).ToList();
        server.On(ProcessingServer.JobCall, (_, context) => LoopbackServer.JsonAsync(context, Job(server)));
        server.On("GET /v2/assets/stac/collections/c-1/items", (_, context) =>
            LoopbackServer.JsonAsync(context, JsonSerializer.Serialize(new { type = "FeatureCollection", features = items, links = Array.Empty<object>() })));
        server.On(ProcessingServer.UrlCall, (number, context) => LoopbackServer.JsonAsync(context, JsonSerializer.Serialize(new
        {
            url = $"{server.Endpoint}storage/a-1?signature=x&response-content-disposition="
                + Uri.EscapeDataString($"attachment; filename*=UTF-8''{Uri.EscapeDataString(Text(number, 5) + ".txt")}"),
        })));
        server.On(ProcessingServer.FileCall, (_, context) => LoopbackServer.JsonAsync(context, "a file", type: "text/plain"));
        return server;
    }

    // All spellings of one secret stand in the properties, and one each where there is room for one.
    private static Dictionary<string, object?> Item(LoopbackServer server, int index) => new()
    {
        ["type"] = "Feature",
        ["id"] = $"{Text(index, 0)} {index}",
        ["collection"] = Text(index, 1),
        ["geometry"] = new { type = "Point", coordinates = new[] { 13, 52 }, note = Text(index, 2) },
        ["properties"] = new Dictionary<string, object?>
        {
            ["title"] = Text(index, 3),
            ["datetime"] = Text(index, 4),
            ["spellings"] = Spelled[index],
            ["honest"] = index == 0 ? SecretSamples.Innocents : [],
            [Text(index, 5)] = new Dictionary<string, object?> { [Text(index, 6)] = Text(index, 7) },
        },
        ["links"] = new[] { new { rel = Text(index, 8), href = Text(index, 9), title = Text(index, 10) } },
        ["assets"] = new Dictionary<string, object?>
        {
            [Text(index, 11)] = new
            {
                href = $"{server.Endpoint}v2/assets/a-1",
                type = "text/plain",
                title = Text(index, 12),
                roles = new[] { Text(index, 13) },
            },
        },
    };

    private static string Job(LoopbackServer server)
    {
        var job = JsonElement.Parse(ProcessingServer.Job(server, "captured")).EnumerateObject()
            .ToDictionary(member => member.Name, member => (object?)member.Value);
        var all = Spelled.SelectMany(texts => texts).Where((_, index) => index % 7 == 0);
        job["definition"] = new { inputs = new { title = Text(0, 0), item = Text(1, 1), all } };
        return JsonSerializer.Serialize(job);
    }

    private static string Text(int index, int field) => Spelled[index % Spelled.Count][((7 * index) + (5 * field)) % Spelled[0].Count];
}
