using System.Text;
using Up42.Interactive.Tests.Archives;

namespace Up42.Interactive.Tests.Fuzz;

/// <summary>Damaged inputs of every kind but notebooks, which <c>DamagedNotebookTests</c> tries.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Fast = 2_000;
    private const int Long = 100_000;

    private static readonly Dictionary<string, (Func<byte[][]> Seeds, Action<string> Read)> Kinds = new()
    {
        ["input.geojson"] = (Cases("vectors/26_ids_mixed.geojson", "vectors/60_fiji_two.geojson", "vectors/03_geometry_emptyobj.geojson"), ReadTable),
        ["input.json"] = (Cases("vectors/42_esri.json", "vectors/44_stac_item.json", "vectors/30_3d_mixed.geojson"), ReadTable),
        ["input.wkt"] = (Cases("vectors/w9_same_line.wkt", "vectors/w4_utm.wkt", "vectors/w10_nan.wkt"), ReadTable),
        ["input.gpkg"] = (Cases("vectors/g_layers.gpkg", "vectors/g_pdc.gpkg", "vectors/g_qgis.gpkg"), ReadTable),
        ["input.fgb"] = (Cases("vectors/x.fgb"), ReadTable),
        ["input.kmz"] = (Cases("vectors/k9.kmz"), ReadTable),
        ["input.kml"] = (Cases("vectors/k4_multi.kml"), ReadTable),
        ["shapefile.zip"] = (Cases("vectors/s_zip.zip"), ReadTable),
        ["data.json"] = (Cases("vectors/26_ids_mixed.geojson", "vectors/13_root_properties.geojson"), ReadFolder),
        ["job.json"] = (Texts(SavedJob), ReadFolder),
        ["input.tar"] = (() => [Tar.Bytes()], ReadArchive),
        ["input.tgz"] = (() => [.. Cases("archives/01_wrapped_folder.tgz", "archives/14_hardlink.tgz")(), Tar.Gzipped()], ReadArchive),
        ["input.zip"] = (Cases("archives/01_wrapped_folder.zip", "archives/32_deflate64.zip"), ReadArchive),
        ["input.tif"] = (Cases(
            "rasters/j02_classes_int16_no_palette/a.tif", "hostile/r_strip/a.tif", "rasters/c39h_4807_grads/a.tif", "rasters/a17_jpeg_ycbcr_cog_mask/a.tif",
            "rasters/j01_s1_grd_ascending_gcps/s1a-iw-grd-vv.tiff"), ReadRaster),
        ["input.jp2"] = (Cases("rasters/j04_dimap_jp2/IMG_01_PHR1A_MS/IMG_PHR1A_MS_R1C1.JP2"), ReadRaster),
        ["today"] = (Texts(TodayResponses.Seeds), path => TodayResponses.Read(File.ReadAllBytes(path))),
        ["formula"] = (Texts(TodayResponses.Formulas), ReadFormula),
        ["server"] = (Texts(ServerResponses.Seeds), path => ServerResponses.Read(File.ReadAllBytes(path))),
    };

    /// <summary>Kinds of which one try takes a hundred times as long as one of the others.</summary>
    private static readonly string[] Slow = ["input.tif", "input.jp2"];

    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. Kinds.Keys];

    private static CraftedTar Tar => new CraftedTar().Add("output/data.json", """{"type":"FeatureCollection","features":[]}""").Add("output/a/b.txt", "text");

    private static string SavedJob => """
        {"id":"j","name":"a job","status":"SUCCEEDED","createdAt":"2024-01-02T03:04:05Z",
        "inputs":{"a:1":{"bbox":[1,2,3,4]}},"tasks":[{"id":"t","status":"FAILED"}]}
        """;

    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_input_is_read_or_refused_in_a_sentence(string name) => Run(name, Fast / Kinds.Count / (Slow.Contains(name) ? 4 : 1), seed: 42);

    [Theory]
    [Trait("Tier", "Long")]
    [MemberData(nameof(Names))]
    public void Damaged_input_is_read_or_refused_in_a_sentence_a_hundred_thousand_times(string name) =>
        Run(name, Long / Kinds.Count, Random.Shared.Next());

    public void Dispose() => _folder.Dispose();

    private static Func<byte[][]> Cases(params string[] names) => () => [.. names.Select(name => File.ReadAllBytes(Samples.FindCase(name)))];

    private static Func<byte[][]> Texts(params string[] texts) => () => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private void Run(string name, int count, int seed) =>
        DamagedInputs.Try(_folder[name], Kinds[name].Seeds(), Kinds[name].Read, error => error is Up42Exception, count, seed);

    private static void ReadTable(string path)
    {
        var table = FeatureTable.Read(path);
        Encoding.UTF8.GetByteCount(table.ToHtml()).ShouldBeLessThanOrEqualTo(200_000);
        var lines = table.ToString().Split('\n');
        lines.Length.ShouldBeLessThanOrEqualTo(20);
        lines.ShouldAllBe(line => line.Length <= 500 && !line.Any(char.IsControl));
    }

    private static void ReadFolder(string path)
    {
        var results = JobResults.Open(Path.GetDirectoryName(path)!);
        results.ToHtml();
        results.ToString()!.ShouldNotContain('\n');
    }

    private static void ReadRaster(string path)
    {
        using var raster = RasterFile.Open(path);
        raster.ToHtml();
    }

    private static void ReadFormula(string path)
    {
        using var raster = RasterFile.Open(Samples.FindCase("rasters/j02_classes_int16_no_palette/a.tif"));
        BandExpression.Evaluate($"0{File.ReadAllText(path)}", raster, 16, TestContext.Current.CancellationToken);
    }

    private static void ReadArchive(string path)
    {
        using var cache = new TempFolder();
        JobResults.Open(path, new ResultsCache(cache.Path, TimeProvider.System), limits: null).ToHtml();
    }
}
