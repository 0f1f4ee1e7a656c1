using System.CommandLine;
using System.CommandLine.Invocation;
using Up42.Interactive.Cli;

// Threads that a cell left would keep the process for ever.
Environment.Exit(await RunAsync(args).ConfigureAwait(false));

static async Task<int> RunAsync(string[] args)
{
    var arguments = CommandLine.Create().Parse(args.Length == 0 ? ["--help"] : args);
    if (arguments.Action is ParseErrorAction)
    {
        foreach (var error in arguments.Errors)
        {
            await Console.Error.WriteLineAsync($"up42: {TerminalText.Clean(error.Message)}").ConfigureAwait(false);
        }

        await Console.Error.WriteLineAsync("Try 'up42 --help'.").ConfigureAwait(false);
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
    catch (Exception error) when (UserErrors.Contains(error))
    {
        await Console.Error.WriteLineAsync($"up42: {TerminalText.Clean(error.Message)}").ConfigureAwait(false);
        return ExitCode.Failed;
    }
    catch (Exception error)
    {
        // Whatever came in, a command ends with a sentence and a code, never by an abort.
        await Console.Error.WriteLineAsync($"up42: {UserErrors.Unexpected(error)}").ConfigureAwait(false);
        return ExitCode.Failed;
    }
}
