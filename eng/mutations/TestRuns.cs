using System.Diagnostics;
using System.Text.RegularExpressions;

/// <summary>Runs of the library's tests with one mutant awake.</summary>
/// <param name="repository">The copy that holds the mutants.</param>
/// <param name="spare">Seconds that a run may take beyond four times what it takes without a mutant.</param>
internal sealed class TestRuns(string repository, int spare)
{
    private const int Tries = 3;

    private readonly string _runner = Path.Combine(repository, "artifacts", "bin", "Up42.Interactive.Tests", "debug", "Up42.Interactive.Tests");

    /// <summary>The classes of tests of some names, in which <c>*</c> stands for anything; the quickest first.</summary>
    public async Task<List<TestClass>> MeasureAsync(string[] names)
    {
        var classes = new List<TestClass>();
        var list = await RunAsync("none", 60 + spare, [.. names.SelectMany(name => new[] { "-class", $"Up42.Interactive.Tests.{name}" }), "-list", "classes"]);
        foreach (var name in list.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("Up42", StringComparison.Ordinal)))
        {
            var record = Path.GetTempFileName();
            var clock = Stopwatch.StartNew();
            var run = await RunAsync($"record:{record}", 600 + spare, ["-class", name]);
            if (run.Code == 0)
            {
                classes.Add(new TestClass(name, clock.Elapsed.TotalSeconds, File.ReadLines(record).Select(Number.Parse).ToHashSet()));
            }
            else
            {
                Console.WriteLine($"{name} fails without a mutant and is left out: {run.Output}");
            }
        }

        return [.. classes.OrderBy(candidate => candidate.Seconds)];
    }

    /// <summary>What the classes that reach a mutant say of it: the quickest first, slower ones only for what those let live.</summary>
    public async Task<string> JudgeAsync(int mutant, List<TestClass> classes)
    {
        var reaching = classes.Where(candidate => candidate.Reached.Contains(mutant)).ToList();
        var start = classes[0].Seconds;
        foreach (var part in reaching.GroupBy(candidate => (candidate.Seconds / start) switch { <= 2 => 0, <= 6 => 1, _ => 2 }))
        {
            var seconds = spare + 4 * part.Sum(candidate => candidate.Seconds);
            for (var tries = 0; tries < Tries; tries++)
            {
                var run = await RunAsync($"{mutant}", seconds, [.. part.SelectMany(candidate => new[] { "-class", candidate.Name }), "-stopOnFail"]);
                if (run.Code == 0)
                {
                    break;
                }

                if (run.Code == -1)
                {
                    return $"killed, not ended within {seconds:0} s";
                }

                // What fails once only, on a busy machine, says nothing of the mutant.
                var test = Regex.Match(run.Output, @"(Up42\S+Tests?)\.(\w+).*\[FAIL\]");
                if (!test.Success || (await RunAsync($"{mutant}", seconds, ["-class", test.Groups[1].Value])).Code != 0)
                {
                    return $"killed by {test.Groups[1].Value.Split('.')[^1]}.{test.Groups[2].Value}";
                }
            }
        }

        return reaching.Count == 0 ? "SURVIVED, no test reaches it" : $"SURVIVED {reaching.Count} classes";
    }

    private async Task<(int Code, string Output)> RunAsync(string mutant, double seconds, string[] arguments)
    {
        var start = new ProcessStartInfo(_runner, ["-noColor", "-noLogo", .. arguments, "-trait-", "Tier=Long"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["UP42_MUTANT"] = mutant, ["DOTNET_GCHeapHardLimit"] = "0xC0000000" },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "");
        }
    }
}
