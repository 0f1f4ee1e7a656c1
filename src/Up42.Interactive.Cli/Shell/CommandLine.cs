using System.CommandLine;

namespace Up42.Interactive.Cli;

/// <summary>All commands of <c>up42</c>.</summary>
internal static class CommandLine
{
    /// <summary>The root, with every command below it.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("See results of UP42 jobs: notebooks run headless, reports, and a local sandbox of the service.")
        {
            ArchiveCommand.Create(), DemoCommand.Create(), ReportCommand.Create(), RunCommand.Create(), SandboxCommand.Create(),
        };
        DocumentedCommand.ExtendHelp(root, """
            Examples:
              up42 demo
              up42 report result.tgz -o result.html
              up42 run analysis.ipynb --html analysis.html

            What a command made is named on standard output, all else on standard error: progress that moves on a terminal, lines in a pipe.
            Exit codes: 0 done, 1 it could not be done, 2 the command line is wrong, 130 interrupted.

            Variables: UP42_PROJECT_ID and UP42_PROJECT_API_KEY, or UP42_USERNAME and UP42_PASSWORD, log in; UP42_ENDPOINT names another
            server; GDAL_LIBRARY names GDAL's library; NO_COLOR takes the colours away.

            """);
        return root;
    }
}
