using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Results;

public sealed class JobResultsTests : IDisposable
{
    private const string BerlinRaster = "7e17f023-a8e3-43bd-aaac-5bbef749c7f4/7e17f023-a8e3-43bd-aaac-5bbef749c7f4_0-0.tif";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tgz")]
    [InlineData("zip")]
    [InlineData("tar")]
    [InlineData("folder")]
    [InlineData("folder with output")]
    [InlineData("folder with the archive")]
    public void Open_finds_files_table_and_matched_raster(string kind)
    {
        var results = Open(Berlin(kind));

        results.Files.Select(file => file.Name).ShouldBe([BerlinRaster, "data.json"]);
        results.Table.Count.ShouldBe(1);
        var raster = results.Rasters.ShouldHaveSingleItem();
        raster.Match.ShouldBe(RasterMatch.DataPath);
        raster.Features.ShouldHaveSingleItem().GetText("up42.data_path").ShouldBe(BerlinRaster);
        raster.ToString().ShouldBe($"{BerlinRaster}: 768 × 768, 4 × uint8, WGS 84 / Pseudo-Mercator (EPSG:3857)");
        results.UnmatchedFeatures.ShouldBeEmpty();
        results.Vectors.ShouldBeEmpty();
        results.ToString().ShouldEndWith(": 1 raster, 1 feature, 2 files, 2.4 MB");
    }

    [Fact]
    public void Open_landsat_reads_its_facts()
    {
        var raster = Open(Samples.OlindaTgz).Rasters.ShouldHaveSingleItem();

        raster.Facts!.PixelSize.ShouldBe("28.5 m");
        raster.Facts.NoData.ShouldBe("none");
        using var opened = raster.Open();
        opened.Bands.Count.ShouldBe(6);
    }

    [Fact]
    public void Open_an_archive_twice_unpacks_once_and_writes_nothing_beside_it()
    {
        var archive = Berlin("tgz");
        var first = Open(archive);
        var written = File.GetCreationTimeUtc(first.Rasters[0].Path);

        var second = Open(archive);

        second.Directory.ShouldBe(first.Directory);
        File.GetCreationTimeUtc(second.Rasters[0].Path).ShouldBe(written);
        Directory.GetFiles(Path.GetDirectoryName(archive)!).ShouldBe([archive]);
    }

    [Fact]
    public void Open_an_archive_that_was_replaced_unpacks_the_new_one()
    {
        var archive = Berlin("tgz");
        Open(archive).Table.Count.ShouldBe(1);
        File.Copy(Samples.OlindaTgz, archive, overwrite: true);

        Open(archive).Table[0].GetText("uid").ShouldBe("l7-etm-olinda");
    }

    [Fact]
    public void Open_does_not_take_a_broken_off_unpacking_for_results()
    {
        var archive = Berlin("tgz");
        var whole = Open(archive).Directory;
        Directory.Move(whole, whole + ".abc.part");
        File.Delete(Path.Combine(whole + ".abc.part", "data.json"));

        Open(archive).Table.Count.ShouldBe(1);
    }

    [Fact]
    public void Open_removes_what_was_not_opened_for_a_month_and_broken_off_unpackings()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2030-01-01", System.Globalization.CultureInfo.InvariantCulture));
        var cache = new ResultsCache(_folder["cache"], time);
        var old = JobResults.Open(Berlin("tgz"), cache).Directory;
        Directory.CreateDirectory(old + ".abc.part");
        Directory.SetLastWriteTimeUtc(old + ".abc.part", time.GetUtcNow().UtcDateTime);
        time.Advance(TimeSpan.FromDays(31));

        var recent = JobResults.Open(Samples.OlindaTgz, cache).Directory;

