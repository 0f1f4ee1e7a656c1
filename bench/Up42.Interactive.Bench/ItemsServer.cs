using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Up42.Interactive.Bench;

/// <summary>A server on loopback whose storage has ten thousand items, in pages that were written before; all have the same thumbnail.</summary>
public sealed class ItemsServer : IAsyncDisposable
{
    /// <summary>How many items there are.</summary>
    public const int Items = 10_000;

    private const int PageSize = 100;
    private static readonly string[] Links = ["self", "parent", "collection", "root"];

    private readonly WebApplication _app;
    private readonly byte[] _picture = Picture.Create(320, 320);
    private byte[][] _pages = [];

    private ItemsServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>Bytes of all pages.</summary>
    public long Length => _pages.Sum(page => (long)page.Length);

    /// <summary>Starts a server.</summary>
    public static async Task<ItemsServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new ItemsServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync().ConfigureAwait(false);
        server._pages = [.. Enumerable.Range(0, Items / PageSize).Select(server.Page)];
        return server;
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync().ConfigureAwait(false);

    private static Dictionary<string, object> Item(int number, Uri endpoint)
    {
        var (west, south) = ((number * 37 % 3500 / 10.0) - 175, (number * 17 % 1600 / 10.0) - 80);
        double[][] ring = [[west, south], [west + 0.3, south], [west + 0.3, south + 0.3], [west, south + 0.3], [west, south]];
        var (id, collection) = ($"{number * 2654435761:x8}-0000-4000-8000-{number * 40503L:x12}", $"c{number / 4}");
        return new()
        {
            ["type"] = "Feature",
            ["stac_version"] = "1.0.0",
            ["id"] = id,
            ["collection"] = collection,
            ["bbox"] = ring[0].Concat(ring[2]),
            ["geometry"] = new { type = "Polygon", coordinates = new[] { ring } },
            ["links"] = Links.Select(rel => new { rel, href = $"{endpoint}v2/assets/stac/collections/{collection}/items/{id}" }),
            ["properties"] = new Dictionary<string, object?>
            {
                ["title"] = $"DS_PHR1B_{number:00000}_R1C1",
                ["datetime"] = new DateTime(2021, 3, 1).AddHours(number).ToString("O", CultureInfo.InvariantCulture) + "Z",
                ["platform"] = $"PHR-1{"AB"[number % 2]}",
                ["constellation"] = "PHR",
                ["gsd"] = 0.5 + (number % 30 / 100.0),
                ["eo:cloud_cover"] = number % 101,
                ["proj:epsg"] = null,
                ["up42-product:modality"] = "multispectral",
                ["up42-product:data_type"] = "raster",
                ["up42-system:asset_id"] = id,
                ["up42-system:account_id"] = id,
                ["up42-system:workspace_id"] = id,
                ["view:azimuth"] = 254.5 + (number % 100),
                ["view:incidence_angle"] = number % 30,
                ["view:sun_azimuth"] = 95.8,
                ["view:sun_elevation"] = 66.3,
            },
            ["assets"] = new
            {
                data = Asset("data", "image/tiff; application=geotiff; profile=cloud-optimized"),
                archive = Asset("archive", "application/zip"),
                thumbnail = Asset("thumbnail", "image/png"),
            },
        };

        object Asset(string key, string type) => new { href = $"{endpoint}v2/assets/{key}-{number}", type, title = key, description = "Storage Data" };
    }

    private byte[] Page(int page)
    {
        object[] next = page + 1 < Items / PageSize
            ? [new { rel = "next", method = "POST", href = $"{Endpoint}v2/assets/stac/search", body = new { limit = PageSize, token = $"{page + 1}" } }]
            : [];
        var features = Enumerable.Range(page * PageSize, PageSize).Select(number => Item(number, Endpoint));
        return JsonSerializer.SerializeToUtf8Bytes(new { type = "FeatureCollection", features, links = next });
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        context.Response.ContentType = "application/json";
        if (path.EndsWith("/search", StringComparison.Ordinal))
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var page = body.RootElement.TryGetProperty("token", out var token) ? int.Parse(token.GetString()!, CultureInfo.InvariantCulture) : 0;
            await context.Response.Body.WriteAsync(_pages[page]);
        }
        else if (path.StartsWith("/storage/", StringComparison.Ordinal))
        {
            var range = context.Request.GetTypedHeaders().Range!.Ranges.Single();
            var (from, to) = ((int)range.From!.Value, (int)Math.Min(range.To!.Value, _picture.Length - 1));
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{to}/{_picture.Length}";
            context.Response.Headers.ETag = "\"picture\"";
            await context.Response.Body.WriteAsync(_picture.AsMemory(from..(to + 1)));
        }
        else
        {
            await context.Response.WriteAsync(
                path.EndsWith("/token", StringComparison.Ordinal) ? """{"access_token":"token"}"""
                : path.EndsWith("/userinfo", StringComparison.Ordinal) ? """{"sub":"workspace"}"""
                : $$"""{"url":"{{Endpoint}}storage/{{Path.GetFileName(Path.GetDirectoryName(path))}}"}""");
        }
    }
}
