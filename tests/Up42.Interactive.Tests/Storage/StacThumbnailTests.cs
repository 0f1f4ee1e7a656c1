using System.Text;

namespace Up42.Interactive.Tests.Storage;

public sealed class StacThumbnailTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private Up42Client _client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(cancellationToken: Cancel);
        _client = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(_server.Credentials.Username, _server.Credentials.Password),
            new Up42ClientOptions { Endpoint = _server.Endpoint },
            Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Items_show_the_thumbnails_that_were_asked_for_and_say_how_many()
    {
        var found = await _client.Storage.SearchAsync(text: "Olinda", cancellationToken: Cancel);
        var (one, all) = (await found.WithThumbnailsAsync(limit: 1, Cancel), await found.WithThumbnailsAsync(cancellationToken: Cancel));

        found.Count.ShouldBe(2);
        found.ToHtml().ShouldNotContain("image/webp");
        Pictures(one).ShouldBe(1);
        one.Remarks.ShouldHaveSingleItem().ShouldBe("Thumbnails of the first 1 item are here.");
        Pictures(all).ShouldBe(2);
        all.Remarks.ShouldBeEmpty();
        all[0].ToHtml().ShouldContain("image/webp");
        all[0].SelfUrl.ShouldBe(found[0].SelfUrl);
        Encoding.UTF8.GetByteCount(all.ToHtml()).ShouldBeLessThanOrEqualTo(200_000);

        var collection = await _client.Storage.GetCollectionAsync(found[0].CollectionId!, Cancel);
        (await collection.WithThumbnailsAsync(cancellationToken: Cancel)).ToHtml().ShouldContain("image/webp");
    }

    [Fact]
    public async Task A_thumbnail_that_storage_does_not_give_is_missing_and_said_so()
    {
        var found = await _client.Storage.SearchAsync(text: "Olinda", cancellationToken: Cancel);
        var broken = found[0].Raw.GetRawText().Replace(found[0].ThumbnailAsset!.Href!, found[0].ThumbnailAsset!.Href! + "0", StringComparison.Ordinal);
        var items = new StacItems([StacItem.Parse(System.Text.Json.JsonElement.Parse(broken), found[0].Origin), found[1]], []);

        var shown = await items.WithThumbnailsAsync(cancellationToken: Cancel);

        Pictures(shown).ShouldBe(1);
        shown.Remarks.ShouldHaveSingleItem().ShouldBe("1 thumbnail is missing: storage did not give them, or they are no pictures.");
        (await StacItems.Parse(System.Text.Json.JsonElement.Parse($"[{broken}]")).WithThumbnailsAsync(cancellationToken: Cancel)).Remarks
            .ShouldHaveSingleItem().ShouldBe("No item has a thumbnail in storage.");
    }

    private static int Pictures(StacItems items) => items.Count(item => item.Thumbnail is not null);
}
