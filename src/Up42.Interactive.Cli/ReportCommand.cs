using System.CommandLine;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 report</c>: results of a job as one HTML file.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Source = new("source")
    {
        Description = "A folder of results, an archive (.tgz, .tar, .zip), the id of a job or an order, or an item's URL.",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Write the page to this file.",
        HelpName = "OUT.html",
        Required = true,
    };

    private static readonly Option<string?> Title = new("--title")
    {
        Description = "The page's title; without it, the job's or the archive's name.",
        HelpName = "TEXT",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("report", "Show the results of a job in one HTML file: facts, table, band plot and map.", """
            The file needs nothing else: no account, no network (but for a map's background), no .NET. A folder or an archive is read
            where it lies. A job's results are downloaded first, with the credentials in UP42_PROJECT_ID and UP42_PROJECT_API_KEY. With
            UP42_USERNAME and UP42_PASSWORD, processing jobs, orders and items of today's platform are looked at in storage.

            Exit codes: 0 written, 1 it could not be made, 2 the command line is wrong, 130 interrupted.

            Examples:
              up42 report result.tgz -o result.html
              up42 report project_1/job_2 -o result.html --title "Lake Müritz in May"
              up42 report 5f6c2b0e-7d0c-4c3e-9a51-000000000001 -o job.html

            """)
        {
            Source, Output, Title,
        };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>Makes the page of a folder, an archive or a job, writes it and prints its path.</summary>
    public static async Task<int> WriteAsync(string source, string? title, string output, StepReporter steps, CancellationToken cancellationToken)
    {
        var downloads = Directory.CreateTempSubdirectory("up42-report-");
        try
        {
            var found = await ReportSource.OpenAsync(source, downloads.FullName, steps, cancellationToken).ConfigureAwait(false);
            using var connection = found.Connection;
            var report = await new ReportBuilder(steps, TimeProvider.System).BuildAsync(found, title, cancellationToken).ConfigureAwait(false);
            Console.WriteLine(HtmlFile.Save(output, report.ToHtml()));
            return ExitCode.Ok;
        }
        finally
        {
            downloads.Delete(recursive: true);
        }
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken) => WriteAsync(
        arguments.GetRequiredValue(Source),
        arguments.GetValue(Title),
        OutputPath.Resolve(arguments.GetRequiredValue(Output)),
        new StepReporter(TimeProvider.System),
        cancellationToken);
}
