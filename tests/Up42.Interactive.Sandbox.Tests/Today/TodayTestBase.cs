using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Sandbox;

/// <summary>A sandbox whose clock the test advances, and a session of up42-py's that is logged in.</summary>
public abstract class TodayTestBase : IAsyncLifetime
{
    internal const string Stac = "v2/assets/stac";

    private protected FakeTimeProvider Clock { get; } = new(FastClock.Start);

    private protected SandboxServer Server { get; private set; } = null!;

    private protected Up42PySession Session { get; private set; } = null!;

    private protected virtual SandboxOptions Options => new() { TimeProvider = Clock, TokenLifetime = TimeSpan.FromDays(30) };

    public async ValueTask InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(options: Options, cancellationToken: Up42PySession.Cancellation);
        Session = await Up42PySession.LogInAsync(Server);
    }

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal static IEnumerable<string> Ids(JsonElement features) => features.EnumerateArray().Select(feature => feature.GetProperty("id").GetString()!);

    internal static string? Next(JsonElement page) => page.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("rel").GetString() == "next").Select(link => link.GetProperty("href").GetString()).FirstOrDefault();

    private protected static string ItemId(string name) => StableId.Create("item " + name);

    private protected static string CollectionId(string name) => StableId.Create("collection " + name);

    /// <summary>The features of all pages of a search by POST, each page asked for as the one before says.</summary>
    private protected async Task<List<JsonElement>> SearchAsync(string body)
    {
        var found = new List<JsonElement>();
        for (var next = body; next is not null;)
        {
            var page = await Session.PostAsync($"{Stac}/search", next);
            found.AddRange(page.GetProperty("features").EnumerateArray());
            next = page.GetProperty("links").EnumerateArray().Where(link => link.GetProperty("rel").GetString() == "next")
                .Select(link => link.GetProperty("body").GetRawText()).FirstOrDefault();
        }

        return found;
    }

    private protected async Task<List<string>> SearchIdsAsync(string body) =>
        [.. (await SearchAsync(body)).Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>A file of the storage, by its signed URL.</summary>
    private protected async Task<byte[]> DownloadAsync(string assetUrl)
    {
        var url = (await Session.PostAsync(assetUrl + "/download-url")).GetProperty("url").GetString()!;
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(url, Up42PySession.Cancellation);
    }
}
