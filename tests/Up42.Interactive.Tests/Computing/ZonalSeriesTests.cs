using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Computing;

public sealed class ZonalSeriesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Series_has_a_row_for_each_date_and_area_in_their_order()
    {
        var (later, earlier) = (Job("b", "2023-06-01", seed: 2), Job("a", "2023-04-22", seed: 1));
        var areas = FeatureTable.From([new Point(13.3860, 52.5170).Buffer(0.001), new Point(13.3840, 52.5180).Buffer(0.001)])
            .WithColumn("name", row => $"area {row.Index + 1}");

        var series = JobCollectionResults.Open(_folder.Path, Token).ZonalSeries(areas, "red", cancellationToken: Token);

        series.Select(row => (row.GetDate("date")!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetText("name"))).ShouldBe(
            [("2023-04-22", "area 1"), ("2023-04-22", "area 2"), ("2023-06-01", "area 1"), ("2023-06-01", "area 2")]);
        foreach (var (start, path) in new[] { (0, earlier), (2, later) })
        {
            using var raster = RasterFile.Open(path);
            series.Skip(start).Take(2).Select(row => row.GetNumber("red_mean")).ShouldBe(
                areas.WithZonalStatistics(raster.Compute("red"), ["mean"], Token).Select(row => row.GetNumber("red_mean")));
        }

        series.PlotSeries("date", "red_mean", by: "name").ToString().ShouldStartWith("Plot of red_mean by date: 4 values in 2 groups");
    }

    private string Job(string name, string date, int seed)
    {
        var folder = Directory.CreateDirectory(_folder[$"job_{name}"]).FullName;
        File.WriteAllText(
            Path.Combine(folder, "data.json"),
            $$"""
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,
            "properties":{"acquisitionDate":"{{date}}T10:00:00Z","up42.data_path":"scene.tif"} }]}
            """);
        return TestScene.Write(Path.Combine(folder, "scene.tif"), 130, 70, TestScene.Utm, 32633, seed: seed);
    }
}
