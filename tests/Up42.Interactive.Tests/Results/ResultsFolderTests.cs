namespace Up42.Interactive.Tests.Results;

/// <summary>Which folder holds one job, which several, and what is read of it.</summary>
public sealed class ResultsFolderTests : IDisposable
{
    private const string Feature = """{"type":"Feature","geometry":null,"properties":{}}""";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Names that end in a slash are folders. Facts, quicklooks, work files and those of file managers count for nothing.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("job.json", true)]
    [InlineData("processing-job.json", true)]
    [InlineData(".up42-download.json", true)]
    [InlineData("data.json", true)]
    [InlineData("a.tif", true)]
    [InlineData("a.tif b.txt c.txt", true)]
    [InlineData("data.json job_1/", false)]
    [InlineData("data.json jobtask_1/", true)]
    [InlineData("data.json job_1", true)]
    [InlineData("a.txt", false)]
    [InlineData("a.tgz", true)]
    [InlineData("a.tgz a.png", true)]
    [InlineData("a.tgz .DS_Store", true)]
    [InlineData("a.tgz b.tgz", false)]
    [InlineData("a.tgz b.txt", false)]
    [InlineData("a.tgz b/ c/", false)]
    [InlineData("a.tgz b.txt c.txt", false)]
    [InlineData("a.tgz/", false)]
    [InlineData("a.tgz a.png/", false)]
    [InlineData("output/", true)]
    [InlineData("output", false)]
    [InlineData("output/ a.txt", false)]
    [InlineData("output/ a/ b/", false)]
    [InlineData("output/ a.png", false)]
    [InlineData("a.png", false)]
    public void A_folder_is_of_one_job_by_what_lies_right_in_it(string entries, bool isOfOne)
    {
        foreach (var name in entries.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Write(name);
        }

        ResultsFolder.IsOfOneJob(_folder.Path).ShouldBe(isOfOne);
    }

    /// <summary>Jobs lie right in a folder or in one of its folders, and no deeper.</summary>
    [Theory]
    [InlineData("a/data.json", "a")]
    [InlineData("p/a/data.json p/b/x.tif", "p/a p/b")]
    [InlineData("p/q/a/data.json", "")]
    [InlineData("a/data.json b.zip p/c.tgz p/a/x.txt", "a p/c.tgz b.zip")]
    [InlineData("p/a.tgz p/b.tgz p/x.txt", "p/a.tgz p/b.tgz")]
    public void Jobs_are_found_two_folders_deep(string files, string jobs)
    {
        files.Split(' ').ToList().ForEach(Write);

        var found = JobFolders.Find(_folder.Path, Token);

        string.Join(' ', found.Jobs.Select(job => Path.GetRelativePath(_folder.Path, job))).ShouldBe(jobs);
        found.Remark.ShouldBeNull();
    }

    /// <summary>What another download below has is its own, and so is what we left there while we worked.</summary>
    [Theory]
    [InlineData("a.txt b/c.txt", "a.txt b/c.txt")]
    [InlineData("a.txt b/c.txt b/.up42-download.json", "a.txt")]
    [InlineData("a.txt b/c/d.txt b/.up42-download.json", "a.txt")]
    [InlineData("a.txt b/c/d.txt b/c/.up42-download.json b/e.txt", "a.txt b/e.txt")]
    [InlineData("a.txt b/c.txt .up42-download.json", "a.txt b/c.txt")]
    [InlineData("bc/a.txt b/.up42-download.json", "bc/a.txt")]
    [InlineData("a.txt .up42-x/a.txt Thumbs.db job_1.tgz.part", "a.txt")]
    public void Files_are_those_of_this_download(string files, string right)
    {
        files.Split(' ').ToList().ForEach(Write);

        var results = new ResultsFolder(_folder.Path, Archive: null, FollowLinks: false).Read(Token);

        string.Join(' ', results.Files.Select(file => file.Name)).ShouldBe(right);
    }

    /// <summary>The longest file of a job that is read, and one byte more.</summary>
    [Theory]
    [InlineData(32 << 20, true)]
    [InlineData((32 << 20) + 1, false)]
    public void A_processing_job_is_read_up_to_32_MB(int length, bool isRead)
    {
        using (var file = new StreamWriter(_folder["processing-job.json"]))
        {
            file.Write("""{"seenAt":"2024-01-15T12:00:00Z","job":{"jobID":"j","status":"successful","processID":"p"}}""".PadRight(length));
        }

        ProcessingJobFile.Find(_folder.Path)?.Info.Id.ShouldBe("j");
        (ProcessingJobFile.Find(_folder.Path) is not null).ShouldBe(isRead);
    }

    /// <summary>Tables of tasks lie in folders of their own, a link is none; one without a saved job is called by its folder.</summary>
    [Fact]
    public void Tables_of_tasks_are_by_id_in_the_order_of_their_folders()
    {
        Write("jobtask_b/data.json");
        Write("jobtask_a/data.json");
        Write("other/data.json");
        Write("jobtask_c/x.txt");
        Directory.CreateSymbolicLink(_folder["jobtask_d"], _folder["jobtask_a"]);

        VectorResults.ReadTasks(_folder.Path, job: null).Tables.Keys.ShouldBe(["a", "b"]);
    }

    /// <summary>Two files of one name are told apart by their extension; the GeoJSON has the name alone.</summary>
    [Fact]
    public void Vector_files_of_one_name_keep_their_extension()
    {
        Write("a.kml");
        File.WriteAllText(_folder["a.geojson"], Feature);
        Tool.Run("ogr2ogr", "-f", "GPKG", _folder["a.gpkg"], _folder["a.geojson"]);

        var files = new[] { "a.gpkg", "a.kml", "a.geojson", "a.txt" }.Select(name => new ResultFile(name, _folder[name], 1)).ToList();

        VectorResults.Read(files).Tables.Keys.ShouldBe(["a", "a.gpkg"]);
        VectorResults.Read(files).Remarks.ShouldHaveSingleItem().ShouldStartWith("a.kml was left out: ");
    }

    /// <summary>A collection's table is merged anew only over one that is a merged table, or empty.</summary>
    [Theory]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"job_id":"j"}}""", true)]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", true)]
    [InlineData(Feature, false)]
    [InlineData("none", false)]
    public void A_merged_table_has_the_job_of_each_feature(string content, bool isMerged)
    {
        File.WriteAllText(_folder["data.json"], content);

        MergedTable.IsAt(_folder["data.json"]).ShouldBe(isMerged);
    }

    /// <summary>Jobs without a feature add nothing to the table of all, not even a column.</summary>
    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(1, 1, "job_id")]
    public void A_merged_table_is_of_jobs_with_features(int features, int count, string columns)
    {
        Directory.CreateDirectory(_folder["job_a"]);
        Directory.CreateDirectory(_folder["job_b"]);
        File.WriteAllText(_folder["job_a/data.json"], """{"type":"FeatureCollection","features":[]}""");
        File.WriteAllText(_folder["job_b/data.json"], $$"""{"type":"FeatureCollection","features":[{{(features == 0 ? "" : Feature)}}]}""");

        var merged = JobCollectionResults.Open(_folder.Path, new ResultsCache(_folder["cache"], TimeProvider.System), Token).Merged!;

        (merged.Count, string.Join(' ', merged.Columns.Select(column => column.Name))).ShouldBe((count, columns));
    }

    private void Write(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        if (!name.EndsWith('/'))
        {
            File.WriteAllText(_folder[name], name.EndsWith("data.json", StringComparison.Ordinal) ? Feature : "none");
        }
    }
}
