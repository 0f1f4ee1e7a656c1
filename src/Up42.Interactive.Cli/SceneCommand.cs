using System.CommandLine;
using Up42.Interactive.Sandbox;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 sandbox scene</c>: an archive of results to try things on.</summary>
internal static class SceneCommand
{
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Write the archive to this file.",
        HelpName = "OUT.tgz",
        Required = true,
    };

    private static readonly Option<int> Size = new("--size")
    {
        Description = "Columns and rows of ten metres.",
        HelpName = "N",
        DefaultValueFactory = _ => new SceneOptions().Width,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Another seed is another country.",
        HelpName = "N",
        DefaultValueFactory = _ => new SceneOptions().Seed,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("scene", "Make a satellite scene and pack it like the results of a job.", """
            Four bands (blue, green, red, near infrared) of an invented country, the same pixels for the same options on every machine.

            Exit codes: 0 written, 1 it could not be made, 2 the command line is wrong, 130 interrupted.

            Example:
              up42 sandbox scene -o scene.tgz && up42 report scene.tgz -o scene.html

            """)
        {
            Output, Size, Seed,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var output = OutputPath.Resolve(arguments.GetRequiredValue(Output));
        var size = arguments.GetValue(Size);
        var options = new SceneOptions { Width = size, Height = size, Seed = arguments.GetValue(Seed) };
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        await new StepReporter(TimeProvider.System).StepAsync($"Make a scene of {size} × {size} pixels", share => Task.Run(
            () =>
            {
                SceneArchive.Write(output, options, share, cancellationToken);
                return output;
            },
            cancellationToken)).ConfigureAwait(false);
        Console.WriteLine(output);
        return ExitCode.Ok;
    }
}
