using System.Globalization;
using Spectre.Console;

namespace Up42.Interactive.Cli;

/// <summary>Says on standard error what is being done: a spinner on a terminal, one line a step in a pipe. Honours <c>NO_COLOR</c>.</summary>
internal sealed class StepReporter(TimeProvider time)
{
    // Taken when the command starts: a running notebook redirects the console.
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Does one step of the work and reports it.</summary>
    /// <param name="label">What is done, for example <c>Draw the map</c>.</param>
    /// <param name="work">Does it; may report the share that is done, 0…1.</param>
    public async Task<T> StepAsync<T>(string label, Func<IProgress<double>, Task<T>> work)
    {
        var started = time.GetTimestamp();
        var text = Markup.Escape(TerminalText.Clean(label));
        var result = _console.Profile.Capabilities.Interactive
            ? await _console.Status().StartAsync(text, status => work(new Percent(status, text))).ConfigureAwait(false)
            : await work(new Progress<double>()).ConfigureAwait(false);
        var seconds = time.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        _console.MarkupLine($"{text} [grey]{seconds} s[/]");
        return result;
    }

    /// <summary>Writes a line to standard output, also while a step is shown: on a terminal above the spinner.</summary>
    public void Print(string text)
    {
        var line = TerminalText.Clean(text);
        if (_console.Profile.Capabilities.Interactive && !Console.IsOutputRedirected)
        {
            _console.WriteLine(line);
        }
        else
        {
            Console.WriteLine(line);
        }
    }

    private sealed class Percent(StatusContext status, string text) : IProgress<double>
    {
        public void Report(double value) => status.Status = string.Create(CultureInfo.InvariantCulture, $"{text} [grey]{value:0 %}[/]");
    }
}
