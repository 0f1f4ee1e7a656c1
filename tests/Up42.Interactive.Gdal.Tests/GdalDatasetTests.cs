using System.Globalization;

namespace Up42.Interactive.Gdal.Tests;

public sealed class GdalDatasetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Create_a_tiled_scene_reads_back_in_gdalinfo()
    {
        var path = _folder["scene.tif"];
        using (var dataset = GdalDataset.Create("GTiff", path, 600, 400, 2, GdalDataType.UInt16, "TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2"))
        {
            using var reference = GdalSpatialReference.FromEpsg(32633);
            dataset.SetSpatialReference(reference);
            dataset.Geotransform = [380000, 10, 0, 5820000, 0, -10];
            foreach (var (number, name) in new[] { (1, "B2"), (2, "B8") })
            {
                var band = dataset.Band(number);
                band.Description = name;
                band.Color = number == 1 ? GdalColorInterpretation.Blue : GdalColorInterpretation.Undefined;
                band.SetNoData(0);
                for (var row = 0; row < 400; row += 100)
                {
                    band.WriteRows<ushort>(row, [.. Enumerable.Range(0, 60_000).Select(i => (ushort)(number * (row + i % 600)))]);
                }
            }

            dataset.BuildOverviews("AVERAGE", [2, 4], TestContext.Current.CancellationToken);
            dataset.Close();
        }

        var info = Tool.Run("gdalinfo", path);
        info.ShouldContain("ID[\"EPSG\",32633]");
        info.ShouldContain("Origin = (380000.000000000000000,5820000.000000000000000)");
        info.ShouldContain("Description = B8");
        info.ShouldContain("NoData Value=0");
        info.ShouldContain("Overviews: 300x200, 150x100");
        info.ShouldContain("COMPRESSION=DEFLATE");
        info.ShouldContain("ColorInterp=Blue");
        Tool.Run("gdallocationinfo", "-valonly", "-b", "2", path, "17", "300").Trim().ShouldBe((2 * 317).ToString(CultureInfo.InvariantCulture));
        _folder.Files.ShouldBe(["scene.tif"]);
    }

    [Fact]
    public void Read_a_window_at_another_size_gives_the_nearest_pixels()
    {
        using var dataset = GdalDataset.CreateInMemory(4, 4, 1, GdalDataType.Int16);
        dataset.Band(1).WriteRows<short>(0, [.. Enumerable.Range(-8, 16).Select(i => (short)i)]);

        var pixels = new double[4];
        dataset.Band(1).Read(new GdalWindow(0, 0, 4, 4), pixels.AsSpan(), 2, 2);

        pixels.ShouldBe([-3.0, -1, 5, 7]);
    }

    [Fact]
    public void Band_that_is_not_there_names_the_number()
    {
        using var dataset = GdalDataset.CreateInMemory(1, 1, 4, GdalDataType.Byte);

        Should.Throw<GdalException>(() => dataset.Band(7)).Message.ShouldBe("an image in memory has no band 7, only 4.");
    }

    [Fact]
    public void Open_a_text_file_says_what_GDAL_said()
    {
        File.WriteAllText(_folder["a.tif"], "not a raster");

        var exception = Should.Throw<GdalException>(() => GdalDataset.Open(_folder["a.tif"], ["GTiff"]));

        exception.Message.ShouldStartWith("Opening a.tif failed: ");
        exception.Message.ShouldEndWith("a.tif' not recognized as a supported file format.");
        exception.Details.ShouldNotBeEmpty();
    }

    [Fact]
    public void SaveCopy_to_memory_gives_the_bytes_of_a_png()
    {
        using var dataset = GdalDataset.CreateInMemory(2, 1, 1, GdalDataType.Byte);
        using var file = new GdalMemoryFile(".png");

        dataset.SaveCopy("PNG", file.Path, [], TestContext.Current.CancellationToken);

        file.ToArray()[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
    }

    [Fact]
    public void BuildOverviews_when_cancelled_throws()
    {
        using var dataset = GdalDataset.CreateInMemory(64, 64, 1, GdalDataType.Byte);

        Should.Throw<OperationCanceledException>(() => dataset.BuildOverviews("AVERAGE", [2], new CancellationToken(canceled: true)));
    }
}
