using System.Globalization;
using System.Text;
using Up42.Interactive.Sandbox;

namespace Up42.Interactive.Bench;

/// <summary>How many bytes displays have in a cell, against their budgets; a report has those of the displays in it.</summary>
internal static class DisplaySizes
{
    private const double Table = 0.2;
    private const double Plot = 1.5;
    private const double Map = 4;
    private const double Report = Plot + Map + Table;

    /// <summary>Prints a line for each, as a Markdown table.</summary>
    /// <param name="folder">Where files may lie while it works.</param>
    /// <param name="features">Many features.</param>
    /// <param name="detections">Many features to be shown on a map.</param>
    /// <param name="up42">The tool.</param>
    /// <returns>The exit code: 1 where a display is larger than its budget.</returns>
    public static int Print(string folder, string features, string detections, string up42)
    {
        Console.WriteLine("| display | MB | budget MB | of it |\n|---|---|---|---|");
        var isWithin = true;
        foreach (var (name, bytes, budget) in Measure(folder, features, detections, up42))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {bytes / 1e6:0.00} | {budget:0.0} | {bytes / budget / 1e4:0} % |"));
            isWithin &= bytes <= budget * 1e6;
        }

        return isWithin ? 0 : 1;
    }

    private static IEnumerable<(string Name, long Bytes, double Budget)> Measure(string folder, string features, string detections, string up42)
    {
        var (large, small) = (Scene(folder, 2048), Scene(folder, 512));
        var results = JobResults.Open(large);
        yield return ("results, 1 raster", Bytes(results), Table);
        yield return ("plot, 3 bands of 2,048 × 2,048", Bytes(results.PlotResults(bands: [3, 2, 1])), Plot);
        yield return ("plot, NDVI", Bytes(results.PlotResults(options: new PlotOptions { Expression = "NDVI" })), Plot);
        yield return ("plot, 3 bands of 512 × 512", Bytes(JobResults.Open(small).PlotResults(bands: [3, 2, 1])), Plot);
        yield return ("histogram, 4 bands", Bytes(results.PlotHistogram()), Plot);
        yield return ("map, 3 bands of 2,048 × 2,048", Bytes(results.MapResults(bands: [3, 2, 1])), Map);
        var boxes = FeatureTable.Read(detections);
        yield return (string.Create(CultureInfo.InvariantCulture, $"map, {boxes.Count:N0} boxes"), Bytes(boxes.Map(colorBy: "class")), Map);
        yield return (
            string.Create(CultureInfo.InvariantCulture, $"map, {boxes.Count:N0} boxes over 2,048 × 2,048"),
            Bytes(boxes.Map(over: results, bands: [3, 2, 1])), Map);
        var table = FeatureTable.Read(features);
        yield return ("table, 1,700 features", Bytes(table.Head(1700)), Table);
        yield return (string.Create(CultureInfo.InvariantCulture, $"table, {table.Count:N0} features"), Bytes(table), Table);
        var report = Path.Combine(folder, "report.html");
        foreach (var (name, scene) in new[] { ("report, 2,048 × 2,048", large), ("report, 512 × 512", small) })
        {
            _ = Measurement.Run([up42, "report", scene, "-o", report]);
            yield return (name, new FileInfo(report).Length, Report);
        }
    }

    private static string Scene(string folder, int size)
    {
        var results = Directory.CreateDirectory(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"scene-{size}"))).FullName;
        SceneMaker.Write(Path.Combine(results, "scene.tif"), new SceneOptions { Width = size, Height = size });
        return results;
    }

    private static long Bytes(IDisplay display) => Encoding.UTF8.GetByteCount(display.ToHtml());
}
