using System.CommandLine;

namespace Up42.Interactive.Cli.Tests.Shell;

public class HelpTests
{
    private static readonly RootCommand Root = CommandLine.Create();

    public static TheoryData<string> Commands => [.. PathsBelow(Root, "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_has_examples_and_exit_codes(string command)
    {
        var help = new StringWriter();

        var code = Root.Parse([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Invoke(new InvocationConfiguration { Output = help });

        code.ShouldBe(0);
        help.ToString().ShouldContain("Exit codes: 0 ");
        help.ToString().ShouldMatch($"Examples?:\n  up42 {command}");
    }

    [Fact]
    public async Task Help_of_the_tool_names_its_commands()
    {
        var help = await Up42Tool.RunAsync("--help");

        help.ExitCode.ShouldBe(0);
        Commands.ShouldAllBe(command => help.Output.Contains($"\n  {command.Data.Split(' ')[0]}", StringComparison.Ordinal));
        help.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_in_a_pipe_has_no_colours_and_does_not_move()
    {
        using var folder = new TempFolder();

        var run = await Up42Tool.RunAsync("sandbox", "scene", "--size", "64", "-o", folder["scene.tgz"]);

        run.Output.ShouldBe($"{folder["scene.tgz"]}\n");
        run.Error.ShouldMatch(@"\AMake a scene of 64 × 64 pixels \d+\.\d s\n\z");
    }

    [Fact]
    public void Progress_on_a_terminal_has_no_colours_where_nobody_wants_them()
    {
        using var folder = new TempFolder();
        string Terminal(string noColor) => Tool.Run(
            "script", "-qec",
                $"env -u NO_COLOR {noColor} TERM=xterm-256color '{AppContext.BaseDirectory}up42' sandbox scene --size 64 -o "
                + $"'{folder["scene.tgz"]}'", "/dev/null");

        Terminal("").ShouldMatch(@"\x1B\[[0-9;]*m");
        Terminal("NO_COLOR=1").ShouldNotMatch(@"\x1B\[[0-9;]*(3|4|9)[0-9](;[0-9]+)*m");
    }

    private static IEnumerable<string> PathsBelow(Command command, string path) =>
        [path, .. command.Subcommands.SelectMany(below => PathsBelow(below, $"{path} {below.Name}".TrimStart()))];
}
