namespace Up42.Interactive.Cli;

/// <summary>Saves jobs into a folder, a few at a time, and says of each what came of it.</summary>
internal sealed class ArchiveRun(string folder, StepReporter steps)
{
    private const int ConcurrentJobs = 4;

    /// <summary>Saves the jobs; one line of standard output for each.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="before">How many others were complete, and how many there were.</param>
    /// <param name="cancellationToken">Cancels it; what was saved stays.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> SaveAsync(JobCollection jobs, (int Complete, int All) before, CancellationToken cancellationToken)
    {
        LiveDisplay.Nest(); // the steps say all that there is to say
        foreach (var failure in jobs.Failures)
        {
            steps.Print($"{failure.JobId}  not saved: {failure.Error.Message}");
        }

        var done = 0;
        var outcomes = await steps.StepAsync($"Save {DisplayText.Count(jobs.Count, "job")}", share => jobs.ApplyAsync(
            async (job, token) =>
            {
                var (line, isComplete) = await SaveOneAsync(job, token).ConfigureAwait(false);
                share.Report((double)Interlocked.Increment(ref done) / jobs.Count);
                steps.Print($"{job.Id}  {job.Name}: {line}");
                return isComplete;
            },
            onlySucceeded: false,
            ConcurrentJobs,
            cancellationToken)).ConfigureAwait(false);
        return Summary(
            before.Complete + outcomes.Count(outcome => outcome is { IsOk: true, Value: true }), before.All + jobs.Count + jobs.Failures.Count, "job", folder);
    }

    /// <summary>Says how many are complete.</summary>
    /// <returns>The exit code.</returns>
    public static int Summary(int complete, int all, string noun, string folder)
    {
        var what = noun == "one" ? NumberText.Format(all) : DisplayText.Count(all, noun);
        Console.WriteLine($"{complete} of {what} complete in {folder}{(complete == all ? "" : "; run it again to go on")}");
        return complete == all ? ExitCode.Ok : ExitCode.Failed;
    }

    private async Task<(string Line, bool IsComplete)> SaveOneAsync(Job job, CancellationToken cancellationToken)
    {
        var archive = new JobArchiver(job, Path.Combine(folder, ResultsLayout.JobFolder(job.Id)));
        try
        {
            if (archive.IsComplete)
            {
                return ("complete already", true);
            }

            return await archive.SaveAsync(cancellationToken).ConfigureAwait(false) is var said && job.Status.IsTerminal
                ? (said, true)
                : ($"{said}; it is {job.Status} and not complete", false);
        }
        catch (Exception error) when (error is Up42Exception or IOException or UnauthorizedAccessException)
        {
            return ($"not complete: {error.Message}", false);
        }
    }
}