        Directory.GetDirectories(_folder["cache"]).ShouldBe([recent]);
    }

    [Fact]
    public async Task Open_by_many_at_once_gives_all_the_same_whole_folder()
    {
        var archive = Berlin("zip");

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open(archive), TestContext.Current.CancellationToken)));

        opened.Select(results => results.Directory).Distinct().ShouldHaveSingleItem();
        opened.ShouldAllBe(results => results.Files.Count == 2);
        Directory.GetDirectories(_folder["cache"]).Length.ShouldBe(1);
    }

    [Fact]
    public void Open_folder_without_data_json_has_an_empty_table()
    {
        Unpack(Samples.OlindaTgz, "plain");
        File.Delete(_folder["plain/output/data.json"]);

        var results = Open(_folder["plain"]);

        results.Table.Count.ShouldBe(0);
        results.Rasters.ShouldHaveSingleItem().Match.ShouldBe(RasterMatch.None);
    }

    [Theory]
    [InlineData("""{"uid":"x","up42.data_path":"a/scene.TIF"}""", RasterMatch.DataPath)]
    [InlineData("""{"uid":"x","up42.data_path":"a\\scene.TIF"}""", RasterMatch.DataPath)]
    [InlineData("""{"uid":"x","up42.data_path":"./output/a/scene.TIF"}""", RasterMatch.DataPath)]
    [InlineData("""{"uid":"x","up42.data_path":"a"}""", RasterMatch.DataPath)]
    [InlineData("""{"uid":"x","up42.data_path":"elsewhere/scene.TIF"}""", RasterMatch.FileName)]
    [InlineData("""{"uid":"scene","up42.data_path":"gone.tif"}""", RasterMatch.Id)]
    [InlineData("""{"uid":"a"}""", RasterMatch.Id)]
    [InlineData("""{"uid":"x"}""", RasterMatch.None)]
    [InlineData("""{"up42.data_path":"../scene.TIF"}""", RasterMatch.FileName)]
    [InlineData("""{"up42.data_path":"a/../../results/a/scene.TIF"}""", RasterMatch.FileName)]
    [InlineData("""{"up42.data_path":"/tmp/output/scene.TIF"}""", RasterMatch.FileName)]
    [InlineData("""{"up42.data_path":"C:\\jobs\\scene.TIF"}""", RasterMatch.FileName)]
    [InlineData("""{"up42.data_path":"https://storage.example/job/scene.TIF?signature=a/b"}""", RasterMatch.FileName)]
    [InlineData("""{"up42.data_path":"gs://bucket/job/scene%2eTIF#1"}""", RasterMatch.FileName)]
    [InlineData("""{"up42.data_path":"a/sc%65ne.TIF"}""", RasterMatch.DataPath)]
    [InlineData("""{"up42.data_path":"/tmp/output/other.TIF"}""", RasterMatch.None)]
    [InlineData("""{"up42.data_path":"/"}""", RasterMatch.None)]
    [InlineData("""{"up42.data_path":""}""", RasterMatch.None)]
    [InlineData("""{"up42.data_path":7}""", RasterMatch.None)]
    public void Rasters_are_matched_by_path_then_name_then_id_and_never_outside(string properties, RasterMatch match)
    {
        Directory.CreateDirectory(_folder["results/a"]);
        File.WriteAllText(_folder["scene.TIF"], "outside");
        File.WriteAllText(_folder["results/a/scene.TIF"], "no TIFF");
        File.WriteAllText(_folder["results/data.json"], $$"""{"type":"Feature","geometry":null,"properties":{{properties}}}""");

        var results = Open(_folder["results"]);

        results.Rasters.ShouldHaveSingleItem().Match.ShouldBe(match);
        results.UnmatchedFeatures.Count.ShouldBe(match == RasterMatch.None ? 1 : 0);
        results.Rasters[0].Problem.ShouldBe("'scene.TIF' is not a raster; opened are GeoTIFF, JPEG 2000, PNG, JPEG and WebP.");
    }

    [Fact]
    public void Files_leaves_links_out()
    {
        Directory.CreateDirectory(_folder["results"]);
        Directory.CreateDirectory(_folder["secret"]);
        File.WriteAllText(_folder["secret/key.tif"], "secret");
        File.CreateSymbolicLink(_folder["results/key.tif"], _folder["secret/key.tif"]);
        Directory.CreateSymbolicLink(_folder["results/more"], _folder["secret"]);

        Open(_folder["results"]).Files.ShouldBeEmpty();
    }

    [Fact]
    public void Vectors_are_the_other_geojson_files_by_name()
    {
        Directory.CreateDirectory(_folder["results/sub"]);
        File.WriteAllText(_folder["results/ships.geojson"], """{"type":"Point","coordinates":[1,2]}""");
        File.WriteAllText(_folder["results/sub/cars.GEOJSON"], """{"type":"FeatureCollection","features":[]}""");

        var vectors = Open(_folder["results"]).Vectors;

        vectors.Keys.ShouldBe(["ships", "sub/cars"], ignoreOrder: true);
        vectors["ships"].Count.ShouldBe(1);
    }

    [Fact]
    public void Open_missing_path_is_named() =>
        Should.Throw<Up42Exception>(() => Open(_folder["nowhere.tgz"])).Message.ShouldBe($"There is no file or folder '{_folder["nowhere.tgz"]}'.");

    [Fact]
    public void Open_what_is_no_archive_says_what_it_is()
    {
        File.WriteAllText(_folder["page.tgz"], "<html>");

        Should.Throw<Up42Exception>(() => Open(_folder["page.tgz"])).Message.ShouldStartWith("page.tgz is a web page or XML, neither");
    }

    [Fact]
    public void Open_broken_data_json_names_line_and_position()
    {
        Directory.CreateDirectory(_folder["results"]);
        File.WriteAllText(_folder["results/data.json"], "{\n]");

        Should.Throw<Up42Exception>(() => Open(_folder["results"])).Message.ShouldStartWith("data.json is not valid JSON: line 2, position 1: ");
    }

    [Fact]
    public void RequireRasters_without_any_says_what_there_is()
    {
        Directory.CreateDirectory(_folder["results"]);
        File.WriteAllText(_folder["results/readme.txt"], "");

        Should.Throw<Up42Exception>(() => Open(_folder["results"]).RequireRasters()).Message
            .ShouldBe("There is no raster (.tif, .tiff, .jp2, .j2k) in results; it holds readme.txt.");
    }

    private JobResults Open(string path) => JobResults.Open(path, new ResultsCache(_folder["cache"], TimeProvider.System));

    private string Berlin(string kind)
    {
        Directory.CreateDirectory(_folder["in"]);
        switch (kind)
        {
            case "zip" or "tgz":
                File.Copy(kind == "zip" ? Samples.BerlinZip : Samples.BerlinTgz, _folder[$"in/berlin.{kind}"]);
                return _folder[$"in/berlin.{kind}"];
            case "folder with the archive":
                File.Copy(Samples.BerlinTgz, _folder["in/berlin.tgz"]);
                return _folder["in"];
            case "tar":
                Unpack(Samples.BerlinTgz, "unpacked");
                Tool.Run("tar", "-cf", _folder["in/berlin.tar"], "-C", _folder["unpacked"], "output");
                return _folder["in/berlin.tar"];
            default:
                Unpack(Samples.BerlinTgz, "unpacked");
                return kind == "folder" ? _folder["unpacked/output"] : _folder["unpacked"];
        }
    }

    private void Unpack(string archive, string name)
    {
        Directory.CreateDirectory(_folder[name]);
        Tool.Run("tar", "-xzf", archive, "-C", _folder[name]);
    }
}
