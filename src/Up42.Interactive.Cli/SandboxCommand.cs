using System.CommandLine;
using System.Runtime.InteropServices;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 sandbox</c>: serves a local UP42 until it is stopped.</summary>
internal static class SandboxCommand
{
    private const int DefaultPort = 4242;

    private static readonly Option<int> Port = new("--port")
    {
        Description = "Listen on this port of the loopback interface; 0 takes a free one.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultPort,
    };

    private static readonly Option<string?> Fault = new("--fault") { Description = "Let a share of the requests go wrong.", HelpName = "RATE[:KIND,…]" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("sandbox", "Serve a local UP42 with jobs and imagery to play with, until Ctrl+C.", $"""
            It serves the job platform that is closed and today's platform, listens on this machine only and needs no account. Its ids, key and
            password are the same in every run.

            Kinds of faults: {string.Join(", ", FaultOption.Kinds)}.

            Exit codes: 0 it was stopped, 1 it could not start (for example because the port is taken), 2 the command line is wrong.

            Examples:
              up42 sandbox
              up42 sandbox --port 0 --fault 20%
              up42 sandbox --fault 5%:dropped-connection,truncated-body

            """)
        {
            Port, Fault, SceneCommand.Create(),
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { Faults = FaultOption.Parse(arguments.GetValue(Fault)) };
        var sandbox = await StartAsync(arguments.GetValue(Port), options, cancellationToken).ConfigureAwait(false);
        await using (sandbox.ConfigureAwait(false))
        {
            Console.Write(Greeting(sandbox));
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Console.WriteLine("Stopped.");
        return ExitCode.Ok;
    }

    private static async Task<SandboxServer> StartAsync(int port, SandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await SandboxServer.StartAsync(port, options, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            throw new CommandException($"Port {port} is taken; name another with --port, or 0 for a free one.");
        }
    }

    private static string Greeting(SandboxServer sandbox)
    {
        var credentials = sandbox.Credentials;
        var set = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "set" : "export";
        var width = sandbox.Jobs.Max(job => job.Name.Length);
        var jobs = sandbox.Jobs.Select(job => $"  {job.Id}  {job.Name.PadRight(width)}  {job.Description}");
        return $"""
            UP42 sandbox at {sandbox.Endpoint.GetLeftPart(UriPartial.Authority)}

              {set} UP42_ENDPOINT={sandbox.Endpoint.GetLeftPart(UriPartial.Authority)}
              {set} UP42_PROJECT_ID={credentials.ProjectId}
              {set} UP42_PROJECT_API_KEY={credentials.ProjectApiKey}

            For today's platform, on the same address, instead of the project:

              {set} UP42_AUTH_ENDPOINT={sandbox.Endpoint.GetLeftPart(UriPartial.Authority)}
              {set} UP42_USERNAME={credentials.Username}
              {set} UP42_PASSWORD={credentials.Password}

            Jobs:
            {string.Join('\n', jobs)}

            Try: up42 report {sandbox.Jobs[0].Id} -o report.html
            Ctrl+C stops it.

            """;
    }
}
