using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The static markup of a raster: thumbnail, facts, bands.</summary>
internal static class RasterFileHtml
{
    private const int ThumbnailSize = 320;
    private const int ThumbnailBytes = 60_000;
    private const int MostBands = 24;

    public static Html Of(RasterFile raster, Html thumbnail) => Html.Format(
        $"""
        {thumbnail}<table><caption>{Path.GetFileName(raster.Path)}</caption><tbody>{Facts(raster).Select(Row)}</tbody></table>
        <table><caption>Bands</caption><thead><tr><th scope="col" align="right">number</th><th scope="col">name</th><th scope="col">type</th><th scope="col">stands for</th><th scope="col" align="right">no data</th><th scope="col" align="right">scale</th><th scope="col" align="right">offset</th><th scope="col">unit</th></tr></thead>
        <tbody>{raster.Bands.Take(MostBands).Select(Band)}</tbody></table>{Rest(raster.Bands.Count - MostBands)}
        """);

    /// <summary>Reads a thumbnail; where that fails, the reason stands in its place.</summary>
    public static Html Thumbnail(RasterFile raster)
    {
        try
        {
            var picture = new PictureRecipe(null, null, Stretch.Default, null).Make(raster, ThumbnailSize, CancellationToken.None);
            var notes = string.Join(" · ", PictureNotes.Of(picture));
            return Html.Format(
                $"""
                <figure><img src="data:image/webp;base64,{Convert.ToBase64String(DisplayPicture.Encode(picture.Colors, ThumbnailBytes))}" alt="Thumbnail of {Path.GetFileName(raster.Path)}: {notes}" width="{picture.Colors.Width}" height="{picture.Colors.Height}"><figcaption><span class="u42-note">{notes}</span></figcaption></figure>
                """);
        }
        catch (Exception problem) when (problem is Up42Exception or ObjectDisposedException)
        {
            return Html.Format($"<p>No thumbnail: {(problem is Up42Exception ? problem.Message : "the raster was closed before it was shown.")}</p>");
        }
    }

    private static IEnumerable<(string Name, string? Value)> Facts(RasterFile raster) =>
    [
        ("size", $"{new RasterSize(raster.Width, raster.Height)} pixels"),
        ("format", $"{raster.Driver}{(raster.Compression is { } compression ? $", {compression}" : string.Empty)}"),
        ("file", string.Create(CultureInfo.InvariantCulture, $"{raster.FileSize:#,0} bytes")),
        ("coordinate reference system", raster.Crs?.ToString() ?? "none"),
        ("pixel", raster.Bounds is null ? null : $"{Number(raster.PixelWidth)} × {Number(raster.PixelHeight)} {raster.Crs?.AxisUnit}"),
        ("bounds", raster.Bounds is { } bounds ? Box(bounds) : null),
        ("bounds in longitude and latitude", raster.BoundsWgs84 is { } wgs84 ? Box(wgs84) : null),
        ("overviews", raster.Overviews.Count > 0 ? string.Join(", ", raster.Overviews) : "none"),
        ("ground control points", raster.HasGroundControlPoints ? "has some, which are not applied" : null),
        ("rational polynomials", raster.HasRationalPolynomials ? "has a camera model, which is not applied" : null),
    ];

    private static Html Row((string Name, string? Value) fact) => fact.Value is null
        ? Html.Empty
        : Html.Format($"""<tr><th scope="row">{fact.Name}</th><td>{fact.Value}</td></tr>""");

    private static Html Band(RasterBand band) => Html.Format(
        $"""
        <tr><td align="right">{band.Number}</td><th scope="row">{band.Name}</th><td>{band.Type}</td><td>{Meaning(band)}</td><td align="right">{Number(band.NoData)}</td><td align="right">{Number(band.Scale)}</td><td align="right">{Number(band.Offset)}</td><td>{band.Unit ?? "–"}</td></tr>

        """);

    private static string Meaning(RasterBand band)
    {
        string[] known =
        [
            .. band.Color == ColorInterpretation.Undefined ? Array.Empty<string>() : [band.Color.ToString().ToLowerInvariant()],
            .. band.Wavelength is { } length ? [string.Create(CultureInfo.InvariantCulture, $"{length:0.#} nm")] : Array.Empty<string>(),
        ];
        return known.Length == 0 ? "–" : string.Join(", ", known);
    }

    private static Html Rest(int count) => count <= 0 ? Html.Empty : Html.Format($"<p>{count} more bands not shown.</p>");

    private static string Number(double? value) => value?.ToString("0.########", CultureInfo.InvariantCulture) ?? "–";

    private static string Box(Envelope box) => string.Create(
        CultureInfo.InvariantCulture, $"{Number(box.MinX)} to {Number(box.MaxX)}, {Number(box.MinY)} to {Number(box.MaxY)}");
}
