using System.Globalization;
using System.IO.Compression;
using System.Text;
using Up42.Interactive.Tests.Rasters;

namespace Up42.Interactive.Tests.Results;

/// <summary>Inputs that each keep to every limit, and together cause more work than is done: what is beyond is said, and the others are shown.</summary>
public sealed class WorkBudgetTests : IDisposable
{
    private const string Point = """{"type":"Feature","geometry":{"type":"Point","coordinates":[1,1]},"properties":{"n":1}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rasters_beyond_the_work_of_all_are_named_and_open_alone()
    {
        Place("a.tif", 16);
        foreach (var name in new[] { "b", "c", "d" })
        {
            File.Copy(_folder["a.tif"], _folder[$"{name}.tif"]);
        }

        var results = Within(
            limits => limits with { RasterWork = (2 * limits.RasterOpening) + 200 }, () => JobResults.Open(_folder.Path, cancellationToken: Token));
        results.MapResults(cancellationToken: Token).ToHtml().ShouldNotContain("not on the map");
        var map = Within(
            limits => limits with { RasterWork = (2 * ((2 * limits.RasterOpening) + limits.RasterDrawing)) + 400 },
            () => results.MapResults(cancellationToken: Token));

        results.Rasters.Select(raster => raster.Facts is not null).ShouldBe([true, true, false, false]);
        results.Rasters[2].Problem.ShouldBe("the rasters before it took as much work as all may take together; open it alone.");
        map.ToHtml().ShouldContain("c.tif and 1 other are not on the map: the rasters before it took as much work");
        using var alone = results.Rasters[2].Open();
        alone.Width.ShouldBe(16);
    }

    [Fact]
    public void A_raster_of_many_notes_is_left_out_and_those_after_it_are_opened()
    {
        Place("a.tif", 16);
        File.Copy(_folder["a.tif"], _folder["c.tif"]);
        var items = string.Concat(Enumerable.Range(0, 15_000).Select(item => string.Create(CultureInfo.InvariantCulture, $"<Item name=\"k{item}\">v</Item>")));
        File.WriteAllBytes(_folder["b.tif"], new CraftedTiff().Add(42112, Encoding.UTF8.GetBytes($"<GDALMetadata>{items}</GDALMetadata>\0")).Bytes());

        var results = Within(limits => limits with { RasterWork = 40_000 }, () => JobResults.Open(_folder.Path, cancellationToken: Token));

        results.Rasters.Select(raster => raster.Problem is null).ShouldBe([true, false, true]);
        JobResults.Open(_folder.Path, cancellationToken: Token).Rasters.ShouldAllBe(raster => raster.Problem == null);
    }

    [Fact]
    public void A_raster_with_classes_of_megabytes_beside_it_is_left_out_and_those_after_it_are_opened()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            Place($"{name}.tif", 16);
        }

        File.WriteAllText(_folder["b.tif.aux.xml"], $"<PAMDataset>{new string(' ', 1_000_000)}</PAMDataset>");

        var results = Within(limits => limits with { RasterWork = 40_000 }, () => JobResults.Open(_folder.Path, cancellationToken: Token));

        results.Rasters.Select(raster => raster.Problem is null).ShouldBe([true, false, true]);
    }

    [Fact]
    public void Files_and_layers_beyond_those_of_all_are_left_out_and_said()
    {
        File.WriteAllText(_folder["a.geojson"], Point);
        Tool.Run("ogr2ogr", "-f", "GPKG", _folder["b.gpkg"], _folder["a.geojson"]);
        File.WriteAllText(_folder["c.geojson"], Point);
        var files = new[] { "a.geojson", "b.gpkg", "c.geojson" }.Select(name => new ResultFile(name, _folder[name], 1)).ToList();

        var four = Within(limits => limits with { LayersInAll = 4 }, () => VectorResults.Read(files));
        var three = Within(limits => limits with { LayersInAll = 3 }, () => VectorResults.Read(files));

        four.Tables.Keys.Order().ShouldBe(["a", "b", "c"]);
        three.Tables.Keys.Order().ShouldBe(["a", "c"]);
        three.Remarks.ShouldHaveSingleItem().ShouldStartWith(
            "b.gpkg was left out: with what was read before it, there are more files and layers of features than are opened together");
    }

    [Fact]
    public void Jobs_whose_features_do_not_fit_into_one_table_are_named_and_smaller_ones_after_them_are_in_it()
    {
        foreach (var (job, count) in new[] { ("a", 3), ("b", 9), ("c", 2) })
        {
            Directory.CreateDirectory(_folder[$"job_{job}"]);
            File.WriteAllText(_folder[$"job_{job}/data.json"], string.Join('\n', Enumerable.Repeat(Point, count)));
        }

        var (jobs, limits) = (JobCollectionResults.Open(_folder.Path, cancellationToken: Token).Jobs, Limits.Default with { Rows = 5 });

        MergedTable.Create(_folder.Path, jobs, limits).Count.ShouldBe(5);
        MergedTable.Remark(jobs, limits).ShouldBe("One table holds up to 5 features: those of job b are not in it, and shown where the job is opened alone.");
        MergedTable.Remark(jobs, limits with { Rows = 14 }).ShouldBeNull();
    }

    [Fact]
    public void Rasters_beyond_the_values_of_all_are_shown_coarsely()
    {
        Place("a.tif", 3000);
        File.Copy(_folder["a.tif"], _folder["b.tif"]);
        var results = JobResults.Open(_folder.Path, cancellationToken: Token);

        var (first, second) = Within(
            limits => limits with { ValueWork = 10_000_000 }, () => (results.PlotResults(files: ["a.tif"]), results.PlotResults(files: ["b.tif"])));

        first.StaticHtml().ToString().ShouldNotContain("coarsely");
        second.StaticHtml().ToString().ShouldContain("read coarsely, since other rasters took most of the work");
        results.PlotResults(cancellationToken: Token).StaticHtml().ToString().ShouldNotContain("coarsely");
    }

    [Fact]
    public void Quicklooks_beyond_the_values_of_all_are_one_note()
    {
        Place("a.tif", 2500);
        Tool.Run("gdal_translate", "-q", "-of", "PNG", _folder["a.tif"], _folder["a.png"]);
        File.Copy(_folder["a.png"], _folder["b.png"]);
        File.Copy(_folder["a.png"], _folder["c.png"]);
        var results = JobResults.Open(_folder.Path, cancellationToken: Token);

        var plot = Within(limits => limits with { ValueWork = 15_000_000 }, () => results.PlotQuicklooks());

        plot.Titles.ShouldBe(["a.png", "b.png and 1 other"]);
    }

    [Fact]
    public void Rows_beyond_those_of_all_are_left_out_with_their_job_and_the_others_stay()
    {
        foreach (var job in new[] { "a", "b", "c" })
        {
            Directory.CreateDirectory(_folder[$"job_{job}"]);
            File.WriteAllText(_folder[$"job_{job}/data.json"], string.Join('\n', Enumerable.Repeat(Point, job == "b" ? 2000 : 10)));
        }

        var jobs = Within(limits => limits with { RowsInAll = 1000 }, () => JobCollectionResults.Open(_folder.Path));

        jobs.Jobs.Select(job => job.IsOk).ShouldBe([true, false, true]);
        jobs.Failures.ShouldHaveSingleItem().Error.Message.ShouldBe(
            "with what was read before it, there are more features and properties than are opened together; open it alone.");
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(40, false)]
    public void A_column_takes_as_much_of_all_tables_as_twenty_rows(int columns, bool fits)
    {
        var properties = string.Join(',', Enumerable.Range(0, columns).Select(i => $"\"p{i}\":{i}"));
        File.WriteAllText(_folder["data.json"], Point);
        File.WriteAllText(_folder["x.geojson"], Point.Replace("\"n\":1", properties, StringComparison.Ordinal));

        var results = Within(limits => limits with { RowsInAll = 1000 }, () => JobResults.Open(_folder.Path, cancellationToken: Token));

        results.Vectors.ContainsKey("x").ShouldBe(fits);
    }

    [Fact]
    public void Rows_of_vector_files_that_are_read_later_are_counted_with_the_others()
    {
        File.WriteAllText(_folder["data.json"], Point);
        File.WriteAllText(_folder["x.geojson"], string.Join('\n', Enumerable.Repeat(Point, 2000)));
        File.WriteAllText(_folder["y.geojson"], Point);

        var results = Within(limits => limits with { RowsInAll = 1000 }, () => JobResults.Open(_folder.Path, cancellationToken: Token));

        results.Vectors.Keys.ShouldBe(["y"]);
        results.Remarks.ShouldHaveSingleItem().ShouldStartWith("x.geojson was left out: with what was read before it");
        FeatureTable.Read(_folder["x.geojson"]).Count.ShouldBe(2000);
    }

    [Fact]
    public void Archives_that_inflate_one_after_the_other_are_refused_and_honest_ones_stay()
    {
        foreach (var (job, size) in new[] { ("a", 2_000_000), ("b", 2_000_000), ("c", 0) })
        {
            using var zip = ZipFile.Open(_folder[$"job_{job}.zip"], ZipArchiveMode.Create);
            using (var data = new StreamWriter(zip.CreateEntry("data.json").Open()))
            {
                data.Write(Point);
            }

            using var zeros = zip.CreateEntry("zeros.bin").Open();
            zeros.Write(new byte[size]);
        }

        using var cache = new TempFolder();
        var jobs = Within(
            limits => limits with { InflatedBytes = 1_000_000 },
            () => JobCollectionResults.Open(_folder.Path, new ResultsCache(cache["cache"], TimeProvider.System), Token));

        jobs.Jobs.Select(job => job.IsOk).ShouldBe([true, false, true]);
        jobs.Failures.ShouldHaveSingleItem().Error.Message.ShouldContain("as those before it did: open it alone");
    }

    [Fact]
    public void Pairs_of_features_and_rasters_without_number_are_cut_and_said()
    {
        var table = FeatureTable.Parse(string.Join('\n', Enumerable.Repeat("""{"type":"Feature","id":"all","geometry":null,"properties":{}}""", 600)));
        var files = Enumerable.Range(0, 500).Select(file => new ResultFile($"all/{file}.tif", _folder[$"{file}.tif"], 1)).ToList();

        var matching = new RasterMatching(table, files);

        matching.Unmatched.Count.ShouldBe(99);
        matching.Remark.ShouldBe("The features describe the rasters in more than 250,000 ways; those after are taken for features of none.");
        new RasterMatching(table, [.. files.Take(100)]).Remark.ShouldBeNull();
    }

    private static T Within<T>(Func<Limits, Limits> change, Func<T> action) => new WorkBudget(change(Limits.Default)).Enter(action);

    private void Place(string name, int size) => Tool.Run(
        "gdal_create", "-q", "-outsize", $"{size}", $"{size}", "-ot", "Byte", "-burn", "90", "-co", "TILED=YES", "-co", "COMPRESS=DEFLATE",
        "-a_srs", "EPSG:32633", "-a_ullr", "400000", "5900000", "410000", "5890000", _folder[name]);
}
