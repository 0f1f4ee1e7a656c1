using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Every kind of raster, compared with GDAL's own programs.</summary>
public sealed class RasterZooTests(RasterZooTests.Made made) : IClassFixture<RasterZooTests.Made>
{
    public static TheoryData<string> Kinds => [.. RasterZoo.Kinds.Keys];

    /// <summary>GDAL 3.6 counts what masks hide, and of complex numbers the real part; here the one is no data and the other a magnitude.</summary>
    public static TheoryData<string> Measured =>
        [.. RasterZoo.Kinds.Keys.Where(kind => kind is not "WebP" && !kind.Contains("complex") && !kind.Contains("alpha") && !kind.Contains("mask"))];

    /// <summary>Those that say where they lie.</summary>
    public static TheoryData<string> Placed => [.. RasterZoo.Kinds.Keys.Where(kind =>
        kind is not ("no CRS" or "ground control points" or "PNG" or "PNG with palette" or "JPEG" or "WebP"))];

    [Fact]
    public void More_than_sixty_files_are_compared_in_every_way()
    {
        Kinds.Count.ShouldBeGreaterThanOrEqualTo(75);
        Measured.Count.ShouldBeGreaterThanOrEqualTo(65);
        Placed.Count.ShouldBeGreaterThanOrEqualTo(70);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Preview_has_the_pixels_and_the_mask_of_gdal_translate(string kind)
    {
        var path = made[kind];
        using var raster = RasterFile.Open(path);
        int[] bands = [.. raster.Bands.Select(band => band.Number).Where(number => number is <= 4 or > 128)];

        foreach (var maxSize in new[] { 97, 10_000 })
        {
            var image = raster.Preview(maxSize, bands, TestContext.Current.CancellationToken);
            var usual = raster.Preview(maxSize, cancellationToken: TestContext.Current.CancellationToken);

            Math.Max(image.Width, image.Height).ShouldBe(Math.Min(maxSize, Math.Max(raster.Width, raster.Height)));
            var expected = Expected(raster, [.. bands.Select(band => $"{band}"), .. raster.DefaultBands.Select(band => $"mask,{band}")], image);
            for (var i = 0; i < bands.Length; i++)
            {
                image.Values(i).SequenceEqual(expected[i]).ShouldBeTrue($"band {bands[i]} at {image.Width}×{image.Height}");
            }

            var mask = Enumerable.Range(0, usual.Mask.Length).Select(i => (byte)expected[bands.Length..].Max(mask => mask[i])).ToArray();
            usual.Mask.SequenceEqual(mask).ShouldBeTrue($"mask at {image.Width}×{image.Height}");
            if (kind is "8-bit alpha" or "internal mask" or "mask beside it")
            {
                mask.ShouldContain((byte)0);
                mask.ShouldContain((byte)255);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Facts_are_those_of_gdalinfo(string kind)
    {
        var path = made[kind];
        using var raster = RasterFile.Open(path);
        var info = made.Info(kind);

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
        raster.Geotransform.ShouldBe(
            info.TryGetProperty("geoTransform", out var numbers) ? [.. numbers.EnumerateArray().Select(n => n.GetDouble())] : [], 1e-12);
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

    [Theory]
    [MemberData(nameof(Measured))]
    public void Statistics_are_those_of_gdalinfo(string kind)
    {
        using var raster = RasterFile.Open(made[kind]);
        int[] bands = [.. raster.Bands.Select(band => band.Number).Where(number => number is <= 4 or > 128 and < 131)];

        var statistics = raster.Statistics(bands, TestContext.Current.CancellationToken);

        var info = made.Info(kind).GetProperty("bands");
        File.Exists($"{made[kind]}.aux.xml").ShouldBeFalse("GDAL would believe it next time");
        statistics.Count.ShouldBe(bands.Length);
        foreach (var own in statistics)
        {
            var metadata = info[own.Band.Number - 1].GetProperty("metadata").GetProperty("");
            foreach (var (name, value) in new[]
            {
                ("MINIMUM", own.Minimum), ("MAXIMUM", own.Maximum), ("MEAN", own.Mean), ("STDDEV", own.StandardDeviation),
            })
            {
                var expected = double.Parse(metadata.GetProperty($"STATISTICS_{name}").GetString()!, CultureInfo.InvariantCulture);
                value.ShouldBe(expected, 1e-9 * Math.Max(1, Math.Abs(expected)), $"{name} of {own.Band.Name}");
            }
        }
    }

    [Theory]
    [Trait("Tier", "Long")]
    [MemberData(nameof(Placed))]
    public void Warp_has_the_values_of_gdalwarp_on_the_same_reduced_raster(string kind)
    {
        using var folder = new TempFolder();
        using var raster = RasterFile.Open(made[kind]);
        var (reduced, warped) = (folder["reduced.tif"], folder["warped.tif"]);
        var preview = raster.Preview(150, [1], TestContext.Current.CancellationToken);

        var image = preview.Warp(RasterCrs.FromEpsg(3035), 120, TestContext.Current.CancellationToken);

        Tool.Run("gdal_translate", "-q", "-b", "1", "-outsize", $"{preview.Width}", $"{preview.Height}", "-r", "nearest", made[kind], reduced);
        Tool.Run(
            "gdalwarp",
            ["-q", "-t_srs", "EPSG:3035", "-r", "near", "-te",
            .. new[] { image.Bounds!.MinX, image.Bounds.MinY, image.Bounds.MaxX, image.Bounds.MaxY }
            .Select(number => number.ToString("R", CultureInfo.InvariantCulture)), "-ts", $"{image.Width}", $"{image.Height}", reduced, warped]);
        var expected = Reference.Pixels(warped, ["1"], image.Width, image.Height, raster.Bands[0].Type >= PixelType.ComplexInt16)[0];
        var valid = Enumerable.Range(0, expected.Length).Where(i => image.Mask[i] != 0).ToList();
        valid.Count.ShouldBeGreaterThan(0);
        var own = valid.Select(i => raster.Bands[0].Type == PixelType.Int8 && image.Values(0)[i] < 0 ? image.Values(0)[i] + 256 : image.Values(0)[i]);
        own.Zip(valid.Select(i => expected[i])).Count(pair => !(Math.Abs(pair.First - pair.Second) <= 1e-9 * Math.Abs(pair.Second))).ShouldBe(0);
    }

    private static double[][] Expected(RasterFile raster, IReadOnlyList<string> bands, RasterImage image)
    {
        var type = raster.Bands[0].Type;
        var pixels = Reference.Pixels(raster.Path, bands, image.Width, image.Height, type >= PixelType.ComplexInt16);
        if (type == PixelType.Int8)
        {
            pixels = [.. pixels.Zip(
                bands, (band, name) =>
                    name.StartsWith("mask", StringComparison.Ordinal) ? band : [.. band.Select(value => (double)(sbyte)(byte)value)])];
        }

        return raster.Geotransform switch
        {
            [_, _, _, _, _, > 0] => [.. pixels.Select(band => band.Chunk(image.Width).Reverse().SelectMany(row => row).ToArray())],
            [_, < 0, _, _, _, _] => [.. pixels.Select(band => band.Chunk(image.Width).SelectMany(row => row.Reverse()).ToArray())],
            _ => pixels,
        };
    }

    /// <summary>One raster of each kind for all tests, of two by two tiles of the usual size, and what GDAL says about it.</summary>
    public sealed class Made : IDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly Dictionary<string, string> _paths = [];
        private readonly Dictionary<string, JsonElement> _infos = [];

        public Made() => RasterZoo.MakeScene(_folder, 330, 270);

        public string this[string kind] => _paths.TryGetValue(kind, out var path) ? path : _paths[kind] = RasterZoo.Make(_folder, kind);

        public JsonElement Info(string kind) => _infos.TryGetValue(kind, out var info) ? info : _infos[kind] = Reference.Info(this[kind]);

        public void Dispose() => _folder.Dispose();
    }
}
