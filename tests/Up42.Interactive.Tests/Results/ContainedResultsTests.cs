namespace Up42.Interactive.Tests.Results;

/// <summary>Folders that hold links, pipes and odd names, and files that are not what their role says.</summary>
public sealed class ContainedResultsTests : IDisposable
{
    private const string Feature = """{"type":"Feature","geometry":null,"properties":{}}""";
    private readonly TempFolder _folder = new();

    public ContainedResultsTests()
    {
        Directory.CreateDirectory(_folder["r"]);
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllText(_folder["elsewhere/big.tif"], "x");
        File.WriteAllText(_folder["r/data.json"], Feature);
    }

    public void Dispose()
    {
        // .NET cannot delete a file whose name is not UTF-8.
        Tool.Run("rm", "-rf", _folder["r"]);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("big.tif", "elsewhere/big.tif")]
    [InlineData("more", "elsewhere")]
    public void Open_link_out_of_the_folder_is_followed_only_when_asked_and_always_said(string link, string target)
    {
        File.CreateSymbolicLink(_folder[$"r/{link}"], _folder[target]);

        var closed = Open(followLinks: false);
        var open = Open(followLinks: true);

        closed.Rasters.ShouldBeEmpty();
        closed.Remarks.ShouldHaveSingleItem().ShouldBe(
            $"{link} is a link that leads out of the folder and was not followed; JobResults.Open(path, followLinks: true) follows it.");
        closed.ToHtml().ShouldContain("is a link that leads out of the folder");
        open.Rasters.ShouldHaveSingleItem().Name.ShouldBe(link == "more" ? "more/big.tif" : link);
        open.Remarks.ShouldHaveSingleItem().ShouldBe($"{link} is a link that leads out of the folder and was followed.");
    }

    [Fact]
    public void Open_without_permission_names_what_was_left_out()
    {
        Directory.CreateDirectory(_folder["r/locked"]);
        File.WriteAllText(_folder["r/mine.geojson"], Feature);
        Tool.Run("chmod", "000", _folder["r/locked"], _folder["r/mine.geojson"]);

        PlainUser.Do(() =>
        {
            var results = Open(followLinks: false);

            results.Remarks.ShouldContain("locked cannot be read: Access to the path 'locked' is denied.");
            _ = results.Vectors;
            results.Remarks.ShouldContain(remark => remark.StartsWith("mine.geojson was left out: mine.geojson could not be read: ", StringComparison.Ordinal));
            results.Table.Count.ShouldBe(1);
        });
    }

    [Fact]
    public void Displays_name_no_folder_of_this_machine()
    {
        var scene = File.ReadAllBytes(Samples.FindCase("rasters/c39h_4807_grads/a.tif"));
        File.WriteAllBytes(_folder["r/header.tif"], scene[..100]);
        File.WriteAllBytes(_folder["r/start.tif"], scene[..9]);
        File.WriteAllBytes(_folder["r/cut.tif"], scene[..40_000]);
        File.WriteAllBytes(_folder["r/cut.kml"], File.ReadAllBytes(Samples.FindCase("vectors/k4_multi.kml"))[..200]);
        File.WriteAllBytes(_folder["r/cut.gpkg"], File.ReadAllBytes(Samples.FindCase("vectors/g_layers.gpkg"))[..30_000]);
        File.WriteAllBytes(_folder["r/cut.zip"], File.ReadAllBytes(Samples.FindCase("vectors/s_zip.zip"))[..1500]);
        File.CreateSymbolicLink(_folder["r/out"], _folder["elsewhere"]);
        File.CreateSymbolicLink(_folder["r/in.tif"], "cut.tif");
        Directory.CreateDirectory(_folder["r/locked"]);
        Tool.Run("chmod", "000", _folder["r/locked"]);

        PlainUser.Do(() =>
        {
            var results = Open(followLinks: true);
            string[] shown = [results.ToHtml(), results.ToString()!, results.PlotResults().ToHtml(), results.MapResults().ToHtml(), .. results.Remarks];
            shown.Where(text => text.Contains(_folder.Path, StringComparison.Ordinal))
                .Select(text => text[Math.Max(0, text.IndexOf(_folder.Path, StringComparison.Ordinal) - 100)..][..200]).ShouldBeEmpty();
        });
    }

    [Fact]
    public void Open_link_inside_the_folder_is_followed_once()
    {
        Directory.CreateDirectory(_folder["r/a"]);
        File.WriteAllText(_folder["r/a/x.tif"], "x");
        Directory.CreateSymbolicLink(_folder["r/a/round"], _folder["r"]);
        File.CreateSymbolicLink(_folder["r/y.tif"], "a/x.tif");

        Open(followLinks: false).Rasters.Select(raster => raster.Name).ShouldBe(["a/x.tif", "y.tif"]);
    }

    [Fact]
    public void Open_output_that_is_a_link_is_not_followed()
    {
        File.Delete(_folder["r/data.json"]);
        Directory.CreateSymbolicLink(_folder["r/output"], _folder["elsewhere"]);

        var results = Open(followLinks: false);

        results.Files.ShouldBeEmpty();
        results.Remarks.ShouldHaveSingleItem().ShouldStartWith("output is a link that leads out of the folder");
    }

