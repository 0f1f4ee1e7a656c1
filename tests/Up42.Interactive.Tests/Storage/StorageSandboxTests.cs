namespace Up42.Interactive.Tests.Storage;

/// <summary>The storage of the sandbox, by this library.</summary>
public sealed class StorageSandboxTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private SandboxServer _server = null!;
    private Up42Client _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(cancellationToken: Cancel);
        _client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(_server.Credentials.Username, _server.Credentials.Password),
            new Up42ClientOptions { Endpoint = _server.Endpoint, OutputDirectory = _folder.Path },
            Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Items_are_searched_in_pages_sorted_filtered_and_shown()
    {
        var all = await _client.Storage.SearchAsync(sortBy: "datetime", cancellationToken: Cancel);
        var (first, last) = (all[0], all[^1]);

        all.Count.ShouldBeGreaterThan(0);
        all.Remarks.ShouldBeEmpty();
        all.Select(item => item.Datetime).ShouldBeInOrder();
        (await _client.Storage.GetItemAsync(first.Id, cancellationToken: Cancel)).SelfUrl.ShouldBe(first.SelfUrl);
        (await _client.Storage.GetItemAsync(first.SelfUrl!, cancellationToken: Cancel)).Id.ShouldBe(first.Id);
        (await _client.Storage.SearchAsync(first.Footprint!, cancellationToken: Cancel)).ShouldContain(item => item.Id == first.Id);
        (await _client.Storage.SearchAsync(collection: first.CollectionId, cancellationToken: Cancel))
            .ShouldAllBe(item => item.CollectionId == first.CollectionId);
        (await _client.Storage.SearchAsync(from: last.Datetime, cancellationToken: Cancel)).ShouldContain(item => item.Id == last.Id);
        (await _client.Storage.SearchAsync(
            filter: new { op = "<=", args = new object[] { new { property = "eo:cloud_cover" }, 0 } }, cancellationToken: Cancel))
            .ShouldAllBe(item => item.CloudCover == null || item.CloudCover <= 0);
        (await _client.Storage.GetCollectionAsync(first.CollectionId!, Cancel)).Items.ShouldContain(item => item.Id == first.Id);
    }

    [Fact]
    public async Task An_item_is_renamed_and_its_files_come_to_disk()
    {
        var items = await _client.Storage.SearchAsync(cancellationToken: Cancel);
        var item = items.First(one => one.Assets.Values.Any(asset => asset.IsRaster));

        var renamed = await _client.Storage.UpdateItemAsync(item, "My title", ["mine"], Cancel);
        var results = await renamed.DownloadAsync(cancellationToken: Cancel);

        (renamed.Title, renamed.Tags.Single()).ShouldBe(("My title", "mine"));
        (await _client.Storage.SearchAsync(text: "my TITLE", tags: ["mine"], cancellationToken: Cancel)).ShouldHaveSingleItem().Id.ShouldBe(item.Id);
        results.Rasters.Count.ShouldBe(item.Assets.Values.Count(asset => asset.IsRaster));
        results.Rasters[0].Features.ShouldHaveSingleItem().GetText("sceneId").ShouldBe("My title");
        results.PlotResults(cancellationToken: Cancel).ToHtml().Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task An_item_is_looked_at_where_it_lies()
    {
        var item = (await _client.Storage.SearchAsync(text: "Olinda and its coast", cancellationToken: Cancel))[0];

        var results = await item.OpenAsync(Cancel);

        results.ToString().ShouldStartWith("JobResults Olinda and its coast: ");
        results.ToHtml().ShouldNotContain($"Results <b>item_{item.Id}");
        results.Rasters.Count.ShouldBe(item.Assets.Values.Count(asset => asset.IsRaster));
        results.Rasters.ShouldAllBe(raster => raster.Problem == null && raster.Features.Count == 1);
        results.Files.ShouldContain(file => file.Name.EndsWith(".png", StringComparison.Ordinal));
        results.Remarks.ShouldHaveSingleItem().ShouldBe($"Original Delivery of item {item.Id} is not shown in storage: download it.");
        results.PlotResults(bands: ["red", "green", "blue"], cancellationToken: Cancel).ToHtml().ShouldContain("<img");
        _server.Requests.Count(request => request.Method == "GET" && request.Path.EndsWith(".zip", StringComparison.Ordinal)).ShouldBe(0);
    }
}
