using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>NumPy and rasterio judge the numbers that are said of rasters.</summary>
[Trait("Tier", "Long")]
public sealed class NumPyTests(RasterZooTests.Made made) : IClassFixture<RasterZooTests.Made>
{
    private const string Measure = """
        import json, sys
        import numpy as np, rasterio
        with rasterio.open(sys.argv[1]) as file:
            values = file.read(1, masked=True)
        values = np.ma.compressed(values)
        values = np.abs(values.astype("complex128")) if np.iscomplexobj(values) else values.astype("float64")
        values = values[np.isfinite(values)]
        counts = np.bincount((values - values.min()).astype("int64")) if np.all(values == np.round(values)) and np.ptp(values) < 1e5 else []
        print(json.dumps({
            "count": int(values.size), "minimum": values.min(), "maximum": values.max(), "mean": values.mean(), "deviation": values.std(),
            "median": np.median(values), "low": np.percentile(values, 2), "high": np.percentile(values, 98), "counts": [int(n) for n in counts]}))
        """;

    private const string Index = """
        import json, sys
        import numpy as np, rasterio
        with rasterio.open(sys.argv[1]) as file:
            one, two = (file.read(int(n), masked=True).astype("float64") * file.scales[int(n) - 1] + file.offsets[int(n) - 1] for n in sys.argv[2:4])
        with np.errstate(all="ignore"):
            index = (one - two) / (one + two)
        index = np.ma.masked_invalid(index).compressed()
        print(json.dumps({"count": int(index.size), "minimum": index.min(), "maximum": index.max(), "mean": index.mean(),
            "low": np.percentile(index, 2), "high": np.percentile(index, 98)}))
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All kinds but one: rasterio of GDAL 3.6 takes signed bytes for unsigned ones.</summary>
    public static TheoryData<string> Kinds => [.. RasterZoo.Kinds.Keys.Where(kind => !kind.Contains("int8 as", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Statistics_percentiles_and_histograms_are_those_of_NumPy(string kind)
    {
        var right = Ask(Measure, made[kind]);
        using var raster = RasterFile.Open(made[kind]);
        var image = raster.Preview(10_000, [1], Token);

        var statistics = raster.Statistics([1], Token)[0];
        var (low, high) = Percentiles.Measure(image, [0], 2, 98)!.Value;
        var histogram = image.Histogram(256)[0];

        statistics.Count.ShouldBe((long)Number("count"));
        Near(statistics.Minimum, "minimum");
        Near(statistics.Maximum, "maximum");
        Near(statistics.Mean, "mean");
        Near(statistics.StandardDeviation, "deviation");
        Near(low, "low");
        Near(high, "high");
        histogram.Counts.Sum().ShouldBe((long)Number("count"));
        if (raster.Bands[0].Type.IsInteger() && right["counts"]!.AsArray().Select(count => (long)count!).ToList() is { Count: > 0 } counts)
        {
            var width = (int)histogram.BinWidth;
            histogram.Counts.ShouldBe(counts.Chunk(Math.Max(1, width)).Select(part => part.Sum()));
            Near(histogram.Median, "median", histogram.BinWidth);
        }

        double Number(string name) => (double)right[name]!;

        void Near(double value, string name, double tolerance = 0) =>
            value.ShouldBe(Number(name), tolerance + (1e-9 * Math.Max(1, Math.Abs(Number(name)))), name);
    }

    /// <summary>Normalized differences of two bands: physical values, of pixels that are valid in both.</summary>
    [Theory]
    [InlineData("a02_ndvi_nodata_one_band", 2, 1)]
    [InlineData("a01_nodata_one_band_int16", 1, 3)]
    [InlineData("a03_nan_one_band", 1, 2)]
    [InlineData("f55_s2_offset_ndvi", 2, 1)]
    public void Indices_are_those_of_NumPy(string name, int one, int two)
    {
        using var raster = RasterCaseTests.Open(name);
        var right = Ask(Index, raster.Path, $"{one}", $"{two}");

        var image = BandExpression.Evaluate($"(b{one} - b{two}) / (b{one} + b{two})", raster, 10_000, Token);

        var values = image.Values(0).ToArray().Where((value, i) => image.MaskOf(0)[i] != 0).ToList();
        values.Count.ShouldBe((int)right["count"]!);
        values.Min().ShouldBe((double)right["minimum"]!, 1e-9);
        values.Max().ShouldBe((double)right["maximum"]!, 1e-9);
        values.Average().ShouldBe((double)right["mean"]!, 1e-9);
        var (low, high) = Percentiles.Measure(image, [0], 2, 98)!.Value;
        low.ShouldBe((double)right["low"]!, 1e-6);
        high.ShouldBe((double)right["high"]!, 1e-6);
    }

    private static JsonNode Ask(string script, params string[] arguments) =>
        JsonNode.Parse(Tool.Run("/usr/bin/python3", ["-c", script, .. arguments]), null, new JsonDocumentOptions { MaxDepth = 8 })!;
}
