using System.Web;

namespace Up42.Interactive;

/// <summary>An asset of an item on its way to a file.</summary>
/// <param name="stac">The storage.</param>
/// <param name="asset">The asset.</param>
/// <param name="url">A signed URL of it; when that has expired, it gets a new one.</param>
internal sealed class AssetDownload(StacApi stac, StacAsset asset, Uri url)
{
    /// <summary>What the file is called: as the server tells, with the extension of its type; else as the item calls it.</summary>
    public string Name
    {
        get
        {
            var name = SafeFileName.Create(stac.Connection.WithoutSecrets(FileNameIn(url) ?? asset.Key));
            return asset switch
            {
                { IsRaster: true } when !ResultsLayout.IsRaster(name) => name + ".tif",
                { IsVector: true } when !ResultsLayout.IsVector(name) => name + ".geojson",
                { IsPicture: true } when !ResultsLayout.IsPicture(name) =>
                    name + (asset.MediaType!.Contains("png", StringComparison.OrdinalIgnoreCase) ? ".png" : ".jpg"),
                _ => name,
            };
        }
    }

    /// <summary>The server that has the file.</summary>
    public string Host => url.Host;

    /// <summary>Gets the asset's signed URL.</summary>
    public static async Task<AssetDownload> CreateAsync(StacApi stac, StacAsset asset, CancellationToken cancellationToken)
    {
        var href = asset.Href ?? throw new Up42Exception(SingleLine.Format($"Asset {asset.Key} of item {asset.Item.Id} has no URL."));
        return new AssetDownload(stac, asset, await stac.GetAssetUrlAsync(href, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Downloads the asset to a file. No file of the user's is replaced.</summary>
    /// <returns>The file's full path: <paramref name="path"/>, or <c>NAME_2</c> and so on where another file has that name.</returns>
    public Task<string> GetAsync(string path, IProgress<TransferProgress>? progress, CancellationToken cancellationToken) =>
        new FileDownload(stac.Connection, Source(Path.GetFileName(path)), progress).GetAsync(path, cancellationToken);

    /// <summary>Looks at the beginning of the asset, to read it in parts.</summary>
    /// <exception cref="Up42Exception">The server refuses, or does not send parts of files.</exception>
    public Task<RangeReader> OpenAsync(CancellationToken cancellationToken) => RangeReader.OpenAsync(stac.Connection, Source(Name), cancellationToken);

    private SignedSource Source(string name)
    {
        Uri? first = url;
        return new SignedSource(stac.Connection, new ResultsSource(
            SingleLine.Format($"asset {asset.Key} of item {asset.Item.Id}"),
            name,
            token => Interlocked.Exchange(ref first, null) is { } given ? Task.FromResult(given) : stac.GetAssetUrlAsync(asset.Href!, token)));
    }

    private static string? FileNameIn(Uri url)
    {
        var disposition = HttpUtility.ParseQueryString(url.Query)["response-content-disposition"];
        return System.Net.Http.Headers.ContentDispositionHeaderValue.TryParse(disposition, out var header)
            && (header.FileNameStar ?? header.FileName)?.Trim('"').Split('/', '\\')[^1] is { Length: > 0 } name
            ? name
            : null;
    }
}
