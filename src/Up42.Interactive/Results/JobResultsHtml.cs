using System.Globalization;

namespace Up42.Interactive;

/// <summary>The static markup of results: rasters with their facts, features, files.</summary>
internal static class JobResultsHtml
{
    private const int MostRasters = 50;
    private const int MostFiles = 200;

    public static Html Of(JobResults results) => Html.Join(
    [
        Rasters(results),
        Unmatched(results),
        Fold(results.Table.Count, "feature", results.Table.StaticHtml),
        Fold(results.Files.Count, "file", Files(results)),
    ]);

    private static Html Rasters(JobResults results)
    {
        var caption = $"{results.Name}: {JobResults.Count(results.Rasters.Count, "raster")}, {JobResults.Count(results.Table.Count, "feature")}, "
            + $"{JobResults.Count(results.Files.Count, "file")}, {FileSize.Text(results.Files.Sum(file => file.Length))}";
        return results.Rasters.Count == 0
            ? Html.Format($"<p>{caption}</p>")
            : Html.Format(
                $"""
                <table><caption>{caption}</caption><thead><tr><th scope="col">raster</th><th scope="col">size</th><th scope="col">bands</th><th scope="col">CRS</th><th scope="col">pixel</th><th scope="col">no data</th><th scope="col">compression</th><th scope="col" align="right">file</th><th scope="col">feature</th></tr></thead><tbody>{results.Rasters.Take(MostRasters).Select(Raster)}</tbody></table>{Rest(results.Rasters.Count - MostRasters, "raster")}
                """);
    }

    private static Html Raster(ResultRaster raster)
    {
        var facts = raster.Facts is { } known
            ? Html.Format($"<td class=\"u42-n\">{known.Size.ToString()}</td><td class=\"u42-n\">{known.Bands} × {known.Types}</td><td>{known.Crs ?? "none"}</td><td class=\"u42-n\">{known.PixelSize ?? "–"}</td><td class=\"u42-n\">{known.NoData}</td><td class=\"u42-n\">{known.Compression ?? "none"}</td>")
            : Html.Format($"<td colspan=\"6\">{raster.Problem}</td>");
        return Html.Format(
            $"""
            <tr><th scope="row">{raster.Name}</th>{facts}<td align="right">{FileSize.Text(raster.File.Length)}</td><td class="u42-n">{Features(raster)}</td></tr>

            """);
    }

    private static string Features(ResultRaster raster) => raster.Features.Count switch
    {
        0 => "no feature names it",
        1 => $"row {raster.Features[0].Index}{By(raster.Match)}",
        var count => $"{JobResults.Count(count, "row")}, the first is {raster.Features[0].Index}{By(raster.Match)}",
    };

    private static string By(RasterMatch match) => match switch
    {
        RasterMatch.FileName => " (by file name)",
        RasterMatch.Id => " (by id)",
        RasterMatch.Footprint => " (by footprint)",
        _ => "",
    };

    private static Html Unmatched(JobResults results) => results.UnmatchedFeatures.Count == 0 || results.Rasters.Count == 0
        ? Html.Empty
        : Html.Format($"<p>{JobResults.Count(results.UnmatchedFeatures.Count, "feature")} of data.json without a raster: row {Indexes(results.UnmatchedFeatures)}.</p>");

    private static string Indexes(IReadOnlyList<FeatureRow> rows) =>
        string.Join(", ", rows.Take(10).Select(row => row.Index.ToString(CultureInfo.InvariantCulture))) + (rows.Count > 10 ? ", …" : "");

    private static Html Files(JobResults results) => Html.Format(
        $"""
        <table><caption>Files in {results.Directory}</caption><thead><tr><th scope="col">file</th><th scope="col" align="right">size</th></tr></thead><tbody>{results.Files.Take(MostFiles).Select(File)}</tbody></table>{Rest(results.Files.Count - MostFiles, "file")}
        """);

    private static Html File(ResultFile file) => Html.Format(
        $"""
        <tr><th scope="row">{file.Name}</th><td align="right">{FileSize.Text(file.Length)}</td></tr>

        """);

    private static Html Fold(int count, string noun, Html content) => count == 0
        ? Html.Empty
        : Html.Format($"<details><summary>{JobResults.Count(count, noun)}</summary>{content}</details>");

    private static Html Rest(int count, string noun) => count <= 0 ? Html.Empty : Html.Format($"<p>{JobResults.Count(count, $"more {noun}")} not shown.</p>");
}
