using System.Globalization;
using Spectre.Console;

namespace Up42.Interactive.Cli;

/// <summary>Says on standard error what is being done: a spinner on a terminal, one line a step in a pipe. Honours <c>NO_COLOR</c>.</summary>
internal sealed class StepReporter(TimeProvider time)
{
    // Taken when the command starts: a running notebook redirects the console.
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Does one step of the work and reports it.</summary>
    public async Task<T> StepAsync<T>(string label, Func<Task<T>> work)
    {
        var started = time.GetTimestamp();
        var text = Markup.Escape(label);
        var result = _console.Profile.Capabilities.Interactive
            ? await _console.Status().StartAsync(text, _ => work()).ConfigureAwait(false)
            : await work().ConfigureAwait(false);
        var seconds = time.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        _console.MarkupLine($"{text} [grey]{seconds} s[/]");
        return result;
    }
}
