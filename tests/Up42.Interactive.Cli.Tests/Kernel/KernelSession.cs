using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>A real kernel in a process of its own, which cells are sent to over Jupyter's protocol.</summary>
internal sealed class KernelSession : IAsyncDisposable
{
    private readonly System.Diagnostics.Process _process;
    private readonly Task<string> _error;

    private KernelSession(System.Diagnostics.Process process) => (_process, _error) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="folder">Its working folder.</param>
    /// <param name="environment">Variables of its own.</param>
    /// <param name="command">The kernel's command; <c>{connection_file}</c> stands for the file that Jupyter writes.</param>
    public static async Task<KernelSession> StartAsync(string folder, Dictionary<string, string> environment, string[] command)
    {
        var client = Path.Combine(Samples.RepositoryRoot, "tests", "Up42.Interactive.Cli.Tests", "Kernel", "kernel.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [client, folder, .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var session = new KernelSession(System.Diagnostics.Process.Start(start)!);
        (await session.AnswerAsync("its start"))["status"]!.GetValue<string>().ShouldBe("ok");
        return session;
    }

    /// <summary>Runs a cell.</summary>
    public async Task<KernelReply> RunAsync(string code) => new(await AskAsync(new JsonObject { ["run"] = code }));

    /// <summary>What the kernel offers at the end of a text.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(string text) =>
        [.. (await AskAsync(new JsonObject { ["complete"] = text }))["matches"]!.AsArray().Select(match => match!.GetValue<string>().Trim())];

    private async Task<JsonNode> AskAsync(JsonObject request)
    {
        await _process.StandardInput.WriteLineAsync(request.ToJsonString());
        await _process.StandardInput.FlushAsync();
        return await AnswerAsync(request.ToJsonString() is { Length: > 200 } whole ? whole[..200] : request.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForEndAsync();
        _process.Dispose();
    }

    private async Task<JsonNode> AnswerAsync(string awaited)
    {
        var line = await _process.ReadLineWithinAsync($"the kernel's answer to {awaited}");
        return line is null ? throw new InvalidOperationException($"The kernel ended. {await _error}") : JsonNode.Parse(line)!;
    }
}
