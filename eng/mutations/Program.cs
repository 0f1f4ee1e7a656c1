// Puts mutants into a copy of the repository and runs the tests of their rooms against each. Called by eng/mutate.sh.
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

var repository = args[0];
var seed = Option("--seed", 1);
var count = Option("--count", 60);
var rooms = args.Skip(1).Where(argument => !argument.StartsWith('-') && !char.IsAsciiDigit(argument[0])).ToList();
var library = Path.Combine(repository, "src", "Up42.Interactive");

// Where a room's tests lie, if not only in the folder of its name: namespaces, and classes of others.
var tests = new Dictionary<string, string[]>
{
    ["Archives"] = ["Archives.*", "Results.*"],
    ["Results"] = ["Results.*", "Buckets.*", "Downloads.*", "Displays.DisplayTests", "Jobs.CollectionDownloadTests", "Rasters.Classes.ClassSourceTests", "Rasters.Classes.ManyClassesTests"],
    ["Transfers"] = ["Transfers.*", "Downloads.*", "Buckets.*", "Storage.RangeReadingTests", "Storage.RangeEndingTests"],
    ["Http"] = ["Http.*", "Jobs.*", "Processing.*", "Storage.StorageTests"],
    ["Rasters"] = ["Rasters.*", "Computing.ComputedRasterTests", "Displays.DisplayTests"],
    ["Tables"] = ["Tables.*", "Displays.DisplayTests"],
};

// A third more than asked for, since some do not compile.
var mutants = Build([.. rooms.SelectMany(room => Sample(room, count * 4 / 3)).Select((mutant, id) => mutant with { Id = id })]);
var runs = new TestRuns(repository, Option("--spare", 30));
foreach (var room in rooms)
{
    var clock = Stopwatch.StartNew();
    var classes = await runs.MeasureAsync(tests[room]);
    var tried = mutants.Where(mutant => mutant.Room == room).Take(count).ToList();
    var killed = 0;
    foreach (var mutant in tried)
    {
        var verdict = await runs.JudgeAsync(mutant.Id, classes);
        killed += verdict.StartsWith("killed", StringComparison.Ordinal) ? 1 : 0;
        Console.WriteLine($"{mutant}: {verdict}");
    }

    Console.WriteLine($"{room}, seed {seed}: {killed} of {tried.Count} killed ({100.0 * killed / tried.Count:0} %) in {clock.Elapsed.TotalMinutes:0} min");
}

int Option(string name, int ifMissing) => Array.IndexOf(args, name) is > 0 and var index ? Number.Parse(args[index + 1]) : ifMissing;

IEnumerable<Mutant> Sample(string room, int size)
{
    var all = Directory.EnumerateFiles(Path.Combine(library, room), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .SelectMany(file => Mutations.In(CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot())
            .Select(change => new Mutant(0, room, Path.GetRelativePath(library, file), change.Node, change.Text)))
        .ToArray();
    Console.WriteLine($"{room}: {all.Length} possible mutants");
    new Random(seed).Shuffle(all);
    return all.Take(size);
}

// Leaves out what does not compile, until the rest does.
List<Mutant> Build(List<Mutant> candidates)
{
    var originals = candidates.Select(mutant => mutant.File).Distinct().ToDictionary(file => file, file => File.ReadAllText(Path.Combine(library, file)));
    File.WriteAllText(Path.Combine(library, "MutantSwitch.cs"), Schemata.Switch(candidates.Count));
    while (true)
    {
        foreach (var (file, text) in originals)
        {
            File.WriteAllText(Path.Combine(library, file), Schemata.Apply(text, candidates.Where(mutant => mutant.File == file)));
        }

        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Path.Combine(repository, "tests", "Up42.Interactive.Tests"), "-v", "q", "-nologo",
            "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-clp:NoSummary;ErrorsOnly"])
            { RedirectStandardOutput = true })!;
        var reading = build.StandardOutput.ReadToEndAsync();
        if (!build.WaitForExit(TimeSpan.FromMinutes(30)))
        {
            build.Kill(entireProcessTree: true);
            throw new TimeoutException("The build of the mutants did not end within half an hour.");
        }

        var output = reading.Result;
        if (build.ExitCode == 0)
        {
            return candidates;
        }

        var broken = Regex.Matches(output, @"^\s*(/.+\.cs)\((\d+),(\d+)\): error", RegexOptions.Multiline)
            .SelectMany(error => Schemata.At(error.Groups[1].Value, Number.Parse(error.Groups[2].Value) - 1, Number.Parse(error.Groups[3].Value) - 1)).ToHashSet();
        if (candidates.RemoveAll(mutant => broken.Contains(mutant.Id)) == 0)
        {
            throw new InvalidOperationException(output);
        }

        Console.WriteLine($"{broken.Count} do not compile");
    }
}
