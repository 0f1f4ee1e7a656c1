using System.CommandLine;
using Up42.Interactive;
using Up42.Interactive.Cli;

var root = new RootCommand("See results of UP42 jobs: reports, notebooks, and a local sandbox of the service.") { RunCommand.Create() };
var arguments = root.Parse(args);
if (arguments.Errors.Count > 0)
{
    await arguments.InvokeAsync().ConfigureAwait(false);
    return ExitCode.Usage;
}

try
{
    var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
    return await arguments.InvokeAsync(configuration).ConfigureAwait(false);
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Interrupted.").ConfigureAwait(false);
    return ExitCode.Interrupted;
}
catch (Exception error) when (error is CommandException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"up42: {error.Message}").ConfigureAwait(false);
    return ExitCode.Failed;
}
