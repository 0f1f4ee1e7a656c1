using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Results;

/// <summary>How much of results is matched, named and shown: each count at its limit and at the next one.</summary>
public sealed class ResultsCountTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(50, 50, null)]
    [InlineData(51, 50, "<p>1 more raster not shown.</p>")]
    [InlineData(52, 50, "<p>2 more rasters not shown.</p>")]
    public void Rasters_are_shown_up_to_fifty(int count, int shown, string? rest)
    {
        Write(count, "tif");

        var html = Open().ToHtml();

        Regex.Count(html, "<td colspan=\"6\">").ShouldBe(shown);
        Regex.Match(html, "<p>[0-9]+ more raster[^<]*</p>").Value.ShouldBe(rest ?? "");
        html.ShouldContain($"<details open><summary>{count} rasters, {count} not readable</summary>");
    }

    [Theory]
    [InlineData(200, 200, "")]
    [InlineData(201, 200, "<p>1 more file not shown.</p>")]
    public void Files_are_shown_up_to_two_hundred(int count, int shown, string rest)
    {
        Write(count, "txt");

        var html = Open().ToHtml();

        Regex.Count(html, "<th scope=\"row\">f[0-9]+.txt</th>").ShouldBe(shown);
        Regex.Match(html, "<p>[0-9]+ more file[^<]*</p>").Value.ShouldBe(rest);
        html.ShouldContain($"<details><summary>{count} files</summary>");
    }

    [Theory]
    [InlineData(2, "2 features of data.json without a raster: row 0, 1.")]
    [InlineData(10, "row 0, 1, 2, 3, 4, 5, 6, 7, 8, 9.")]
    [InlineData(11, "row 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ….")]
    public void Features_without_a_raster_are_named_up_to_ten(int count, string text)
    {
        Write(1, "tif");
        WriteFeatures(Enumerable.Repeat("""{"type":"Feature","geometry":null,"properties":{}}""", count));

        Open().ToHtml().ShouldContain(text);
    }

    [Theory]
    [InlineData("no file", 0)]
    [InlineData("f0.txt, f1.txt, f2.txt", 3)]
    [InlineData("f0.txt, f1.txt, f2.txt and 1 other file", 4)]
    [InlineData("f0.txt, f1.txt, f2.txt and 2 other files", 5)]
    public void Files_of_results_without_a_raster_are_named_up_to_three(string names, int count)
    {
        Write(count, "txt");

        Should.Throw<Up42Exception>(() => Open().RequireRasters()).Message.ShouldEndWith($"; it holds {names}.");
    }

    [Theory]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    public void Names_of_features_are_cut_at_forty_letters(int length)
    {
        Write(1, "tif");
        var id = new string('i', length);
        WriteFeatures([$$$"""{"type":"Feature","id":"{{{id}}}","geometry":null,"properties":{"up42.data_path":"f0.tif"}}"""]);

        Open().ToHtml().ShouldContain($">row 0: {(length > 40 ? id[..39] + "…" : id)}</td>");
    }

    /// <summary>By what a raster was matched, unless that is its path, and how many features it has.</summary>
    [Theory]
    [InlineData("""{"up42.data_path":"f0.tif"}""", 1, "row 0")]
    [InlineData("""{"up42.data_path":"f0.tif","uid":"u"}""", 1, "row 0: u")]
    [InlineData("""{"up42.data_path":"f0.tif","uid":""}""", 1, "row 0")]
    [InlineData("""{"up42.data_path":"x/f0.tif"}""", 1, "row 0 (by file name)")]
    [InlineData("""{"uid":"f0"}""", 1, "row 0: f0 (by id)")]
    [InlineData("""{"uid":"f0"}""", 2, "2 rows, the first is 0 (by id)")]
    [InlineData("""{"uid":"f1"}""", 2, "no feature names it")]
    public void Rasters_name_their_features(string properties, int count, string text)
    {
        Write(1, "tif");
        WriteFeatures(Enumerable.Repeat($$"""{"type":"Feature","geometry":null,"properties":{{properties}}}""", count));

        Open().ToHtml().ShouldContain($"<td class=\"u42-n\">{text}</td></tr>");
    }

    /// <summary>A picture of as many bytes as are decoded for a row, of one more, and 24 rows of them.</summary>
    [Theory]
    [InlineData(1, 20_000_000, 1)]
    [InlineData(1, 20_000_001, 0)]
    [InlineData(24, 1, 24)]
    [InlineData(25, 1, 24)]
    public void Quicklooks_stand_beside_the_first_rows(int count, long length, int shown)
    {
        Tool.Run("gdal_create", "-q", "-outsize", "8", "8", "-bands", "3", "-burn", "99", "-of", "PNG", _folder["q.png"]);
        WriteFeatures(Enumerable.Range(0, count).Select(i => $$$"""{"type":"Feature","id":"q{{{i}}}","geometry":null,"properties":{}}"""));

        var table = RowQuicklooks.Attach(
            Open().Table, [.. Enumerable.Range(0, count).Reverse().Select(i => new ResultFile($"q{i}.png", _folder["q.png"], length))]);

        Enumerable.Range(0, count).Where(row => table.PictureAt(row) is not null).ShouldBe(Enumerable.Range(0, shown));
    }

    /// <summary>A raster of one degree is a footprint's where both have more than half of what either covers, and no other one does.</summary>
    [Theory]
    [InlineData("2", "None")]
    [InlineData("1.99", "Footprint")]
    [InlineData("0.51", "Footprint")]
    [InlineData("0.5", "None")]
    [InlineData("1 1.5", "None")]
    [InlineData("1 2", "Footprint")]
    public void Footprints_match_by_more_than_half(string heights, string match)
    {
        Tool.Run("gdal_create", "-q", "-outsize", "8", "8", "-burn", "99", "-a_srs", "EPSG:4326", "-a_ullr", "0", "1", "1", "0", _folder["f0.tif"]);
        WriteFeatures(heights.Split(' ').Select(height => $$$"""
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,{{{height}}}],[0,{{{height}}}],[0,0]]]},"properties":{}}
            """));

        var results = Open();

        results.Rasters.ShouldHaveSingleItem().Match.ToString().ShouldBe(match);
        results.UnmatchedFeatures.Select(row => row.Index)
            .ShouldBe(Enumerable.Range(match == "None" ? 0 : 1, heights.Split(' ').Length - (match == "None" ? 0 : 1)));
    }

    /// <summary>Titles of files are their names, with as many folders as it takes to tell them apart.</summary>
    [Theory]
    [InlineData("j1/a.tif j1/b.tif", "a.tif b.tif")]
    [InlineData("j1/x/a.tif j1/y/a.tif", "x/a.tif y/a.tif")]
    [InlineData("j1/a.tif j2/b.tif", "a.tif b.tif")]
    [InlineData("j1/a.tif j2/a.tif", "j1/a.tif j2/a.tif")]
    [InlineData("j1/x/a.tif j2/a.tif j2/b.tif", "j1/x/a.tif j2/a.tif j2/b.tif")]
    public void Titles_of_files_are_as_short_as_they_can_be(string files, string titles)
    {
        foreach (var file in files.Split(' '))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            File.WriteAllText(_folder[file], "no raster");
            File.WriteAllText(_folder[$"{file.Split('/')[0]}/data.json"], """{"type":"FeatureCollection","features":[]}""");
        }

        var results = Directory.GetDirectories(_folder.Path).Order().Select(folder => JobResults.Open(folder, Cache())).ToList();

        string.Join(' ', ResultTitles.Create(results).Select(one => one.Title)).ShouldBe(titles);
        string.Join(' ', ResultTitles.Create(results).Select(one => one.File)).ShouldBe(titles);
    }

    /// <summary>Of several features the first that says it tells when a raster was taken, and of which scene it is.</summary>
    [Fact]
    public void Rasters_are_taken_when_one_of_their_features_says()
    {
        Write(1, "tif");
        WriteFeatures(new[] { "", ",\"date\":\"2020-05-01\"", ",\"date\":\"2021-05-01\",\"sceneId\":\"s\"" }
            .Select(more => $$$"""{"type":"Feature","geometry":null,"properties":{"up42.data_path":"f0.tif"{{{more}}}}}"""));
        var results = Open();

        var ladder = TitleLadder.Create(results, results.Rasters[0], "f");

        (ladder.Taken, ladder.Scene).ShouldBe(("2020-05-01", "s"));
        TitleLadder.DateOf(results.Rasters[0]).ShouldBe(new DateTimeOffset(2020, 5, 1, 0, 0, 0, TimeSpan.Zero));
        TitleLadder.Create(results).Taken.ShouldBeNull();
    }

    private void Write(int count, string extension) =>
        Enumerable.Range(0, count).ToList().ForEach(i => File.WriteAllText(_folder[$"f{i}.{extension}"], "none"));

    private void WriteFeatures(IEnumerable<string> features) =>
        File.WriteAllText(_folder["data.json"], $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

    private JobResults Open() => JobResults.Open(_folder.Path, Cache());

    private ResultsCache Cache() => new(_folder["cache"], TimeProvider.System);
}
