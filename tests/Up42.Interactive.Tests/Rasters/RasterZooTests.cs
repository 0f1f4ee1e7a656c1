using System.Text.Json;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Every kind of raster, compared with GDAL's own programs.</summary>
public sealed class RasterZooTests(RasterZooTests.Made made) : IClassFixture<RasterZooTests.Made>
{
    public static TheoryData<string> Kinds => [.. RasterZoo.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Preview_has_the_pixels_of_gdal_translate(string kind)
    {
        var path = made[kind];
        using var raster = RasterFile.Open(path);
        int[] bands = [.. raster.Bands.Select(band => band.Number).Where(number => number is <= 4 or > 128)];

        foreach (var maxSize in new[] { 97, 10_000 })
        {
            var image = raster.Preview(maxSize, bands, TestContext.Current.CancellationToken);

            Math.Max(image.Width, image.Height).ShouldBe(Math.Min(maxSize, Math.Max(raster.Width, raster.Height)));
            var expected = Expected(raster, [.. bands.Select(band => $"{band}")], image);
            for (var i = 0; i < bands.Length; i++)
            {
                image.Values(i).SequenceEqual(expected[i]).ShouldBeTrue($"band {bands[i]} at {image.Width}×{image.Height}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Preview_has_the_mask_of_gdal_translate(string kind)
    {
        var path = made[kind];
        using var raster = RasterFile.Open(path);

        var image = raster.Preview(211, cancellationToken: TestContext.Current.CancellationToken);

        var masks = Expected(raster, [.. raster.DefaultBands.Select(band => $"mask,{band}")], image);
        var expected = Enumerable.Range(0, image.Mask.Length).Select(i => (byte)masks.Max(mask => mask[i])).ToArray();
        image.Mask.SequenceEqual(expected).ShouldBeTrue();
        if (kind is "8-bit alpha" or "internal mask" or "mask beside it")
        {
            expected.ShouldContain((byte)0);
            expected.ShouldContain((byte)255);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Facts_are_those_of_gdalinfo(string kind)
    {
        var path = made[kind];
        using var raster = RasterFile.Open(path);
        var info = Reference.Info(path);

        raster.Driver.ShouldBe(info.GetProperty("driverShortName").GetString());
        info.GetProperty("size").EnumerateArray().Select(length => length.GetInt32()).ShouldBe([raster.Width, raster.Height]);
        var bands = info.GetProperty("bands").EnumerateArray().ToList();
        raster.Bands.Count.ShouldBe(bands.Count);
        foreach (var (band, expected) in raster.Bands.Zip(bands))
        {
            band.Color.ToString().ShouldBe(expected.GetProperty("colorInterpretation").GetString());
            band.NoData.HasValue.ShouldBe(expected.TryGetProperty("noDataValue", out _));
            band.Scale.ShouldBe(expected.TryGetProperty("scale", out var scale) ? scale.GetDouble() : null);
        }

        raster.Compression.ShouldBe(info.GetProperty("metadata").TryGetProperty("IMAGE_STRUCTURE", out var structure)
            && structure.TryGetProperty("COMPRESSION", out var compression) ? compression.GetString() : null);
        raster.HasGroundControlPoints.ShouldBe(info.TryGetProperty("gcps", out _));
        raster.Geotransform.ShouldBe(info.TryGetProperty("geoTransform", out var numbers) ? [.. numbers.EnumerateArray().Select(n => n.GetDouble())] : [], 1e-12);
        raster.Overviews.Count.ShouldBe(bands[0].TryGetProperty("overviews", out var overviews) ? overviews.GetArrayLength() : 0);
        if (info.TryGetProperty("wgs84Extent", out var extent) && raster.BoundsWgs84 is { } bounds)
        {
            var corners = extent.GetProperty("coordinates")[0].EnumerateArray().Select(point => (X: point[0].GetDouble(), Y: point[1].GetDouble())).ToList();
            bounds.MinX.ShouldBe(corners.Min(corner => corner.X), 1e-3);
            bounds.MaxX.ShouldBe(corners.Max(corner => corner.X), 1e-3);
            bounds.MinY.ShouldBe(corners.Min(corner => corner.Y), 1e-3);
            bounds.MaxY.ShouldBe(corners.Max(corner => corner.Y), 1e-3);
        }
    }

    private static double[][] Expected(RasterFile raster, IReadOnlyList<string> bands, RasterImage image)
    {
        var type = raster.Bands[0].Type;
        var pixels = Reference.Pixels(raster.Path, bands, image.Width, image.Height, type.StartsWith("complex", StringComparison.Ordinal));
        if (type == "int8" && !bands[0].StartsWith("mask", StringComparison.Ordinal))
        {
            pixels = [.. pixels.Select(band => band.Select(value => (double)(sbyte)(byte)value).ToArray())];
        }

        return raster.Geotransform switch
        {
            [_, _, _, _, _, > 0] => [.. pixels.Select(band => band.Chunk(image.Width).Reverse().SelectMany(row => row).ToArray())],
            [_, < 0, _, _, _, _] => [.. pixels.Select(band => band.Chunk(image.Width).SelectMany(row => row.Reverse()).ToArray())],
            _ => pixels,
        };
    }

    /// <summary>One raster of each kind for all tests.</summary>
    public sealed class Made : IDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly Dictionary<string, string> _paths = [];

        public string this[string kind] => _paths.TryGetValue(kind, out var path) ? path : _paths[kind] = RasterZoo.Make(_folder, kind);

        public void Dispose() => _folder.Dispose();
    }
}
