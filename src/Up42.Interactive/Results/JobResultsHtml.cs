using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The static markup of results: rasters with their facts, features, files.</summary>
internal static class JobResultsHtml
{
    private const int MaxRasters = 50;
    private const int MaxFiles = 200;
    private const int MaxNameLength = 40;

    public static Html Render(JobResults results) => Render(results, Fold(results.Table.Count, "feature", results.Table.StaticHtml));

    /// <summary>The same where the features have a place of their own.</summary>
    public static Html WithoutFeatures(JobResults results) => Render(results, Html.Empty);

    private static Html Render(JobResults results, Html features) => Html.Join(
    [
        Html.Format(
            $"""<div style="display:flex;flex-wrap:wrap;column-gap:28px">{results.Picture?.ToHtml() ?? Html.Empty}"""
                + $"<div>{Facts(results)}{Unmatched(results)}{Place(results)}</div></div>"),
        Fold(results.Rasters.Count, "raster", Rasters(results), results.Rasters.Count(raster => raster.Problem is not null)),
        features,
        Html.Format($"<div class=\"u42-k\">{Fold(results.Files.Count, "file", Files(results))}</div>"),
        results.FolderRemarks.Count == 0 ? Html.Empty : Html.Format($"<p>Note: {string.Join(' ', results.FolderRemarks)}</p>"),
    ]);

    /// <summary>What one may do next, in words.</summary>
    public static Html Next(JobResults results) => (results.Rasters.Count, results.Table.Count) switch
    {
        (0, 0) => Html.Empty,
        (0, _) => Html.Format($"<p>Next: <code>results.MapResults()</code> shows the features, <code>results.Table</code> has them.</p>"),
        (_, 0) => Html.Format($"<p>Next: <code>results.PlotResults()</code> and <code>results.MapResults()</code> show the rasters.</p>"),
        _ => Html.Format(
            $"<p>Next: <code>results.PlotResults()</code> and <code>results.MapResults()</code> show them; <code>results.Table</code> "
                + $"has the features.</p>"),
    };

    private static Html Facts(JobResults results)
    {
        var caption = Html.Format($"{FactsHtml.Title("Results", results.ShownName)}: {results.Contents}");
        var facts = ResultFacts.Create(results).Where(fact => !fact.Value.IsEmpty).ToList();
        return facts.Count == 0 ? Html.Format($"<p>{caption}</p>") : FactsTable.Create(caption, facts);
    }

    private static Html Rasters(JobResults results) => Html.Format(
        $"<table><caption>Rasters</caption><thead><tr>"
            + $"""<th scope="col">raster</th><th scope="col">pixels</th><th scope="col">bands</th>"""
            + $"""<th scope="col">CRS</th><th scope="col">pixel size</th><th scope="col">no data</th>"""
            + $"""<th scope="col">compression</th><th scope="col" align="right">file size</th><th scope="col">feature</th></tr></thead>"""
            + $"<tbody>{results.Rasters.Take(MaxRasters).Select(Raster)}</tbody></table>"
            + $"""{Rest(results.Rasters.Count - MaxRasters, "raster")}""");

    /// <summary>Where the rasters lie; of results without rasters, where the features do.</summary>
    private static Html Place(JobResults results)
    {
        var rasters = results.Rasters.Select(raster => raster.Facts?.BoundsWgs84).OfType<Envelope>().ToArray();
        var boxes = rasters.Length == 0 && results.Table.Bounds is { } bounds ? [bounds] : rasters;
        var content = rasters.Length == 0 ? DisplayText.Count(results.Table.Count, "feature") : DisplayText.Count(rasters.Length, "raster");
        var rings = boxes.Select(box => InputArea.Ring(box.MinX, box.MinY, box.MaxX, box.MaxY)).ToArray();
        return rings.Length == 0 ? Html.Empty : OutlineHtml.Render(InputArea.Create("boxes", rings), $"Place of {content}");
    }

