using System.Text;
using Up42.Interactive.Tests.Archives;

namespace Up42.Interactive.Tests.Results;

/// <summary>Results at the limits of what is opened, matched and shown.</summary>
public sealed class ResultsEdgeTests : IDisposable
{
    private const string Feature = """{"type":"Feature","id":"7","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}}""";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>data.json begins with a mark, blanks or a record separator, in UTF-8 or UTF-16; another symbol is another format.</summary>
    [Theory]
    [InlineData("", "utf-8", true)]
    [InlineData("\uFEFF", "utf-8", true)]
    [InlineData("\uFEFF", "utf-16", true)]
    [InlineData("\uFEFF", "utf-16BE", true)]
    [InlineData(" ", "utf-8", true)]
    [InlineData("\t", "utf-8", true)]
    [InlineData("\r", "utf-8", true)]
    [InlineData("\n", "utf-8", true)]
    [InlineData("\u001E", "utf-8", true)]
    [InlineData("<", "utf-8", false)]
    [InlineData("P", "utf-8", false)]
    [InlineData("\0P", "utf-8", false)]
    [InlineData("\0\0<", "utf-8", false)]
    public void Table_is_read_only_from_JSON(string start, string encoding, bool isJson)
    {
        File.WriteAllBytes(_folder["data.json"], Encoding.GetEncoding(encoding).GetBytes(start + Feature));

        if (isJson)
        {
            Open().Table.Count.ShouldBe(1);
        }
        else
        {
            Should.Throw<Up42Exception>(() => Open().Table.Count).Message.ShouldStartWith("data.json is not JSON but ");
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Folders_around_a_job_are_passed_through_eight_deep(int depth, bool isFound)
    {
        var below = Directory.CreateDirectory(_folder[string.Join('/', Enumerable.Repeat("w", depth).Prepend("."))]).FullName;
        File.WriteAllText(Path.Combine(below, "data.json"), Feature);

        Open().Files.Any(file => file.Name == "data.json").ShouldBe(isFound);
    }

    [Theory]
    [InlineData(5, "there are a0.tif, a1.tif, a2.tif, a3.tif, a4.tif.")]
    [InlineData(6, "there are a0.tif, a1.tif, a2.tif, a3.tif and 2 others.")]
    public void A_raster_that_is_not_there_is_named_with_those_that_are(int count, string names)
    {
        Enumerable.Range(0, count).ToList().ForEach(i => File.WriteAllText(_folder[$"a{i}.tif"], "II*"));

        Should.Throw<Up42Exception>(() => Open().PlotResults(files: ["gone.tif"], cancellationToken: Token)).Message
            .ShouldBe($"There is no raster gone.tif in the results; {names}");
    }

    [Fact]
    public void ToHtml_says_that_there_is_no_data_json_beside_a_single_file()
    {
        Open().ToHtml().ShouldNotContain("There is no data.json");
        File.WriteAllText(_folder["a.txt"], "a");
        Open().ToHtml().ShouldContain("There is no data.json, which would have the features.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Open_of_nothing_is_refused(string path) => Should.Throw<ArgumentException>(() => JobResults.Open(path, cancellationToken: Token));

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Archives_in_archives_are_opened_three_deep(int nesting, bool isOpened)
    {
        var bytes = new CraftedTar().Add("data.json", Feature).Gzipped();
        File.WriteAllBytes(_folder["a.tgz"], bytes);
        foreach (var number in Enumerable.Range(0, nesting))
        {
            Directory.CreateDirectory(_folder[$"in{number}"]);
            File.Move(_folder["a.tgz"], _folder[$"in{number}/inner{number}.tgz"]);
            Tool.Run("tar", "-czf", _folder["a.tgz"], "-C", _folder[$"in{number}"], $"inner{number}.tgz");
            Directory.Delete(_folder[$"in{number}"], recursive: true);
        }

        if (isOpened)
        {
            Open(_folder["a.tgz"]).Table.Count.ShouldBe(1);
        }
        else
        {
            Should.Throw<Up42Exception>(() => Open(_folder["a.tgz"])).Message.ShouldEndWith("unpack it by hand and open the folder.");
        }
    }

    [Fact]
    public void A_name_of_one_band_is_that_of_data_json()
    {
        Raster("7.tif");
        File.WriteAllText(_folder["data.json"], Feature.Replace("\"properties\":{}", "\"properties\":{\"bands\":[\"12 red\"]}", StringComparison.Ordinal));

        using var raster = RasterFile.Open(_folder["7.tif"]);
        Open().PlotResults(cancellationToken: Token).ToHtml().ShouldContain("band 1 red");
    }

    [Fact]
    public void A_quicklook_is_found_by_an_id_of_one_symbol()
    {
        File.WriteAllText(_folder["data.json"], Feature);
        Tool.Run("gdal_create", "-outsize", "8", "8", "-bands", "3", "-burn", "99", "-of", "PNG", _folder["quicklook_7.png"]);

        var row = Open().Table[0];

        new QuicklookMatching([row]).Find("a/quicklook_7.png").ShouldHaveSingleItem().Id.ShouldBe("7");
        new QuicklookMatching([row]).Find("a/quicklook_8.png").ShouldBeEmpty();
        RowQuicklooks.Attach(Open().Table, Open().Files).ToHtml().ShouldContain("src=\"data:image/webp;base64,");
    }

    [Fact]
    public async Task UploadToBucketAsync_of_nothing_is_refused()
    {
        Directory.CreateDirectory(_folder["empty"]);

        (await Should.ThrowAsync<Up42Exception>(
            () => Open(_folder["empty"]).UploadToBucketAsync(new LocalFolderBucket(_folder["b"]), "f", cancellationToken: Token)))
            .Message.ShouldBe("There is no file in empty to upload.");
    }

    /// <summary>The length of an archive is known before it is sent, that of a folder packed on the way is not.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UploadToBucketAsync_reports_the_length_of_archives(bool isArchive)
    {
        File.WriteAllBytes(_folder["a.tgz"], new CraftedTar().Add("data.json", Feature).Gzipped());
        Directory.CreateDirectory(_folder["r"]);
        File.WriteAllText(_folder["r/data.json"], Feature);
        var heard = new Heard();

        await Open(_folder[isArchive ? "a.tgz" : "r"]).UploadToBucketAsync(new LocalFolderBucket(_folder["b"]), "f", progress: heard, cancellationToken: Token);

        heard.Last!.TotalBytes.ShouldBe(isArchive ? new FileInfo(_folder["a.tgz"]).Length : null);
    }

    [Fact]
    public void Formats_that_no_raster_has_are_refused_and_any_spelling_of_those_there_are_is_taken()
    {
        Raster("a.tif");
        Raster("b.TIF");

        Should.Throw<Up42Exception>(() => Open().PlotResults(fileFormats: ["jp2"], cancellationToken: Token)).Message
            .ShouldBe("There is no raster of the format .jp2 in the results; there are a.tif, b.TIF.");
        Open().PlotResults(fileFormats: ["TIF"], cancellationToken: Token).Titles.ShouldBe(["a.tif", "b.TIF"]);
        Should.Throw<ArgumentNullException>(() => RasterSelection.Choose(null!, null, null));
    }

    [Fact]
    public void ToHtml_says_of_a_rest_only_where_there_is_one()
    {
        Raster("a.tif");
        File.WriteAllText(_folder["data.json"], Feature);

        var html = Open().ToHtml();

        html.ShouldNotContain("more ");
        html.ShouldContain("1 feature of data.json without a raster: row 0.");
        File.Delete(_folder["a.tif"]);
        Open().ToHtml().ShouldNotContain("without a raster");
    }

    /// <summary>Written over in its place, with its time set back: only the content tells.</summary>
    [Fact]
    public void Unpack_of_an_archive_that_was_written_over_is_of_what_it_holds_now()
    {
        var cache = new ResultsCache(_folder["cache"], TimeProvider.System);
        File.WriteAllBytes(_folder["a.tar"], new CraftedTar().Add("x", "aaa").Bytes());
        var time = File.GetLastWriteTimeUtc(_folder["a.tar"]);
        File.ReadAllText(Path.Combine(cache.Unpack(_folder["a.tar"], null, Token), "x")).ShouldBe("aaa");
        using (var file = File.OpenWrite(_folder["a.tar"]))
        {
            file.Write(new CraftedTar().Add("x", "bbb").Bytes());
        }

        File.SetLastWriteTimeUtc(_folder["a.tar"], time);

        File.ReadAllText(Path.Combine(cache.Unpack(_folder["a.tar"], null, Token), "x")).ShouldBe("bbb");
    }

    [Fact]
    public void Names_of_files_about_results_are_the_job_s_or_their_number()
    {
        Directory.CreateDirectory(_folder["job_7b"]);
        Directory.CreateDirectory(_folder["mine"]);

        JobName.Create([Open(_folder["job_7b"])]).ShouldBe("7b");
        JobName.Create([Open(_folder["mine"])]).ShouldBe("mine");
        JobName.Create([Open(_folder["job_7b"]), Open(_folder["mine"])]).ShouldBe("jobs");
        Directory.CreateDirectory(_folder["job_"]);
        JobName.Create([Open(_folder["job_"])]).ShouldBe("results");
    }

    private void Raster(string name) =>
        Tool.Run("gdal_create", "-outsize", "8", "8", "-bands", "1", "-burn", "99", "-a_srs", "EPSG:4326", "-a_ullr", "0", "1", "1", "0", _folder[name]);

    private JobResults Open(string? path = null) => JobResults.Open(path ?? _folder.Path, new ResultsCache(_folder["cache"], TimeProvider.System));

    private sealed class Heard : IProgress<TransferProgress>
    {
        public TransferProgress? Last { get; private set; }

        public void Report(TransferProgress value) => Last = value;
    }
}
