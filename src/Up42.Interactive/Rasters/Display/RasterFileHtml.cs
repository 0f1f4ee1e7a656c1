using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The static markup of a raster: thumbnail, facts, bands.</summary>
internal static class RasterFileHtml
{
    private const int ThumbnailSize = 320;
    private const int ThumbnailBytes = 60_000;
    private const int MaxBands = 24;
    private const int MaxNameOnOneLine = 40;

    private static readonly (string Name, bool IsNumber, Func<RasterBand, string?> Value)[] Columns =
    [
        ("number", true, band => band.Number.ToString(CultureInfo.InvariantCulture)),
        ("name", false, band => band.Name),
        ("type", false, band => band.Type.ToText()),
        ("stands for", false, Meaning),
        ("no data", true, band => Number(band.NoData)),
        ("scale", true, band => Number(band.Scale)),
        ("offset", true, band => Number(band.Offset)),
        ("unit", false, band => band.Unit),
    ];

    public static Html Create(RasterFile raster, Html thumbnail) => Html.Format(
        $"""
        {thumbnail}{FactsTable(raster)}
        {Bands(raster)}{Rest(raster.Bands.Count - MaxBands)}
        """);

    private static Html FactsTable(RasterFile raster) => Html.Format(
        $"""<div style="margin-top:12px"><table><caption>{Path.GetFileName(raster.Path)}</caption><tbody>{Facts(raster).Select(Row)}</tbody></table></div>""");

    /// <summary>The bands, with what any of them has.</summary>
    private static Html Bands(RasterFile raster)
    {
        var columns = Columns.Where(column => column.Name is "number" or "name" or "type" || raster.Bands.Any(band => column.Value(band) is not null)).ToList();
        return Html.Format(
            $"""
            <table><caption>Bands</caption><thead><tr>{columns.Select(column => Heading(column.Name, column.IsNumber))}</tr></thead>
            <tbody>{raster.Bands.Take(MaxBands).Select(band => Html.Format($"<tr>{columns.Select(column => Cell(column, band))}</tr>"))}</tbody></table>
            """);
    }

    private static Html Heading(string name, bool isNumber) => Html.Format($"""<th scope="col"{Align(isNumber)}>{name}</th>""");

    private static Html Cell((string Name, bool IsNumber, Func<RasterBand, string?> Value) column, RasterBand band) => column.Name == "name"
        ? Html.Format($"<th scope=\"row\"{(band.Name.Length <= MaxNameOnOneLine ? Html.Trusted(" class=\"u42-n\"") : Html.Empty)}>{band.Name}</th>")
        : Html.Format($"<td{Align(column.IsNumber)}>{column.Value(band) ?? "–"}</td>");

    private static Html Align(bool isNumber) => isNumber ? Html.Trusted(" align=\"right\"") : Html.Empty;

    /// <summary>Reads a thumbnail; where that fails, the reason stands in its place.</summary>
    public static Html Thumbnail(RasterFile raster)
    {
        try
        {
            var picture = new RenderSettings(null, null, Stretch.Default, null).Make(raster, ThumbnailSize, CancellationToken.None);
            return Figure(picture, $"Thumbnail of {Path.GetFileName(raster.Path)}", ThumbnailBytes);
        }
        catch (Exception problem) when (problem is Up42Exception or ObjectDisposedException)
        {
            return Html.Format($"<p>No thumbnail: {(problem is Up42Exception ? problem.Message : "the raster was closed before it was shown.")}</p>");
        }
    }

    /// <summary>A picture above what it shows.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="name">What the picture is, for those who do not see it.</param>
    /// <param name="bytes">Bytes that it may take.</param>
    /// <param name="bar">The key of its colours; empty where there is none.</param>
    public static Html Figure(Picture picture, string name, int bytes, Html bar = default)
    {
        var notes = string.Join(" · ", PictureCaption.Describe(picture));
        var source = DataUri.WebP(DisplayPicture.Encode(picture.Colors, bytes, out var shown));
        var image = Html.Format($"""<img src="{source}" alt="{name}: {notes}" width="{shown.Width}" height="{shown.Height}">""");
        return Html.Format($"""<figure>{image}<figcaption>{bar}<span class="u42-note">{notes}</span></figcaption></figure>""");
    }

    private static IEnumerable<(string Name, string? Value)> Facts(RasterFile raster) =>
    [
        ("size", $"{new RasterSize(raster.Width, raster.Height)} pixels"),
        ("format", $"{raster.Driver}{(raster.Compression is { } compression ? $", {compression}" : string.Empty)}"),
        ("file", FileSize.Format(raster.FileSize)),
        ("read by range", RasterBytes.Origin(raster.Path)),
        ("coordinate reference system", raster.Crs?.ToString() ?? "none"),
        ("pixel", raster.Geotransform.Count == 0 ? null : $"{Number(raster.PixelWidth)} × {Number(raster.PixelHeight)}{raster.Crs?.UnitSuffix}"),
        ("bounds", raster.Bounds is { } bounds ? Box(bounds, raster.Crs?.IsGeographic == true) : null),
        ("bounds in longitude and latitude", raster.BoundsWgs84 is { } wgs84 ? DegreeText.Box(wgs84.MinX, wgs84.MinY, wgs84.MaxX, wgs84.MaxY) : null),
        ("overviews", raster.Overviews.Count > 0 ? string.Join(", ", raster.Overviews) : "none"),
        ("mask", raster.HasMask ? "tells which pixels are data" : null),
        .. raster.Bands.Where(band => band.Classes.Count > 0).Take(MaxBands).Select(band =>
            (raster.Bands.Count == 1 ? "classes" : $"classes of band {band.Number}", (string?)band.ClassesText)),
        ("ground control points", GroundControl(raster)),
        ("rational polynomials", raster.HasRationalPolynomials ? "has a camera model, which is not applied" : null),
        .. raster.Remarks.Select(remark => ("note", (string?)remark)),
    ];

    private static string? GroundControl(RasterFile raster) => raster.IsPlacedByPoints ? "give its place, as with gdalwarp"
        : raster.HasGroundControlPoints ? "not used: the geotransform gives the place"
        : null;

    private static Html Row((string Name, string? Value) fact) => fact.Value is null
        ? Html.Empty
        : Html.Format($"""<tr><th scope="row">{fact.Name}</th><td>{fact.Value}</td></tr>""");

    private static string? Meaning(RasterBand band)
    {
        string[] known =
        [
            .. band.Color == ColorInterpretation.Undefined ? Array.Empty<string>() : [band.Color.ToString().ToLowerInvariant()],
            .. band.Wavelength is { } length ? [string.Create(CultureInfo.InvariantCulture, $"{length:0.#} nm")] : Array.Empty<string>(),
        ];
        return known.Length == 0 ? null : string.Join(", ", known);
    }

    private static Html Rest(int count) => count <= 0 ? Html.Empty : Html.Format($"<p>{DisplayText.CountIs(count, "more band")} not shown.</p>");

    private static string? Number(double? value) => value is { } number ? NumberText.Format(number, digits: 9) : null;

    /// <summary>A box to a hundredth of a unit, of degrees to a millionth.</summary>
    private static string Box(Envelope box, bool isDegrees)
    {
        return $"{Text(box.MinX)} to {Text(box.MaxX)}, {Text(box.MinY)} to {Text(box.MaxY)}";

        string Text(double value) => value.ToString(isDegrees ? "0.######" : "#,0.##", CultureInfo.InvariantCulture);
    }
}