    [Theory]
    [InlineData("data.json")]
    [InlineData("scene.tif")]
    [InlineData("job.json")]
    [InlineData("det.geojson")]
    [InlineData(".up42-download.json")]
    public async Task Open_never_waits_for_a_pipe(string name)
    {
        File.Delete(_folder[$"r/{name}"]);
        Tool.Run("mkfifo", _folder[$"r/{name}"]);

        var results = await Task.Run(() => Open(followLinks: true)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        results.Vectors.ShouldBeEmpty();
        results.Rasters.ShouldBeEmpty();
        results.Remarks.ShouldContain($"{name} is a pipe, socket or device and was not read.");
    }

    [Fact]
    public async Task Open_pipe_in_place_of_an_archive_is_named()
    {
        Tool.Run("mkfifo", _folder["a.tgz"]);

        var opening = Task.Run(() => JobResults.Open(_folder["a.tgz"], Cache()));

        (await Should.ThrowAsync<Up42Exception>(() => opening.WaitAsync(TimeSpan.FromSeconds(30)))).Message
            .ShouldBe($"{_folder["a.tgz"]} is a pipe, socket or device, not a file.");
    }

    [Fact]
    public void Open_name_that_is_not_UTF8_does_not_hide_the_others()
    {
        Tool.Run("sh", "-c", $"cd '{_folder["r"]}' && : > \"$(printf 'Gr\\366sse.tif')\"");

        var results = Open(followLinks: false);

        results.Table.Count.ShouldBe(1);
        results.Remarks.ShouldHaveSingleItem().ShouldContain("cannot be opened: its name is not UTF-8");
    }

    [Theory]
    [InlineData("data.json")]
    [InlineData("det.geojson")]
    public void Open_file_whose_role_is_JSON_takes_no_other_reader(string name)
    {
        File.WriteAllText(_folder["points.geojson"], """{"type":"Point","coordinates":[1,2]}""");
        Tool.Run("ogr2ogr", _folder["points.gpkg"], _folder["points.geojson"]);
        File.Move(_folder["points.gpkg"], _folder[$"r/{name}"], overwrite: true);

        var message = name == "data.json"
            ? Should.Throw<Up42Exception>(() => Open(followLinks: false)).Message
            : Open(followLinks: false).Remarks.ShouldHaveSingleItem();

        message.ShouldEndWith($"{name} is not JSON but a GeoPackage or another SQLite database.");
    }

    [Theory]
    [InlineData("data.json")]
    [InlineData("job.json")]
    public void Open_folder_in_place_of_a_file_is_said(string name)
    {
        File.Delete(_folder["r/data.json"]);
        Directory.CreateDirectory(_folder[$"r/{name}"]);

        Open(followLinks: false).Remarks.ShouldHaveSingleItem().ShouldBe($"{name} is a folder and was not read.");
    }

    [Theory]
    [InlineData(1, "data.json is a link that leads out of the folder and was not followed")]
    [InlineData(12, "a/a/a/a/a/a/a/a/a/a/a/a/data.json lies too deep in it: open the folder that holds it.")]
    [InlineData(1500, "What lies more than 128 folders deep was not read: a/a/")]
    public void Open_folder_without_results_says_why(int depth, string reason)
    {
        File.Delete(_folder["r/data.json"]);
        if (depth == 1)
        {
            File.WriteAllText(_folder["elsewhere/data.json"], Feature);
            File.CreateSymbolicLink(_folder["r/data.json"], _folder["elsewhere/data.json"]);
        }
        else
        {
            var steps = $"i=0; while [ $i -lt {depth} ]; do mkdir a && cd -P a && i=$((i+1)); done; echo '{Feature}' > data.json";
            Tool.Run("sh", "-c", $"cd '{_folder["r"]}' && {steps}");
        }

        var message = Should.Throw<Up42Exception>(
            () => JobCollectionResults.Open(_folder["r"], Cache(), cancellationToken: TestContext.Current.CancellationToken)).Message;

        message.ShouldStartWith($"There are no results of jobs in {_folder["r"]}: ");
        message.ShouldContain(reason);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void Open_folder_of_more_files_than_are_read_says_so()
    {
        Tool.Run("sh", "-c", $"mkdir '{_folder["r/many"]}' && cd '{_folder["r/many"]}' && seq 200001 | xargs touch");

        Open(followLinks: false).Remarks.ShouldHaveSingleItem()
            .ShouldBe("It holds more than 200,000 files and folders; the others were not read.");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void Open_folder_of_thousands_of_downloads_leaves_out_theirs()
    {
        Tool.Run("sh", "-c", $"cd '{_folder["r"]}' && seq 30000 | xargs mkdir && for i in *[0-9]; do echo > $i/.up42-download.json; echo > $i/a.tif; done");

        Open(followLinks: false).Rasters.ShouldBeEmpty();
    }

    [Fact]
    public void Open_cancelled_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => JobResults.Open(_folder["r"], cancellationToken: stop.Token));
        Should.Throw<OperationCanceledException>(() => JobCollectionResults.Open(_folder.Path, stop.Token));
    }

    private JobResults Open(bool followLinks) =>
        JobResults.Open(_folder["r"], new ResultsOpening(Cache(), null, followLinks, TestContext.Current.CancellationToken));

    private ResultsCache Cache() => new(_folder["cache"], TimeProvider.System);
}
