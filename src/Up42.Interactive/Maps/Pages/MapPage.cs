namespace Up42.Interactive;

/// <summary>The page of a map.</summary>
internal static class MapPage
{
    /// <summary>The page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="staticHtml">What it says without scripts.</param>
    /// <param name="options">Whose basemaps it may load.</param>
    /// <param name="data">What it shows.</param>
    public static Page Create(string title, Html staticHtml, MapOptions options, MapPageData data) => new()
    {
        Title = title,
        Kind = "map-page",
        Body = Html.Format($"""<div class="u42-static">{staticHtml}</div>"""),
        Styles = ["map.css"],
        Program = new PageProgram(["map.js.gz"], PageData.Serialize(data, MapPageJson.Default.MapPageData)),
        PictureOrigins = PictureOrigins(options),
    };

    /// <summary>The hosts of all basemaps that may be chosen.</summary>
    public static IReadOnlyList<string> PictureOrigins(MapOptions options) => [.. options.AllBasemaps.Select(basemap => basemap.Origin).Distinct()];
}
