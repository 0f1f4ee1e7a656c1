using Up42.Interactive.Bench;

var folder = Path.GetFullPath(args[1]);
foreach (var interleave in new[] { "pixel", "band" })
{
    Console.WriteLine(BenchScenes.Get(folder, interleave, overviews: false));
    Console.WriteLine(BenchScenes.Get(folder, interleave, overviews: true));
}
