using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Results;

/// <summary>Archives as people make them, from <c>../shared/data/cases/archives</c>: a new case is a row.</summary>
public sealed class ArchiveCasesTests : IDisposable
{
    private const string Raster = "u1/scene.tif";
    private const string Vector = "u1/det";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The archive, its features, its files without data.json, its vector results, the name of the raster the feature was matched to.</summary>
    public static TheoryData<string, int, string, string, string?> Cases => new()
    {
        { "01_wrapped_folder.tgz", 1, Raster, "", Raster },
        { "01_wrapped_folder.zip", 1, $"{Vector}.geojson|{Raster}", Vector, Raster },
        { "01b_wrapped_output.zip", 1, Raster, "", Raster },
        { "02_macosx.zip", 1, $"{Vector}.geojson|{Raster}", Vector, Raster },
        { "02b_macosx_wrapped.zip", 1, Raster, "", Raster },
        { "04b_cp437.zip", 1, "u1/Größe.tif", "", "u1/Größe.tif" },
        { "10b_double_gz.tgz", 1, $"{Vector}.geojson|{Raster}", Vector, Raster },
        { "14_hardlink.tgz", 1, $"u1/copy.tif|{Vector}.geojson|{Raster}", Vector, Raster },
        { "15b_duplicate.tgz", 1, $"{Vector}.geojson|{Raster}", Vector, Raster },
        { "19_nested.tgz", 1, $"{Vector}.geojson|{Raster}", Vector, Raster },
        { "23_latin1_gnu.tgz", 1, "u1/Größe.tif", "", "u1/Größe.tif" },
        { "25_nan_data.tgz", 1, Raster, "", Raster },
        { "29_broken_vector.tgz", 1, $"{Vector}.geojson|{Raster}|u2/bad.geojson", Vector, Raster },
        { "30_lock_names.tgz", 1, $"u1/notes.lock|u1/scene.part|{Raster}", "", Raster },
        { "32_deflate64.zip", 1, Raster, "", Raster },
        { "34_cp437_path.zip", 1, "u1/Größe.tif", "", "u1/Größe.tif" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Open_archive_as_people_make_them_finds_what_it_holds(string name, int features, string files, string vectors, string? raster)
    {
        var results = Open(Samples.Find($"../cases/archives/{name}"));

        results.Table.Count.ShouldBe(features);
        results.Files.Select(file => file.Name).Where(file => file != "data.json").ShouldBe(files.Split('|', StringSplitOptions.RemoveEmptyEntries));
        results.Vectors.Keys.ShouldBe(vectors.Split('|', StringSplitOptions.RemoveEmptyEntries));
        results.Rasters.FirstOrDefault(one => one.Features.Count > 0)?.Name.ShouldBe(raster);
        results.Rasters.ShouldAllBe(one => one.Problem == null);
    }

    [Fact]
    public void Vectors_broken_file_is_left_out_with_a_remark()
    {
        var results = Open(Samples.Find("../cases/archives/29_broken_vector.tgz"));

        results.Vectors.Keys.ShouldBe(["u1/det"]);
        results.Remarks.ShouldHaveSingleItem().ShouldStartWith("u2/bad.geojson was left out: bad.geojson ");
        results.MapResults(cancellationToken: TestContext.Current.CancellationToken).ToHtml().ShouldContain("det");
    }

    [Fact]
    public void Open_of_a_collection_takes_an_archive_of_several_jobs()
    {
        foreach (var job in new[] { "job_a", "job_b" })
        {
            Directory.CreateDirectory(_folder[$"in/{job}"]);
            File.WriteAllText(_folder[$"in/{job}/data.json"], """{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}}""");
        }

        Tool.Run("tar", "-czf", _folder["jobs.tgz"], "-C", _folder["in"], "job_a", "job_b");

        Should.Throw<Up42Exception>(() => Open(_folder["jobs.tgz"])).Message
            .ShouldBe($"{_folder["jobs.tgz"]} holds the results of 2 jobs: open it with JobCollectionResults.Open.");
        JobCollectionResults.Open(_folder["jobs.tgz"], Cache(), cancellationToken: TestContext.Current.CancellationToken)
            .Jobs.Select(job => job.JobId).ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData(".geojson")]
    [InlineData(".wkt")]
    [InlineData(".kml")]
    [InlineData(".gpkg")]
    [InlineData(".shp")]
    public void Vectors_take_every_format_that_tables_take(string extension)
    {
        Directory.CreateDirectory(_folder["r"]);
        File.WriteAllText(_folder["r/a.geojson"], """{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"name":"x"}}""");
        if (extension == ".wkt")
        {
            File.WriteAllText(_folder["r/b.wkt"], "POINT (1 2)");
        }
        else if (extension != ".geojson")
        {
            Tool.Run("ogr2ogr", _folder[$"r/b{extension}"], _folder["r/a.geojson"]);
        }

        var vectors = Open(_folder["r"]).Vectors;

        vectors.Keys.ShouldBe(extension == ".geojson" ? ["a"] : ["a", "b"]);
        vectors.Values.ShouldAllBe(table => table.Count == 1 && table[0].Geometry is Point);
    }

    [Fact]
    public void Vectors_of_one_name_keep_their_extensions()
    {
        Directory.CreateDirectory(_folder["r"]);
        File.WriteAllText(_folder["r/a.geojson"], """{"type":"Point","coordinates":[1,2]}""");
        File.WriteAllText(_folder["r/a.wkt"], "POINT (1 2)");

        Open(_folder["r"]).Vectors.Keys.ShouldBe(["a", "a.wkt"]);
    }

    private JobResults Open(string path) => JobResults.Open(path, Cache());

    private ResultsCache Cache() => new(_folder["cache"], TimeProvider.System);
}