    private static Html Raster(ResultRaster raster)
    {
        var facts = raster.Facts is { } known
            ? Html.Format(
                $"<td class=\"u42-n\">{known.Size.ToString()}</td><td class=\"u42-n\">{known.Bands} × "
                    + $"{known.Types}</td><td>{known.Crs ?? "none"}</td><td class=\"u42-n\">{known.PixelSize ?? "–"}</td><td "
                    + $"class=\"u42-n\">{known.NoData}</td><td class=\"u42-n\">{known.Compression ?? "none"}</td>")
            : Html.Format($"<td colspan=\"6\">{raster.Problem}</td>");
        return Html.Format(
            $"""<tr><th scope="row">{raster.Name}</th>{facts}"""
                + $"""<td align="right">{FileSize.Format(raster.File.Length)}</td>"""
                + $"""<td class="u42-n">{Features(raster)}</td></tr>{'\n'}""");
    }

    private static string Features(ResultRaster raster) => raster.Features.Count switch
    {
        0 => "no feature names it",
        1 => $"row {raster.Features[0].Index}{Name(raster.Features[0])}{By(raster.Match)}",
        var count => $"{DisplayText.Count(count, "row")}, the first is {raster.Features[0].Index}{By(raster.Match)}",
    };

    private static string Name(FeatureRow row) =>
        (row.Id?.ToString() ?? (row.Table.HasColumn("uid") ? row.GetText("uid") : null)) is { Length: > 0 } name
            ? $": {DisplayText.Cut(name, MaxNameLength)}"
            : "";

    private static string By(RasterMatch match) => match switch
    {
        RasterMatch.FileName => " (by file name)",
        RasterMatch.Id => " (by id)",
        RasterMatch.Footprint => " (by footprint)",
        _ => "",
    };

    private static Html Unmatched(JobResults results) => Html.Join(
    [
        results.Rasters.Count > 0 && results.UnmatchedFeatures.Count > 0
            ? Html.Format(
                $"<p>{DisplayText.Count(results.UnmatchedFeatures.Count, "feature")} of data.json without a raster: row "
                    + $"{Indexes(results.UnmatchedFeatures)}.</p>")
            : Html.Empty,
        results.Files.Count > 0 && results.Files.All(file => file.Name != ResultsLayout.DataJson)
            ? Html.Format($"<p>There is no data.json, which would have the features.</p>")
            : Html.Empty,
    ]);

    private static string Indexes(IReadOnlyList<FeatureRow> rows) =>
        string.Join(", ", rows.Take(10).Select(row => row.Index.ToString(CultureInfo.InvariantCulture))) + (rows.Count > 10 ? ", …" : "");

    private static Html Files(JobResults results) => Html.Format(
        $"<table><caption>Files below the results' folder</caption>"
            + $"""<thead><tr><th scope="col">file</th><th scope="col" align="right">size</th></tr></thead>"""
            + $"<tbody>{results.Files.Take(MaxFiles).Select(File)}</tbody></table>"
            + $"""{Rest(results.Files.Count - MaxFiles, "file")}""");

    private static Html File(ResultFile file) => Html.Format(
        $"""
        <tr><th scope="row">{file.Name}</th><td align="right">{FileSize.Format(file.Length)}</td></tr>

        """);

    private static Html Fold(int count, string noun, Html content, int problems = 0) => count == 0
        ? Html.Empty
        : Html.Format(
            $"<details{(problems > 0 ? Html.Format($" open") : Html.Empty)}><summary>{DisplayText.Count(count, noun)}"
                + $"{(problems > 0 ? $", {NumberText.Format(problems)} not readable" : string.Empty)}</summary>{content}</details>");

    private static Html Rest(int count, string noun) => count <= 0 ? Html.Empty : Html.Format($"<p>{DisplayText.Count(count, $"more {noun}")} not shown.</p>");
}
