using System.Diagnostics;
using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>What a process of ours does in a row.</summary>
internal static class Tasks
{
    public static IReadOnlyList<string> Names { get; } = ["plot", "plot-again", "map", "map-100", "detail", "tables", "features", "compute", "zonal"];

    /// <summary>Does a task and says how long it took; <c>plot-again</c> plots twice, so that what is paid once in a process shows.</summary>
    /// <param name="task">One of <see cref="Names"/>.</param>
    /// <param name="raster">The raster, or the file of features.</param>
    /// <param name="output">The page to write.</param>
    public static int Run(string task, string raster, string output)
    {
        var first = Time(() => Do(task, raster, output));
        var second = task == "plot-again" ? Time(() => Do(task, raster, output)) : (double?)null;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"in process {first:0.00} s{(second is { } s ? $", again {s:0.00} s" : "")}; {new FileInfo(output).Length / 1e6:0.00} MB"));
        return 0;
    }

    private static void Do(string task, string raster, string output)
    {
        if (task == "tables")
        {
            File.WriteAllText(output, FeatureTable.Read(raster).ToHtml());
            return;
        }

        if (task == "features")
        {
            FeatureTable.Read(raster).Map(colorBy: "class").SaveHtml(output);
            return;
        }

        if (task == "compute")
        {
            using var scene = RasterFile.Open(raster);
            scene.Compute("(b4 - b3) / (b4 + b3)").SaveTif(output);
            return;
        }

        if (task == "zonal")
        {
            using var scene = RasterFile.Open(raster);
            FeatureTable.Read(BenchZones.Get(raster)).WithZonalStatistics(scene.Compute("b4").Rename("nir"), ["count", "mean", "min", "max"]).SaveCsv(output);
            return;
        }

        var results = JobResults.Open(Path.GetDirectoryName(raster)!);
        if (task == "detail")
        {
            results.MapResults(bands: [3, 2, 1], options: new MapOptions { Detail = true }).SaveHtml(output);
        }
        else if (task is "map" or "map-100")
        {
            results.MapResults(bands: [3, 2, 1]).SaveHtml(output);
        }
        else
        {
            results.PlotResults(bands: [3, 2, 1]).SaveHtml(output);
        }
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
