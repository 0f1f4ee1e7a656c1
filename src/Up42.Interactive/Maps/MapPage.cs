namespace Up42.Interactive;

/// <summary>The page of a map.</summary>
internal static class MapPage
{
    /// <summary>The page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="answer">What it says without scripts.</param>
    /// <param name="options">Whose basemaps it may load.</param>
    /// <param name="json">What it shows: see <see cref="MapData"/>.</param>
    public static Page Of(string title, Html answer, MapOptions options, byte[] json) => new()
    {
        Title = title,
        Kind = "map-page",
        Body = Html.Format($"""<div class="u42-static">{answer}</div>"""),
        Styles = ["map.css"],
        Program = new PageProgram(["map.js.gz"], json),
        PictureOrigins = PictureOrigins(options),
    };

    /// <summary>The hosts of all basemaps that may be chosen.</summary>
    public static IReadOnlyList<string> PictureOrigins(MapOptions options) => [.. options.AllBasemaps.Select(basemap => basemap.Origin).Distinct()];
}
