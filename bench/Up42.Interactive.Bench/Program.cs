using System.Globalization;
using Up42.Interactive.Bench;
using Up42.Interactive.TestKit;

// bench [--pairs N] [start|download|upload|range|range-again|gallery|tables|features|plot|plot-again|map|map-100|detail|compute|zonal …]
//   every row, or those named: pairs of whole processes, medians, peak memory
// bench sizes   bytes of each display and of a report, against their budgets
// bench task NAME RASTER OUT   one task of a row, in a process of its own
// bench task upload FILE ENDPOINT
// bench range|range-again ITEM-URL OUT   the plot of an archive server's scene, in a process of its own
// bench gallery ENDPOINT OUT   the items of an items server with their thumbnails, in a process of its own
// bench download ENDPOINT FOLDER [keep|cancel]   the results of an archive server's job, in a process of its own
if (args is ["task", "upload", var file, var endpoint])
{
    return await UploadTask.RunAsync(file, new Uri(endpoint));
}

if (args is ["task", var task, var raster, var output])
{
    return Tasks.Run(task, raster, output);
}

if (args is ["range" or "range-again", var item, var page])
{
    return await RangeTask.RunAsync(new Uri(item), page, runs: args[0] == "range" ? 1 : 2);
}

if (args is ["gallery", var storage, var gallery])
{
    return await GalleryTask.RunAsync(new Uri(storage), gallery);
}

if (args is ["download", var archives, var target, .. var how])
{
    return await DownloadTask.RunAsync(archives, target, unpack: how is not ["keep"], cancelAt: how is ["cancel"] ? 100_000_000 : null);
}

var pairs = args is ["--pairs", var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 5;
string[] alone = ["start", "download", "upload", "range", "range-again", "gallery"];
var chosen = args.Where(argument => alone.Contains(argument) || Tasks.Names.Contains(argument)).DefaultIfEmpty().ToHashSet();
var kept = Environment.GetEnvironmentVariable("UP42_BENCH") ?? Path.Combine("artifacts", "bench");
var scenes = Path.Combine(kept, "scenes");
var folder = Directory.CreateTempSubdirectory("up42-bench-");
var up42 = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Up42.Interactive.Cli/release/up42"));
try
{
    if (args is ["sizes"])
    {
        var features = Path.Combine(kept, "features");
        return DisplaySizes.Print(folder.FullName, BenchFeatures.Get(features, 100_000), BenchDetections.Get(features, 100_000), up42);
    }

    Console.WriteLine(Row.Heading);
    if (chosen.Contains(null) || chosen.Contains("upload"))
    {
        await using var server = await GoogleStorageServer.StartAsync();
        Console.WriteLine(UploadTask.Row(Path.Combine(folder.FullName, "object.tgz"), server.Endpoint).Run(pairs));
    }

    IEnumerable<Row> rows = [Start(), .. TableRows(), .. FeatureRows(), .. SceneRows(), .. ComputedRows(), .. DetailRows(), .. HundredRows()];
    foreach (var row in rows.Where(row => chosen.Contains(null) || chosen.Contains(row.Name.Split(',')[0])))
    {
        Console.WriteLine(row.Run(pairs));
    }

    if (chosen.Contains(null) || chosen.Contains("gallery"))
    {
        await using var server = await ItemsServer.StartAsync();
        Console.WriteLine(GalleryTask.Row(server, folder.FullName).Run(pairs));
    }

    foreach (var range in RangeTask.Names.Where(name => chosen.Contains(null) || chosen.Contains(name)))
    {
        await using var server = await ArchiveServer.StartAsync(BenchScenes.GetCloudOptimized(scenes));
        var row = RangeTask.Row(server, folder.FullName, range);
        _ = Measurement.Run(row.Ours);
        var (bytes, requests) = (server.BytesServed, server.Requests);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Run(pairs)[..^1]}; fetches {bytes / 1e6:0.0} MB, {100.0 * bytes / new FileInfo(server.File).Length:0.0} %, in {requests} requests |"));
    }

    if (chosen.Contains(null) || chosen.Contains("download"))
    {
        await using var server = await ArchiveServer.StartAsync(BenchArchive.Get(scenes));
        Console.WriteLine(Downloads(server).Run(pairs));
        Console.WriteLine(Cancelled(server).Run(pairs));
    }
}
finally
{
    folder.Delete(recursive: true);
}

return 0;

// Scenes are made for the rows that are wanted alone.
bool Wants(params string[] names) => chosen.Overlaps([null, .. names]);

string Peer() => Path.Combine(folder.FullName, "peer.tif");

IEnumerable<Row> SceneRows()
{
    var peer = Peer();
    foreach (var interleave in Wants("plot", "plot-again", "map") ? new[] { "pixel", "band" } : [])
    {
        foreach (var overviews in new[] { true, false })
        {
            var scene = BenchScenes.Get(scenes, interleave, overviews);
            var layout = $"{interleave}-interleaved, {(overviews ? "overviews" : "plain")}";
            string[] translate = ["gdal_translate", "-q", "-outsize", "1024", "0", "-b", "3", "-b", "2", "-b", "1", scene, peer];
            yield return new Row($"plot, {layout}", Ours("plot", scene), translate);
            yield return new Row($"plot-again, {layout}", Ours("plot-again", scene), translate);
            yield return new Row(
                $"map, {layout}", Ours("map", scene),
                ["sh", "-c",
                    $"gdal_translate -q -of VRT -b 3 -b 2 -b 1 {scene} {peer}.vrt && exec gdalwarp -q -overwrite -t_srs EPSG:3857 -ts "
                    + $"2048 0 -dstalpha {peer}.vrt {peer}"]);
        }
    }
}

