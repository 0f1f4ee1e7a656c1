using System.Diagnostics;
using System.Text.Json.Nodes;
using Up42.Interactive.Cli.Tests.Notebooks;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>VS Code's way to the kernel: commands and events as lines of JSON over standard input and output.</summary>
[Collection(KernelCollection.Name)]
[Trait("Tier", "Long")]
public sealed class StdioTests(KernelFeed feed)
{
    public static TheoryData<string> Tutorials => [.. TutorialRun.Names];

    [Fact]
    public async Task Kernel_sends_both_mime_types_and_a_canceled_cell_leaves_the_session_alive()
    {
        using var process = Start();
        try
        {
            await EventAsync(process, null, "KernelReady");
            await SendAsync(
                process, "plot",
                    $"#r \"nuget: Up42.Interactive\"\nusing Up42.Interactive;\nvar kept = 7; "
                    + $"JobResults.Open(@\"{Samples.BerlinTgz}\").PlotResults(bands: [1])");
            var plot = await EventAsync(process, "plot", "ReturnValueProduced");
            plot["formattedValues"]!.AsArray().Select(value => (string?)value!["mimeType"]).ShouldBe(["text/html", "text/plain"]);

            await SendAsync(process, "endless", "Console.Write(\"started\"); await System.Threading.Tasks.Task.Delay(-1);");
            await EventAsync(process, "endless", "StandardOutputValueProduced");
            await WriteAsync(process, new JsonObject { ["token"] = "stop", ["commandType"] = "Cancel", ["command"] = new JsonObject() });
            ((string?)(await EventAsync(process, "endless", "CommandFailed"))["message"]).ShouldBe("Command cancelled.");

            await SendAsync(process, "after", "kept");
            (await EventAsync(process, "after", "ReturnValueProduced")).ToJsonString().ShouldContain("7");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [MemberData(nameof(Tutorials))]
    public async Task Tutorial_runs_cell_by_cell(string name)
    {
        await using var sandbox = await TutorialRun.StartSandboxAsync(name);
        using var process = Start();
        try
        {
            await EventAsync(process, null, "KernelReady");
            foreach (var cell in TutorialRun.Read(name).Where(TutorialRun.IsCode))
            {
                var isParameters = TutorialRun.HasTag(cell, "parameters");
                var isMeantToFail = TutorialRun.HasTag(cell, "raises-exception");
                var token = (string)cell["id"]!;
                await SendAsync(
                    process, token, TutorialRun.Text(cell) + (sandbox is not null && isParameters ? $"\nendpoint = \"{sandbox.Endpoint}\";" : ""));

                var end = await EventAsync(process, token, "CommandSucceeded", "CommandFailed");

                (end["message"] is null || isMeantToFail).ShouldBeTrue($"{name}, cell {token}: {end["message"]}");
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private System.Diagnostics.Process Start()
    {
        var start = new ProcessStartInfo(KernelFeed.Tool, ["stdio", "--default-kernel", "csharp"])
        {
            WorkingDirectory = feed.Notebooks,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in feed.Environment)
        {
            start.Environment[name] = value;
        }

        var process = System.Diagnostics.Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static Task SendAsync(System.Diagnostics.Process process, string token, string code) => WriteAsync(process, new JsonObject
    {
        ["token"] = token,
        ["commandType"] = "SubmitCode",
        ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "csharp" },
    });

    private static async Task WriteAsync(System.Diagnostics.Process process, JsonObject command)
    {
        await process.StandardInput.WriteLineAsync(command.ToJsonString());
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    // The next event of one of the types for a command. Its parts have tokens such as "plot.3", and end before it does.
    private static async Task<JsonNode> EventAsync(System.Diagnostics.Process process, string? token, params string[] types)
    {
        while (await process.ReadLineWithinAsync($"{string.Join(" or ", types)} of {token}") is { } line)
        {
            if (line.StartsWith('{') && JsonNode.Parse(line) is { } message && types.Contains((string?)message["eventType"])
                && (token is null || IsOf(token, (string?)message["command"]?["token"], types)))
            {
                return message["event"]!;
            }
        }

        throw new InvalidOperationException($"The kernel ended before {types[0]} of {token}.");
    }

    private static bool IsOf(string token, string? of, string[] types) =>
        types.Contains("CommandSucceeded") ? of == token : of?.Split('.')[0] == token;
}
