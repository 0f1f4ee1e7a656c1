using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>VS Code's way to the kernel: commands and events as lines of JSON over standard input and output.</summary>
[Collection(KernelCollection.Name)]
[Trait("Tier", "Long")]
public sealed class StdioTests(KernelFeed feed)
{
    [Fact]
    public async Task Kernel_sends_both_mime_types_and_a_canceled_cell_leaves_the_session_alive()
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

        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            await EventAsync(process, "KernelReady", null);
            await SendAsync(
                process, "plot",
                    $"#r \"nuget: Up42.Interactive\"\nusing Up42.Interactive;\nvar kept = 7; "
                    + $"JobResults.Open(@\"{Samples.BerlinTgz}\").PlotResults(bands: [1])");
            var plot = await EventAsync(process, "ReturnValueProduced", "plot");
            plot["formattedValues"]!.AsArray().Select(value => (string?)value!["mimeType"]).ShouldBe(["text/html", "text/plain"]);

            await SendAsync(process, "endless", "Console.Write(\"started\"); await System.Threading.Tasks.Task.Delay(-1);");
            await EventAsync(process, "StandardOutputValueProduced", "endless");
            await WriteAsync(process, new JsonObject { ["token"] = "stop", ["commandType"] = "Cancel", ["command"] = new JsonObject() });
            ((string?)(await EventAsync(process, "CommandFailed", "endless"))["message"]).ShouldBe("Command cancelled.");

            await SendAsync(process, "after", "kept");
            (await EventAsync(process, "ReturnValueProduced", "after")).ToJsonString().ShouldContain("7");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Task SendAsync(Process process, string token, string code) => WriteAsync(process, new JsonObject
    {
        ["token"] = token,
        ["commandType"] = "SubmitCode",
        ["command"] = new JsonObject { ["code"] = code, ["targetKernelName"] = "csharp" },
    });

    private static async Task WriteAsync(Process process, JsonObject command)
    {
        await process.StandardInput.WriteLineAsync(command.ToJsonString());
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    // The next event of that type for a command; its parts have tokens such as "plot.3".
    private static async Task<JsonNode> EventAsync(Process process, string type, string? token)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith('{') && JsonNode.Parse(line) is { } message && (string?)message["eventType"] == type
                && (token is null || ((string?)message["command"]?["token"])?.Split('.')[0] == token))
            {
                return message["event"]!;
            }
        }

        throw new InvalidOperationException($"The kernel ended before {type} of {token}.");
    }
}
