using System.CommandLine;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 archive</c>: everything of jobs in a folder, to be opened when there is no account any more.</summary>
internal static class ArchiveCommand
{
    private static readonly Argument<string[]> Jobs = new("job")
    {
        Description = "Ids of jobs, processing jobs and orders, and URLs of items. Without any, all jobs of the project.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Project = new("--project", "-p")
    {
        Description = "The project of the jobs; without it, UP42_PROJECT_ID.",
        HelpName = "ID",
    };

    private static readonly Option<string> Output = new("--output", "-o") { Description = "Save into this folder.", HelpName = "FOLDER", Required = true };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("archive", "Save everything of jobs in a folder: facts, tasks, logs, credits, tables, quicklooks and results.", """
            An account also saves what it has on today's platform: processing jobs with their results, orders with what they
            delivered, items of storage with their files, in folders job_ID, order_ID and item_ID.

            Each job gets its folder job_ID. It opens without an account and without a network: as JobResults.Open(folder), several as
            JobCollectionResults.Open(folder), and with 'up42 report'. No credentials are saved.

            Run it again to go on: jobs that are complete are skipped, downloads that broke off are taken up. A job that cannot be
            saved does not stop the others. Jobs that failed have no results; their facts and logs are saved, and that is all of them.
            Jobs that have not ended are saved as they are, and count as not complete.

            The credentials are those in UP42_PROJECT_ID and UP42_PROJECT_API_KEY, or UP42_USERNAME and UP42_PASSWORD.

            Exit codes: 0 all jobs are complete, 1 one or more are not, 2 the command line is wrong, 130 interrupted.

            Examples:
              up42 archive 5f6c2b0e-7d0c-4c3e-9a51-000000000001 -o my-jobs
              up42 archive https://api.up42.com/v2/assets/stac/collections/C/items/I -o my-items
              up42 archive --project 8c4e0a52-0d0e-4b6a-9f0b-5a1d5f1c0001 -o my-jobs
              up42 report my-jobs -o my-jobs.html

            """)
        {
            Jobs, Project, Output,
        };
        command.Validators.Add(line =>
        {
            if (line.GetValue(Jobs) is not { Length: > 0 } && line.GetValue(Project) is null)
            {
                line.AddError("Name jobs, or a project with --project.");
            }
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(arguments.GetRequiredValue(Output));
        if (File.Exists(folder))
        {
            throw new CommandException($"{folder} is a file; name a folder.");
        }

        var steps = new StepReporter(TimeProvider.System);
        using var up42 = await steps.StepAsync("Log in", _ => Up42Client.AuthenticateAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
        var (ids, project) = (arguments.GetValue(Jobs) ?? [], arguments.GetValue(Project));
        string[] sources = [.. ids.Where(id => up42.IsOfAccount || TodayArchiver.IsUrl(id))];
        var (complete, others) = sources.Length == 0
            ? (0, [])
            : await new TodayRun(up42, folder, steps).SaveAsync(sources, cancellationToken).ConfigureAwait(false);
        if (sources.Length > 0 && others.Count == 0 && sources.Length == ids.Length)
        {
            return ArchiveRun.Summary(complete, sources.Length, "one", folder);
        }

        string[] old = [.. ids.Except(sources), .. others];
        var jobs = await steps.StepAsync(
            ids.Length > 0 ? $"Get {DisplayText.Count(old.Length, "job")}" : "List the project's jobs",
            _ => GetJobsAsync(up42, old, project, cancellationToken)).ConfigureAwait(false);
        return await new ArchiveRun(folder, steps).SaveAsync(jobs, (complete, sources.Length - others.Count), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<JobCollection> GetJobsAsync(Up42Client up42, string[] ids, string? projectId, CancellationToken cancellationToken)
    {
        if (ids.Length > 0)
        {
            return await up42.GetJobCollectionAsync(ids, projectId, cancellationToken).ConfigureAwait(false);
        }

        var project = await up42.GetProjectAsync(projectId, cancellationToken).ConfigureAwait(false);
        return await project.GetJobsAsync(limit: int.MaxValue, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
