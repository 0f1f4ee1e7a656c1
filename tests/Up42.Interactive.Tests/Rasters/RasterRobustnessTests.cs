using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Files that are made to hurt, and surroundings that are wrong: a sentence that names the cause, at once, in little memory.</summary>
public sealed class RasterRobustnessTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("r_strip")]
    [InlineData("r_wide")]
    public void Preview_of_blocks_of_gigabytes_is_refused(string name)
    {
        using var raster = RasterFile.Open(Samples.FindCase($"hostile/{name}/a.tif"));

        Should.Throw<Up42Exception>(() => raster.Preview(64, cancellationToken: TestContext.Current.CancellationToken)).Message
            .ShouldBe("'a.tif' cannot be read: its blocks of 2147483647 × 1 pixels take 2.1 GB of memory each, and at most 537 MB are allowed. "
                + "Rewrite it in tiles, for example by gdal_translate -co TILED=YES.");
        Should.Throw<Up42Exception>(() => raster.Statistics(cancellationToken: TestContext.Current.CancellationToken));
        raster.ToHtml().ShouldContain("No thumbnail: &#39;a.tif&#39; cannot be read");
    }

    [Fact]
    public void Preview_of_a_tile_that_inflates_to_gigabytes_is_refused()
    {
        Tool.Run("gdal_create", "-outsize", "46336", "46336", "-ot", "Byte", "-co", "TILED=YES", "-co", "BLOCKXSIZE=46336", "-co", "BLOCKYSIZE=46336",
            "-co", "COMPRESS=DEFLATE", "-co", "SPARSE_OK=TRUE", _folder["tile.tif"]);
        using var raster = RasterFile.Open(_folder["tile.tif"]);

        Should.Throw<Up42Exception>(() => raster.Preview(64, cancellationToken: TestContext.Current.CancellationToken)).Message
            .ShouldContain("its blocks of 46336 × 46336 pixels take 2.1 GB of memory each");
    }

    [Fact]
    public async Task Reference_system_that_names_grids_loses_them_and_none_is_opened()
    {
        var grid = _folder["secret.gsb"];
        Tool.Run("mkfifo", grid);

        // Whoever opens a pipe that nobody writes to waits.
        await Task.Run(() => LoseGrids(grid), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private static void LoseGrids(string grid)
    {
        using var dataset = GdalDataset.CreateInMemory(2, 2, 1, GdalDataType.Byte);
        using var hostile = GdalSpatialReference.FromWkt(
            $"""GEOGCS["x",DATUM["y",SPHEROID["Bessel 1841",6377397.155,299.1528128],"""
            + $"""EXTENSION["PROJ4_GRIDS","{grid}"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""");
        hostile.ToWkt().ShouldContain("secret.gsb");
        dataset.SetSpatialReference(hostile);

        using var reference = dataset.GetSpatialReference();

        var crs = RasterCrs.From(reference!);
        crs.Wkt.ShouldNotContain("secret.gsb");
        crs.IsGeographic.ShouldBeTrue();
    }

    [Fact]
    public void Open_with_pipes_beside_it_does_not_wait_for_them()
    {
        var path = RasterZoo.MakeScene(_folder);
        Tool.Run("mkfifo", [.. new[] { ".ovr", ".msk", ".aux.xml" }.Select(extension => path + extension)]);

        using var raster = RasterFile.Open(path);
        raster.Preview(10, cancellationToken: TestContext.Current.CancellationToken).Width.ShouldBe(10);
    }

    [Fact]
    public void Open_JPEG_2000_that_announces_tiles_without_number_is_refused()
    {
        var bytes = File.ReadAllBytes(Samples.FindCase("rasters/j04_dimap_jp2/IMG_01_PHR1A_MS/IMG_PHR1A_MS_R1C1.JP2"));
        byte[] announced = [0, 1, 0, 0, 0, 1, 0, 0]; // 65,536 × 65,536
        announced.CopyTo(bytes, bytes.AsSpan().IndexOf<byte>([0xFF, 0x51]) + 6);
        File.WriteAllBytes(_folder["a.jp2"], bytes);

        Should.Throw<Up42Exception>(() => RasterFile.Open(_folder["a.jp2"])).Message
            .ShouldStartWith("'a.jp2' cannot be read: its bands have 143,664 tiles, which take more memory to be decoded than is allowed; 65,536 are read.");
    }

    [Fact]
    public void Damaged_blocks_are_tried_until_patience_ends_unless_any_can_be_read()
    {
        Try(_ => true).ShouldBe(16);
        Try(block => block.Row != 1600).ShouldBeGreaterThan(1000);
        Try(block => block.Row == 1600).ShouldBe(1002);

        static int Try(Predicate<ReadBlock> isDamaged)
        {
            var (reader, tries) = (new DamageTolerantReader(isSequential: false, patience: 16), 0);
            foreach (var row in Enumerable.Range(0, 1000).OrderBy(row => row != 100))
            {
                reader.Read(
                    new ReadBlock(0, 16 * row, 32, 16), Read, _ => { }, isInOne: _ => false, TestContext.Current.CancellationToken);
            }

            return tries;

            void Read(ReadBlock block)
            {
                tries++;
                if (isDamaged(block))
                {
                    throw new Gdal.GdalException("damaged");
                }
            }
        }
    }

    [Fact]
    public void Open_without_permission_says_so()
    {
        var path = RasterZoo.MakeScene(_folder);
        Tool.Run("chmod", "000", path);

        PlainUser.Do(() => Should.Throw<Up42Exception>(() => RasterFile.Open(path)).Message
            .ShouldBe("'scene.tif' cannot be opened: permission denied. Make the file readable for this user."));
    }

    [Fact]
    public void Wrong_libraries_and_databases_are_named()
    {
        InProcess("GDAL_LIBRARY=libc.so.6", nameof(Open_in_a_process_whose_library_is_not_GDAL));
        InProcess("PROJ_LIB=/nowhere", nameof(FromEpsg_in_a_process_without_PROJs_database));

        static void InProcess(string variable, string test) => Tool.Run("env", variable, Environment.ProcessPath!, "-explicit", "only", "-method", $"*.{test}")
            .ShouldContain("Total: 1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0");
    }

    [Fact(Explicit = true)]
    public void Open_in_a_process_whose_library_is_not_GDAL()
    {
        File.WriteAllText(_folder["a.tif"], "II*\0");

        Should.Throw<Up42Exception>(() => RasterFile.Open(_folder["a.tif"])).Message
            .ShouldStartWith("GDAL's native library was not found: GDAL_LIBRARY is set to 'libc.so.6', which cannot be loaded, or is not GDAL.");
    }

    [Fact(Explicit = true)]
    public void FromEpsg_in_a_process_without_PROJs_database() =>
        Should.Throw<Up42Exception>(() => RasterCrs.FromEpsg(4326)).Message.ShouldBe(
            "PROJ's database proj.db cannot be read from '/nowhere', which PROJ_LIB names: unset PROJ_LIB, or set it to the folder that holds proj.db.");

    [Fact]
    public async Task Dispose_while_others_read_ends_them_or_lets_them_end()
    {
        var token = TestContext.Current.CancellationToken;
        var path = RasterZoo.MakeScene(_folder, 2000, 1500);
        for (var round = 0; round < 5; round++)
        {
            var raster = RasterFile.Open(path);
            var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.Exception(() =>
            {
                raster.Statistics(cancellationToken: token);
                raster.Preview(300, cancellationToken: token);
            }))).ToArray();
            await Task.Delay(round * 3, token);

            raster.Dispose();

            (await Task.WhenAll(readers)).ShouldAllBe(problem => problem == null || problem is ObjectDisposedException);
        }
    }

    [Fact]
    public void Band_named_by_a_megabyte_has_a_short_name()
    {
        using var folder = new TempFolder();
        var name = new string('d', 1_000_000);
        File.WriteAllText(
            folder["in.vrt"],
            $"<VRTDataset rasterXSize=\"8\" rasterYSize=\"8\"><VRTRasterBand dataType=\"Byte\" band=\"1\">"
            + $"<Description>{name}</Description></VRTRasterBand></VRTDataset>");
        Tool.Run("gdal_translate", "-q", folder["in.vrt"], folder["a.tif"]);

        using var raster = RasterFile.Open(folder["a.tif"]);

        raster.Bands[0].Name.Length.ShouldBeLessThanOrEqualTo(200);
        raster.ToHtml().Length.ShouldBeLessThan(100_000);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.NaN)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(0, double.NegativeInfinity)]
    public void Bounds_of_a_place_that_is_not_a_number_are_none(double x, double y) =>
        RasterBounds.BoundsWgs84(RasterPlace.From(new Geotransform(x, 1, 0, y, 0, -1)), 10, 10, RasterCrs.Wgs84).ShouldBeNull();

    [Theory]
    [InlineData(0, 1e18)]
    [InlineData(1e18, 1)]
    [InlineData(-1e308, 1e307)]
    public async Task Bounds_of_a_place_beyond_the_Earth_are_those_of_its_part_on_Earth(double x, double size)
    {
        var task = Task.Run(() => RasterBounds.BoundsWgs84(RasterPlace.From(new Geotransform(x, size, 0, 0, 0, -size)), 10, 10, RasterCrs.FromEpsg(3857)));

        var bounds = await task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        (bounds is null).ShouldBe(x == 1e18);
        bounds?.ShouldSatisfyAllConditions(
            box => box.MinX.ShouldBeGreaterThanOrEqualTo(-180),
            box => box.MaxX.ShouldBeLessThanOrEqualTo(180),
            box => box.MinY.ShouldBeGreaterThanOrEqualTo(-90),
            box => box.MaxY.ShouldBeLessThanOrEqualTo(90));
    }
}
