using System.Globalization;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Tests.Rasters.Classes;

/// <summary>How rasters of named classes are painted, and how large their classes are.</summary>
public sealed class ClassPaintingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Classes_have_their_own_colours_else_those_of_the_palette_of_categories()
    {
        using var raster = RasterFile.Open(ClassRaster.Write(_folder["a.tif"], ClassRaster.Table, values: "1 2 4 4 9 255"));
        var picture = ClassRaster.Paint(raster);

        var colors = ColorsByValue(picture);
        (colors[1], colors[2]).ShouldBe(("#005AC8FF", "#14781EFF"));
        (colors[4], colors[9]).ShouldBe(($"{CategoryPalette.At(2).ToUpperInvariant()}FF", $"{CategoryPalette.Other.ToUpperInvariant()}FF"));
        picture.Colors.IsCategorical.ShouldBeTrue();
        picture.Bar.ShouldBeNull();
        PictureCaption.Describe(picture).ShouldContain("in colours of its classes");
    }

    [Fact]
    public void The_palette_of_the_file_comes_before_the_colours_of_its_table()
    {
        var path = ClassRaster.Write(_folder["a.tif"], ClassRaster.Palette + "\n" + ClassRaster.Table);
        Tool.Run("gdal_translate", "-q", "-expand", "rgb", path, _folder["expanded.tif"]);
        var expanded = RawImage.Read(_folder["expanded.tif"]);
        using var raster = RasterFile.Open(path);
        var picture = ClassRaster.Paint(raster);

        for (var pixel = 0; pixel < raster.Width * raster.Height; pixel++)
        {
            var (row, column) = Math.DivRem(pixel, raster.Width);
            if (picture.Image.Mask[pixel] != 0)
            {
                picture.Colors.Pixels.Slice(4 * pixel, 3).ToArray().ShouldBe([.. Enumerable.Range(1, 3).Select(band => (byte)expanded[band, column, row])]);
            }
        }

        ClassKey.Create(picture)!.Rows.Select(row => row.Name).Order().ShouldBe(["0", "Built-up", "Forest", "Water"]);
    }

    [Fact]
    public void A_class_of_no_data_is_transparent_and_has_no_row()
    {
        var classes = new[] { new { value = 0, name = "nothing", nodata = true }, new { value = 2, name = "Forest", nodata = false } };
        ClassRaster.WriteResults(_folder, new Dictionary<string, object> { ["classification:classes"] = classes });
        using var raster = JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken).Rasters[0].Open();
        var picture = ClassRaster.Paint(raster);

        ColorsByValue(picture)[0].ShouldBe("#00000000");
        ClassKey.Create(picture)!.Rows.Select(row => row.Name).Order().ShouldBe(["1", "4", "Forest"]);
    }

    [Fact]
    public void Names_of_a_few_values_make_no_classes_of_a_measurement()
    {
        using var raster = RasterFile.Open(ClassRaster.Write(_folder["a.tif"], ClassRaster.Names, values: string.Join(' ', Enumerable.Range(0, 200))));
        var picture = ClassRaster.Paint(raster);

        picture.HasNamedClasses.ShouldBeFalse();
        picture.Colors.Ranges.ShouldHaveSingleItem();
        ClassKey.Create(picture).ShouldBeNull();
    }

    [Fact]
    public void Pictures_of_any_size_and_on_maps_hold_no_mixed_colours()
    {
        var path = ClassRaster.Write(_folder["a.tif"], ClassRaster.Names, size: new(1500, 1200), values: "0 1 2 4");
        Tool.Run("gdaladdo", "-q", "-r", "average", path, "2", "4", "8");
        using var raster = RasterFile.Open(path);
        string[] known = [.. Enumerable.Range(0, 4).Select(place => $"{CategoryPalette.At(place).ToUpperInvariant()}FF")];

        foreach (var size in new[] { 1024, 400, 60 })
        {
            var picture = ClassRaster.Paint(raster, size);
            ColorsByValue(picture).Values.ShouldBeSubsetOf(known);
            Colors(picture.Colors.WarpToWebMercator(size, TestContext.Current.CancellationToken)).Distinct().ShouldBeSubsetOf([.. known, "#00000000"]);
        }
    }

    /// <summary>PROJ's areal scale at the middle of each pixel, summed up by NumPy.</summary>
    [Fact]
    public void Areas_in_a_UTM_zone_are_those_of_PROJ()
    {
        const string Judge = """
            import json, sys
            import numpy as np, pyproj, rasterio
            with rasterio.open(sys.argv[1]) as file:
                values, (a, b, c, d, e, f) = file.read(1), file.transform[:6]
            down, across = np.mgrid[0:values.shape[0], 0:values.shape[1]] + 0.5
            system = pyproj.Proj("epsg:32633")
            longitude, latitude = system(c + a * across, f + e * down, inverse=True)
            areas = abs(a * e) / system.get_factors(longitude, latitude).areal_scale
            print(json.dumps({str(value): float(areas[values == value].sum()) for value in np.unique(values) if value != 255}))
            """;
        AssertAreas(ClassRaster.Write(_folder["a.tif"], ClassRaster.Names, size: new(900, 700)), Judge);
        AssertAreas(ClassRaster.Write(_folder["b.tif"], ClassRaster.Names, size: new(900, 700), transform: [660_000, 30, 0, 7_820_000, 0, -30]), Judge);
    }

    /// <summary>The closed form of the ellipsoid's surface between two parallels.</summary>
    [Theory]
    [InlineData(4326, -180, 0.45, 90, -0.45)]
    [InlineData(4326, 13, 0.0001, 52.6, -0.0001)]
    [InlineData(4326, 170, 0.05, -40, 0.05)]
    public void Areas_in_degrees_are_those_between_parallels(int epsg, double x, double width, double y, double height)
    {
        const string Judge = """
            import json, sys
            import numpy as np, rasterio
            with rasterio.open(sys.argv[1]) as file:
                values, (a, b, c, d, e, f) = file.read(1), file.transform[:6]
            major, flattening = 6378137.0, 1 / 298.257223563
            eccentricity = np.sqrt(flattening * (2 - flattening))
            sine = np.sin(np.radians(f + e * np.arange(values.shape[0] + 1)))
            minor = major * (1 - flattening)
            surface = minor ** 2 / 2 * (sine / (1 - (eccentricity * sine) ** 2) + np.arctanh(eccentricity * sine) / eccentricity)
            areas = np.abs(np.diff(surface))[:, None] * np.radians(abs(a)) * np.ones(values.shape)
            print(json.dumps({str(value): float(areas[values == value].sum()) for value in np.unique(values) if value != 255}))
            """;
        AssertAreas(ClassRaster.Write(_folder["a.tif"], ClassRaster.Names, size: new(800, 400), epsg: epsg, transform: [x, width, 0, y, 0, height]), Judge);
    }

    [Fact]
    public void Areas_of_a_reduced_picture_are_said_to_be_near()
    {
        using var raster = RasterFile.Open(ClassRaster.Write(_folder["a.tif"], ClassRaster.Names, size: new(600, 400)));
        var (whole, reduced) = (ClassKey.Create(ClassRaster.Paint(raster))!, ClassKey.Create(ClassRaster.Paint(raster, 300))!);

        whole.Rows.ShouldAllBe(row => row.Text.EndsWith(" km²", StringComparison.Ordinal) && char.IsAsciiDigit(row.Text[0]));
        reduced.Rows.ShouldAllBe(row => row.Text.StartsWith("≈ ", StringComparison.Ordinal));
        reduced.Rows.Sum(row => row.Size).ShouldBe(whole.Rows.Sum(row => row.Size), 0.02 * whole.Rows.Sum(row => row.Size));
    }

    [Fact]
    public void A_key_has_twelve_rows_and_says_what_the_others_are()
    {
        var names = "band.SetCategoryNames([f'Class {value}' for value in range(20)])";
        using var raster = RasterFile.Open(ClassRaster.Write(_folder["a.tif"], names, values: string.Join(' ', Enumerable.Range(0, 20))));
        var key = ClassKey.Create(ClassRaster.Paint(raster))!;

        key.Rows.Count.ShouldBe(12);
        key.Rows.Select(row => row.Size).ShouldBeInOrder(SortDirection.Descending);
        key.Rows.Select(row => row.Rgb).ShouldBeUnique();
        key.Others!.Name.ShouldBe("and 8 more");
        (key.Rows.Sum(row => row.Size) + key.Others.Size).ShouldBe(raster.Compute("b1").AreaSquareKilometers * 1e6, 1);
    }

    [Fact]
    public void Without_a_place_shares_stand_for_areas()
    {
        using var raster = RasterFile.Open(ClassRaster.Write(_folder["a.tif"], ClassRaster.Names, values: "1 2"));
        var image = raster.Preview(cancellationToken: TestContext.Current.CancellationToken);
        var bare = image.With(image.Bands, image.AllValues, image.AllMasks, new RasterSize(image.Width, image.Height), null, null);

        var key = ClassKey.Create(new RenderSettings(null, null, Stretch.Default, null).Paint(bare))!;
        key.Rows.ShouldAllBe(row => row.Text.EndsWith(" %", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(7, 1)]
    [InlineData(7.5, 1)]
    [InlineData(8, 1)]
    [InlineData(8.5, -1)]
    [InlineData(9, 3)]
    [InlineData(-1, -1)]
    [InlineData(100, -1)]
    [InlineData(double.NaN, -1)]
    public void A_value_is_of_the_first_class_that_holds_it(double value, int expected)
    {
        RasterClass[] classes =
        [
            new(0, "a") { LastValue = 5 }, new(5, "b") { LastValue = 8 }, new(8, "c"), new(9, "d"), new(9, "again"), new(3, "inside the first"),
        ];
        var band = new RasterBand(1, "a", PixelType.Float32, ColorInterpretation.Undefined, null, null, null, null) { Classes = classes };

        band.ClassAt(value).ShouldBe(expected);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertAreas(string path, string judge)
    {
        var right = JsonNode.Parse(Tool.Run("/usr/bin/python3", "-c", judge, path))!.AsObject();
        using var raster = RasterFile.Open(path);
        var rows = ClassKey.Create(ClassRaster.Paint(raster))!.Rows;

        rows.Count.ShouldBe(right.Count);
        foreach (var (value, area) in right)
        {
            var named = raster.Bands[0].Classes.Single(each => each.Value == double.Parse(value, CultureInfo.InvariantCulture));
            var row = rows.Single(each => each.Name == named.Name);
            row.Size.ShouldBe((double)area!, 1e-6 * (double)area!, row.Name);
        }
    }

    private static Dictionary<double, string> ColorsByValue(Picture picture)
    {
        var (values, colors) = (picture.Image.Values(0).ToArray(), Colors(picture.Colors));
        return Enumerable.Range(0, colors.Count).Where(pixel => picture.Image.Mask[pixel] != 0).GroupBy(pixel => values[pixel])
            .ToDictionary(pixels => pixels.Key, pixels => pixels.Select(pixel => colors[pixel]).Distinct().ShouldHaveSingleItem());
    }

    private static List<string> Colors(RgbaImage picture) => [.. picture.Pixels.ToArray().Chunk(4).Select(pixel => $"#{Convert.ToHexString(pixel)}")];
}