IEnumerable<Row> ComputedRows()
{
    if (!Wants("compute", "zonal"))
    {
        yield break;
    }

    var (peer, plain) = (Peer(), BenchScenes.Get(scenes, "pixel", overviews: false));
    yield return new Row(
        "compute, NDVI of 10,980 × 10,980 to a cloud-optimized GeoTIFF", Ours("compute", plain),
        ["gdal_calc.py", "-A", plain, "--A_band=3", "-B", plain, "--B_band=4", "--calc=(B.astype(float)-A)/(B.astype(float)+A)", "--type=Float32",
            "--NoDataValue=-9999", "--co=COMPRESS=DEFLATE", "--co=TILED=YES", "--quiet", "--overwrite", $"--outfile={peer}"]);
    yield return new Row(
        "zonal, 10,000 polygons on 10,980 × 10,980", Ours("zonal", plain),
        ["Rscript", "-e", BenchZones.Terra(plain, BenchZones.Get(plain), Path.Combine(folder.FullName, "peer.csv"))]);
}

// Every pixel in one HTML file; the peer's is a cloud-optimized GeoTIFF of the same tiles, for which values are scaled to 8 bits first.
IEnumerable<Row> DetailRows()
{
    if (!Wants("detail"))
    {
        yield break;
    }

    var (peer, land) = (Peer(), BenchScenes.GetLand(scenes));
    yield return new Row(
        "detail, 10,980 × 10,980 of land", Ours("detail", land),
        ["sh", "-c",
            $"gdal_translate -q -ot Byte -scale 0 3000 1 255 -a_nodata 0 -b 3 -b 2 -b 1 {land} {peer} && exec gdal_translate -q -of COG "
            + $"-co TILING_SCHEME=GoogleMapsCompatible -co COMPRESS=WEBP -co ADD_ALPHA=YES -co NUM_THREADS=2 {peer} {peer}.cog"]);
}

IEnumerable<Row> HundredRows()
{
    if (!Wants("map-100"))
    {
        yield break;
    }

    var (peer, hundred) = (Peer(), BenchScenes.GetHundred(scenes));
    yield return new Row(
        "map-100, 100 rasters of 1098 × 1098", Ours("map-100", hundred),
        ["sh", "-c",
            $"for raster in {Path.GetDirectoryName(hundred)}/*.tif; do gdalwarp -q -overwrite -t_srs EPSG:3857 -ts 300 0 -dstalpha "
            + $"$raster {peer} || exit 1; done"]);
}

// From the start of the program to a cell's result in a file; the peer is what else runs C# from a text.
Row Start()
{
    const string Code = "#r \\\"nuget: Up42.Interactive\\\"\\nusing Up42.Interactive;\\nnew { First = 1 }";
    var (notebook, app) = (Path.Combine(folder.FullName, "first.ipynb"), Path.Combine(folder.FullName, "first.cs"));
    File.WriteAllText(
        notebook,
        $$"""{"cells":[{"cell_type":"code","metadata":{},"source":"{{Code}}","outputs":[]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
    File.WriteAllText(app, "System.Console.WriteLine(new { First = 1 });");
    return new Row(
        "start, a notebook of one cell",
        [up42, "run", notebook, "-o",
            Path.Combine(folder.FullName, "done.ipynb")],
        ["dotnet", "run", app]);
}

// A hundred thousand features against GeoPandas; then our own alone, to see that time grows with their number.
IEnumerable<Row> TableRows()
{
    foreach (var count in Wants("tables") ? new[] { 100_000, 300_000, 1_000_000 } : [])
    {
        var features = BenchFeatures.Get(Path.Combine(kept, "features"), count);
        yield return new Row(
            string.Create(CultureInfo.InvariantCulture, $"tables, {count:N0} features ({new FileInfo(features).Length / 1e6:0} MB)"), Ours("tables", features),
            count == 100_000 ? ["/usr/bin/python3", "-c", BenchFeatures.GeoPandas, features, Path.Combine(folder.FullName, "peer.html")] : null);
    }
}

// Detections on a map, all of them.
IEnumerable<Row> FeatureRows()
{
    foreach (var count in Wants("features") ? new[] { 10_000, 100_000, 300_000 } : [])
    {
        var detections = BenchDetections.Get(Path.Combine(kept, "features"), count);
        yield return new Row(string.Create(CultureInfo.InvariantCulture, $"features, {count:N0} boxes on a map"), Ours("features", detections), null);
    }
}

Row Downloads(ArchiveServer server)
{
    var (ours, peer) = (Path.Combine(folder.FullName, "ours"), Path.Combine(folder.FullName, "peer"));
    return new Row(
        "download, unpacked",
        ["sh", "-c", $"rm -rf {ours} && exec {Environment.ProcessPath} download {server.Endpoint} {ours}"],
        ["sh", "-c", $"rm -rf {peer} && mkdir {peer} && curl -sS {server.Address} | tar -xzf - -C {peer}"]);
}

Row Cancelled(ArchiveServer server)
{
    var ours = Path.Combine(folder.FullName, "cancelled");
    return new Row(
        "download, cancelled after 100 MB",
        ["sh", "-c", $"rm -rf {ours} && exec {Environment.ProcessPath} download {server.Endpoint} {ours} cancel"], null);
}

string[] Ours(string task, string raster) =>
    [Environment.ProcessPath!, "task", task, raster, Path.Combine(folder.FullName, "ours.html")];
