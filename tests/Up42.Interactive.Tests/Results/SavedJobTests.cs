using System.Text.Json;

namespace Up42.Interactive.Tests.Results;

public sealed class SavedJobTests : IDisposable
{
    private const string Facts = """
        {"projectId":"p-1","seenAt":"2024-01-15T12:00:00+00:00",
         "job":{"id":"JOB","name":"Ships of Rotterdam","status":"STATUS","mode":"DEFAULT","createdAt":"2024-01-15T11:00:00Z"},
         "tasks":[{"id":"t1","name":"data:1","status":"SUCCEEDED","block":{"id":"b","name":"data","displayName":"Sentinel-2"}}],
         "logs":{"t1":"INFO one ship\nINFO two ships\n"},"credits":{"creditsUsed":130}}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("mkdir job_$i && echo '{}' > job_$i/job.json", 2501, 2500, "2,500 jobs")]
    [InlineData("echo > $i.tgz", 2501, 2500, "2,500 jobs")]
    [InlineData("mkdir $i", 20_001, 1, "20,000 folders")]
    public void Open_folder_of_more_jobs_or_folders_than_are_read_says_so(string make, int count, int jobs, string most)
    {
        var remark = $"It holds more than {most}; the others were not read: open folders in it one by one.";
        Directory.CreateDirectory(_folder["0/0"]);
        File.WriteAllText(_folder["0/0/data.json"], """{"type":"FeatureCollection","features":[]}""");
        Tool.Run("sh", "-c", $"cd '{_folder.Path}' && for i in $(seq {count}); do {make}; done");

        var results = JobCollectionResults.Open(_folder.Path, TestContext.Current.CancellationToken);

        results.Jobs.Count.ShouldBe(jobs);
        results.Remarks.ShouldHaveSingleItem().ShouldBe(remark);
        results.ToHtml().ShouldContain(remark);
    }

    [Fact]
    public void Open_shows_card_tasks_logs_and_credits_of_the_job_saved_beside_the_results()
    {
        var results = Open(Saved("job_7b", "7b"));

        results.Job!.Info.Id.ShouldBe("7b");
        results.Job.Logs!.Text.ShouldContain("two ships");
        results.Job.Credits!.CreditsUsed.ShouldBe(130);
        results.Rasters.Count.ShouldBe(1);
        foreach (var shown in (string[])["Ships of Rotterdam", "SUCCEEDED", "Sentinel-2", "two ships", "130 credits", "1 raster"])
        {
            results.ToHtml().ShouldContain(shown);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("{\"projectId\":1,\"seenAt\":\"x\",\"job\":{\"id\":\"a\"}}")]
    [InlineData("{\"projectId\":\"p\",\"seenAt\":\"2024-01-15T12:00:00Z\",\"job\":{\"id\":\"a\"},\"logs\":[],\"tasks\":[{\"id\":\"t\"}]}")]
    public void Open_beside_another_job_json_takes_it_for_a_file(string content)
    {
        var folder = Saved("job_7b", "7b");
        File.WriteAllText(Path.Combine(folder, "job.json"), content);

        var results = Open(folder);

        results.Job.ShouldBeNull();
        results.Files.ShouldContain(file => file.Name == "job.json");
    }

    [Theory]
    [InlineData("job_7b.tgz", true)]
    [InlineData("job_8c.tgz", false)]
    [InlineData("other.tgz", false)]
    public void Open_of_an_archive_takes_the_facts_beside_it_only_where_they_are_its_own(string name, bool own)
    {
        File.Copy(Samples.BerlinTgz, _folder[name]);
        File.WriteAllText(_folder["job.json"], JobJson("7b"));

        (Open(_folder[name]).Job is not null).ShouldBe(own);
        Open(_folder.Path).Rasters.Count.ShouldBe(1);
    }

    [Fact]
    public void TaskTables_are_read_by_the_id_of_the_task()
    {
        var folder = Saved("job_7b", "7b");
        Directory.CreateDirectory(Path.Combine(folder, "jobtask_t1"));
        File.Copy(Path.Combine(folder, "data.json"), Path.Combine(folder, "jobtask_t1", "data.json"));

        Open(folder).TaskTables.ShouldHaveSingleItem().Key.ShouldBe("t1");
    }

    [Fact]
    public void Open_of_a_folder_with_one_job_below_opens_it_and_with_several_says_how()
    {
        Saved("job_7b", "7b");
        Open(_folder.Path).Job!.Info.Id.ShouldBe("7b");
        Saved("job_8c", "8c");

        Should.Throw<Up42Exception>(() => Open(_folder.Path)).Message.ShouldBe(
            $"{_folder.Path} holds the results of 2 jobs: open it with JobCollectionResults.Open, or one of them, job_7b for example.");
    }

    [Fact]
    public void Open_of_a_collection_takes_folders_archives_and_folders_of_projects_and_keeps_failures_apart()
    {
        Saved("project_p/job_7b", "7b");
        Saved("job_8c", "8c");
        Directory.CreateDirectory(_folder["job_9d"]);
        File.WriteAllText(_folder["job_9d/job.json"], JobJson("9d", "FAILED"));
        File.Copy(Samples.BerlinZip, _folder["landsat.zip"]);
        File.WriteAllText(_folder["broken.tgz"], "not an archive");
        Directory.CreateDirectory(_folder["empty"]);

        var results = JobCollectionResults.Open(_folder.Path, Cache(), cancellationToken: TestContext.Current.CancellationToken);

        results.Jobs.Select(job => (job.JobId, job.IsOk))
            .ShouldBe([("8c", true), ("9d", false), ("7b", true), ("broken.tgz", false), ("landsat", true)], ignoreOrder: true);
        results.ToString().ShouldBe("Results of 3 of 5 jobs, 3 features; without results: 1 FAILED, 1 with an error");
        results.Merged!.Select(row => row.GetText("up42.data_path")!.Split("7e17f023")[0])
            .ShouldBe(["job_8c/", "project_p/job_7b/", "job_landsat/"], ignoreOrder: true);
        results.Jobs.Single(job => job.JobId == "9d").Job!.Logs!.Text.ShouldContain("two ships");
        results.ToHtml().ShouldContain("It was FAILED when it was saved, and had no results.");
        results.PlotResults(cancellationToken: TestContext.Current.CancellationToken).ToHtml().ShouldNotBeEmpty();
    }

    [Fact]
    public void Open_of_a_collection_where_there_is_none_says_so()
    {
        Should.Throw<Up42Exception>(() => JobCollectionResults.Open(_folder["none"])).Message.ShouldBe($"There is no folder '{_folder["none"]}'.");
        Should.Throw<Up42Exception>(() => JobCollectionResults.Open(_folder.Path)).Message.ShouldBe($"There are no results of jobs in {_folder.Path}.");
    }

    /// <summary>A job that failed has results as soon as there is a raster or a feature.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("data.json", true)]
    [InlineData("a.tif", true)]
    public void Open_of_a_collection_takes_what_a_failed_job_left(string name, bool isOk)
    {
        Saved("job_8c", "8c");
        Directory.CreateDirectory(_folder["job_9d"]);
        File.WriteAllText(_folder["job_9d/job.json"], JobJson("9d", "FAILED"));
        if (name.Length > 0)
        {
            File.Copy(Directory.GetFiles(_folder["job_8c"], name == "a.tif" ? "*.tif" : name, SearchOption.AllDirectories).Single(), _folder[$"job_9d/{name}"]);
        }

        var results = JobCollectionResults.Open(_folder.Path, Cache(), cancellationToken: TestContext.Current.CancellationToken);
        Directory.Delete(_folder["job_8c"], recursive: true);
        var alone = JobCollectionResults.Open(_folder.Path, Cache(), cancellationToken: TestContext.Current.CancellationToken);

        results.Jobs.Single(job => job.JobId == "9d").IsOk.ShouldBe(isOk);
        alone.Jobs.ShouldHaveSingleItem().IsOk.ShouldBe(isOk);
        if (!isOk)
        {
            Should.Throw<Up42Exception>(() => alone.PlotResults(cancellationToken: TestContext.Current.CancellationToken)).Message
                .ShouldBe("None of the 1 job has results: 1 FAILED.");
        }
    }

    [Fact]
    public void Saved_facts_hold_no_signature_of_an_address()
    {
        using var json = JsonDocument.Parse(JobJson("7b").Replace("Ships of Rotterdam", "https://x/a?X-Goog-Signature=s1gn4ture", StringComparison.Ordinal)
            .Replace("one ship", "from https://x/?sig=s1gn4ture", StringComparison.Ordinal));
        var job = JobSnapshot.Parse(json.RootElement);
        using var file = new MemoryStream();
        using (var writer = new Utf8JsonWriter(file))
        {
            job.WriteTo(writer);
        }

        var text = System.Text.Encoding.UTF8.GetString(file.ToArray());
        text.ShouldNotContain("s1gn4ture");
        using var again = JsonDocument.Parse(text);
        JobSnapshot.Parse(again.RootElement).Credits!.CreditsUsed.ShouldBe(130);
    }

    [Theory]
    [InlineData("nothing.tif", 1)]
    [InlineData("b.tif", 2)]
    public void Rasters_that_no_path_names_are_matched_by_footprint_where_it_is_plain(string second, int rasters)
    {
        var folder = Saved("job_7b", "7b");
        var data = File.ReadAllText(Path.Combine(folder, "data.json"));
        File.WriteAllText(Path.Combine(folder, "data.json"), data.Replace("7e17f023-a8e3-43bd-aaac-5bbef749c7f4", "gone", StringComparison.Ordinal));
        var raster = Directory.GetFiles(folder, "*.tif", SearchOption.AllDirectories).Single();
        File.Move(raster, Path.Combine(folder, "a.tif"));
        if (rasters == 2)
        {
            File.Copy(Path.Combine(folder, "a.tif"), Path.Combine(folder, second));
        }

        var results = Open(folder);

        results.Rasters.Select(one => one.Match).ShouldBe(Enumerable.Repeat(rasters == 1 ? RasterMatch.Footprint : RasterMatch.None, rasters));
        results.UnmatchedFeatures.Count.ShouldBe(rasters - 1);
        results.ToHtml().ShouldContain(rasters == 1 ? "(by footprint)" : "1 feature of data.json without a raster");
    }

    private static string JobJson(string id, string status = "SUCCEEDED") =>
        Facts.Replace("JOB", id, StringComparison.Ordinal).Replace("STATUS", status, StringComparison.Ordinal);

    private string Saved(string name, string id)
    {
        Directory.CreateDirectory(_folder[name]);
        Tool.Run("tar", "-xzf", Samples.BerlinTgz, "-C", _folder[name], "--strip-components=1");
        File.WriteAllText(_folder[$"{name}/job.json"], JobJson(id));
        return _folder[name];
    }

    private JobResults Open(string path) => JobResults.Open(path, Cache());

    private ResultsCache Cache() => new(_folder[".up42-cache"], TimeProvider.System);
}
