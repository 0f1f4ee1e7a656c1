namespace Up42.Interactive.Tests.Results;

/// <summary>What files, columns and names of results mean.</summary>
public sealed class ResultsRulesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("job_7b.tgz", "7b")]
    [InlineData("jobtask_8c.tar.gz", "8c")]
    [InlineData("job_7b", "7b")]
    [InlineData("jobs_7b.zip", "jobs_7b")]
    [InlineData("a.b.tif", "a.b.tif")]
    [InlineData("a", "a")]
    public void IdOf_is_what_the_name_of_a_job_or_task_has(string name, string id) => ResultsLayout.IdOf(name).ShouldBe(id);

    [Theory]
    [InlineData("a.tif", "raster")]
    [InlineData("a.TIFF", "raster")]
    [InlineData("a.jp2", "raster")]
    [InlineData("a.png", "picture")]
    [InlineData("a.JPG", "picture")]
    [InlineData("a.jpeg", "picture")]
    [InlineData("a.geojson", "vector")]
    [InlineData("a.json", "")]
    [InlineData("a.txt", "")]
    [InlineData("a.zip", "archive")]
    [InlineData("a.gpkg", "vector")]
    [InlineData("tif", "")]
    public void Files_are_told_by_their_extension(string name, string right)
    {
        var kinds = new[]
        {
            ResultsLayout.IsRaster(name) ? "raster" : "", ResultsLayout.IsPicture(name) ? "picture" : "", ResultsLayout.IsVector(name) ? "vector" : "",
            ResultsLayout.IsArchive(name) ? "archive" : "",
        };

        string.Join(' ', kinds.Where(kind => kind.Length > 0)).ShouldBe(right);
    }

    [Theory]
    [InlineData("a/._b.tif", true)]
    [InlineData("__MACOSX/a", true)]
    [InlineData("a/thumbs.DB", true)]
    [InlineData("a/b._c", false)]
    [InlineData("a/desktop.ini.txt", false)]
    public void System_files_lie_anywhere(string name, bool right) => ResultsLayout.IsSystemFile(name).ShouldBe(right);

    [Theory]
    [InlineData("job_7.tgz.part", true)]
    [InlineData("a/jobtask_7.part.json", true)]
    [InlineData("job_7/scene.part", false)]
    [InlineData("job_7.tgz", false)]
    [InlineData(".up42-x/scene.tif", true)]
    [InlineData("a/.up42-x", true)]
    [InlineData("a/up42-x", false)]
    public void Work_files_bear_our_mark_or_a_download_s_name(string name, bool right) => WorkFiles.Contains(name).ShouldBe(right);

    /// <summary>When and by what: the first column of each kind that there is.</summary>
    [Theory]
    [InlineData("""{"acquisitionDate":"2020-05-01T23:59:59Z","sensor":"PHR"}""", "2020-05-01, PHR", null)]
    [InlineData("""{"date":"2020-05-01","platform":"  "}""", "2020-05-01", null)]
    [InlineData("""{"datetime":"2020-05-01T23:30:00-02:00","constellation":"S","platform":"P"}""", "2020-05-02, S", null)]
    [InlineData("""{"date":"soon","sensor":"PHR"}""", null, null)]
    [InlineData("""{"date":7,"acquisition":{"beginViewingDate":1588291200000,"missionName":"Sentinel-2"}}""", "2020-05-01, Sentinel-2", null)]
    [InlineData("""{"acquisition":{"beginViewingDate":1}}""", "1970-01-01", null)]
    [InlineData("""{"acquisition":{"beginViewingDate":0}}""", null, null)]
    [InlineData("""{"acquisition":{"beginViewingDate":253402300799999}}""", "9999-12-31", null)]
    [InlineData("""{"acquisition":{"beginViewingDate":253402300800000}}""", null, null)]
    [InlineData("""{"acquisition":7,"scene_id":""}""", null, null)]
    [InlineData("""{"sceneId":"s-1","scene_id":"s-2"}""", null, "s-1")]
    public void Titles_of_scenes_are_told_by_their_columns(string properties, string? taken, string? scene)
    {
        var row = Table(properties)[0];

        (TitleLadder.TakenOf(row), TitleLadder.SceneOf(row)).ShouldBe((taken, scene));
    }

    /// <summary>An item's title is the scene's id, unless that is the item's own, and else when it was taken.</summary>
    [Theory]
    [InlineData("""{"uid":"a","sceneId":"b","date":"2020-05-01"}""", "b")]
    [InlineData("""{"uid":"a","sceneId":"a","date":"2020-05-01"}""", "2020-05-01")]
    [InlineData("""{"uid":"a","sceneId":"a"}""", null)]
    [InlineData("""{"sceneId":"b"}""", "b")]
    public void Titles_of_items_are_not_their_ids(string properties, string? right) => TitleLadder.OfItem(Table(properties)).ShouldBe(right);

    /// <summary>Each is called by the first rung that no other one has.</summary>
    [Theory]
    [InlineData("J,T,S,f", "J")]
    [InlineData("J,T,S,f|J,U,S,g", "T|U")]
    [InlineData("J,T,S,f|J,T,R,g", "S|R")]
    [InlineData("J,T,S,f|J,T,S,g", "f|g")]
    [InlineData("J,T,S,f|J,T,S,f", "f|f")]
    [InlineData(",,,f| ,T,,g", "f|T")]
    [InlineData("T,,,f|,T,,g", "T|T")]
    public void Titles_tell_results_apart(string ladders, string right) => string.Join('|', TitleLadder.Titles(
        [.. ladders.Split('|').Select(one => one.Split(',')).Select(rungs => new TitleLadder(rungs[0], rungs[1], rungs[2], rungs[3]))])).ShouldBe(right);

    [Theory]
    [InlineData("""{"bands":["3 red","nir","12  a b "]}""", "red|nir|a b")]
    [InlineData("""{"bands":["1","2x",""]}""", "1|2x|")]
    [InlineData("""{"bands":["a",7]}""", "")]
    [InlineData("""{"bands":{"a":"b"}}""", "")]
    [InlineData("""{"band":["a"]}""", "")]
    public void Names_of_bands_are_without_their_numbers(string properties, string right) =>
        string.Join('|', BandNames.Find(Table(properties))).ShouldBe(right);

    /// <summary>Files of quicklooks: the id, with what others put before it, with and without an extension, and made safe.</summary>
    [Theory]
    [InlineData("a/s-1.jpg", true)]
    [InlineData("quicklook_s-1.png", true)]
    [InlineData("quicklook-s-1.jpeg", true)]
    [InlineData("s-1", true)]
    [InlineData("x_s-1.jpg", false)]
    [InlineData("s-1.2.jpg", false)]
    [InlineData("b_c.jpg", true)]
    [InlineData("v1.5", true)]
    [InlineData("v1.5.jpg", true)]
    [InlineData("named.jpg", true)]
    [InlineData("99.jpg", true)]
    public void Quicklooks_are_named_after_their_feature(string file, bool isFound)
    {
        var table = Features(
            """{"type":"Feature","id":99,"geometry":null,"properties":{"uid":"s-1"}}""",
            """{"type":"Feature","geometry":null,"properties":{"sceneId":"b?c"}}""",
            """{"type":"Feature","geometry":null,"properties":{"sceneId":"v1.5","title":"named"}}""");

        new QuicklookMatching(table, "title").Find(file).Any().ShouldBe(isFound);
        new QuicklookMatching(table).Find(file).Any().ShouldBe(isFound && file != "named.jpg");
    }

    /// <summary>A feature's paths lead to rasters below a folder, by their name where that is one file's alone, or by ids and folders.</summary>
    [Theory]
    [InlineData("""{"up42.data_path":"a"}""", "a/x.tif a/y.tif", "DataPath")]
    [InlineData("""{"up42.data_path":"a/x.tif"}""", "a/x.tif", "DataPath")]
    [InlineData("""{"up42.data_path":"gone/x.tif"}""", "", "")]
    [InlineData("""{"up42.data_path":"gone/y.tif"}""", "a/y.tif", "FileName")]
    [InlineData("""{"up42.data_path":"https://h.example/b/y.tif?sig=1#2"}""", "a/y.tif", "FileName")]
    [InlineData("""{"up42.data_path":"gone/%79.tif"}""", "a/y.tif", "FileName")]
    [InlineData("""{"uid":"x"}""", "a/x.tif b/x.tif", "Id")]
    [InlineData("""{"sceneId":"b"}""", "b/x.tif", "Id")]
    [InlineData("""{"uid":"","sceneId":"y"}""", "a/y.tif", "Id")]
    [InlineData("""{"up42.data_path":"gone","uid":"y"}""", "a/y.tif", "Id")]
    [InlineData("""{"other":"y"}""", "", "")]
    public void Rasters_are_those_that_a_feature_means(string properties, string files, string match)
    {
        var matching = Match(Table(properties), "a/x.tif", "a/y.tif", "b/x.tif");

        var found = matching.Rasters.Where(raster => raster.Features.Count > 0).ToList();
        string.Join(' ', found.Select(raster => raster.Name)).ShouldBe(files);
        string.Join(' ', found.Select(raster => raster.Match.ToString()).Distinct()).ShouldBe(match);
        matching.UnmatchedFeatures.Count.ShouldBe(files.Length == 0 ? 1 : 0);
    }

    /// <summary>A better match takes the place of all that are worse, and stands beside those that are as good.</summary>
    [Fact]
    public void A_raster_has_the_features_of_its_best_match()
    {
        var matching = Match(
            Features(
                """{"type":"Feature","id":"y","geometry":null,"properties":{}}""",
                """{"type":"Feature","geometry":null,"properties":{"up42.data_path":"a/y.tif"}}""",
                """{"type":"Feature","geometry":null,"properties":{"up42.data_path":"gone/y.tif"}}""",
                """{"type":"Feature","geometry":null,"properties":{"up42.data_path":"a"}}"""),
            "a/y.tif");

        matching.Rasters[0].Match.ShouldBe(RasterMatch.DataPath);
        matching.Rasters[0].Features.Select(row => row.Index).ShouldBe([1, 3]);
        matching.UnmatchedFeatures.ShouldBeEmpty();
    }

    [Fact]
    public void Vector_files_are_by_name_the_GeoJSON_first_and_what_is_none_is_left_out()
    {
        Write("a.kml", "<kml/>");
        Write("a.geojson", """{"type":"Point","coordinates":[1,2]}""");
        Write("b.geojson", "PK\u0003\u0004");

        var results = JobResults.Open(_folder.Path, new ResultsCache(_folder["cache"], TimeProvider.System));

        results.Vectors.Keys.ShouldContain("a");
        results.Vectors["a"].Count.ShouldBe(1);
        results.Remarks.ShouldContain("b.geojson was left out: b.geojson is not JSON but a file of another kind.");
    }

    [Fact]
    public void The_folder_of_an_item_is_shown_by_its_title()
    {
        Write("item_1/data.json", """{"type":"Feature","geometry":null,"properties":{"sceneId":"Berlin in May"}}""");
        Write("job_1/data.json", """{"type":"Feature","geometry":null,"properties":{"sceneId":"Berlin in May"}}""");

        JobResults.Open(_folder["item_1"], new ResultsCache(_folder["cache"], TimeProvider.System)).ToString()!.ShouldStartWith("JobResults Berlin in May: ");
        JobResults.Open(_folder["job_1"], new ResultsCache(_folder["cache"], TimeProvider.System)).ToString()!.ShouldStartWith("JobResults job_1: ");
        Write("item_2/a.txt", "a");
        JobResults.Open(_folder["item_2"], new ResultsCache(_folder["cache"], TimeProvider.System)).ToString()!.ShouldStartWith("JobResults item_2: ");
    }

    /// <summary>What was known of a job is read as it was saved; a file of that name that is something else is just a file.</summary>
    [Theory]
    [InlineData("""{"jobID":"j-1","status":"successful","processID":"p"}""", true)]
    [InlineData("[]", false)]
    public void Processing_jobs_are_saved_beside_their_results(string job, bool isRead)
    {
        using var document = System.Text.Json.JsonDocument.Parse(job);
        var seen = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero);
        if (isRead)
        {
            var known = new ProcessingJobSnapshot { Info = ProcessingJobInfo.Parse(document.RootElement), SeenAt = seen };
            ProcessingJobFile.Save(_folder.Path, known, text => text);
        }
        else
        {
            Write("processing-job.json", job);
        }

        var found = ProcessingJobFile.Find(_folder.Path);

        (found?.Info.Id, found?.SeenAt).ShouldBe((isRead ? "j-1" : null, isRead ? (DateTimeOffset?)seen : null));
        ProcessingJobFile.Find(_folder["none"]).ShouldBeNull();
    }

    private (IReadOnlyList<ResultRaster> Rasters, IReadOnlyList<FeatureRow> UnmatchedFeatures) Match(FeatureTable table, params string[] files)
    {
        var all = files.Select(file => new ResultFile(file, Write(file, "no raster"), 9)).ToList();
        var matching = new RasterMatching(table, all);
        return ([.. all.Select(matching.Raster)], matching.Unmatched);
    }

    private string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text);
        return _folder[name];
    }

    private static FeatureTable Table(string properties) => Features($$"""{"type":"Feature","geometry":null,"properties":{{properties}}}""");

    private static FeatureTable Features(params string[] features) =>
        FeatureTable.Parse($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
}
