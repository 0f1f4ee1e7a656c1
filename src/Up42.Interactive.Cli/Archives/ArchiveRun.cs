namespace Up42.Interactive.Cli;

/// <summary>Saves jobs into a folder, a few at a time, and says of each what came of it.</summary>
internal sealed class ArchiveRun(string folder, StepReporter steps)
{
    private const int ConcurrentJobs = 4;

    /// <summary>Saves the jobs; one line of standard output for each.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> SaveAsync(JobCollection jobs, CancellationToken cancellationToken)
    {
        LiveDisplay.Nest(); // the steps say all that there is to say
        foreach (var failure in jobs.Failures)
        {
            Console.WriteLine($"{failure.JobId}  not saved: {failure.Error.Message}");
        }

        var done = 0;
        var outcomes = await steps.StepAsync($"Save {DisplayText.Count(jobs.Count, "job")}", share => jobs.ApplyAsync(
            async (job, token) =>
            {
                var (line, isComplete) = await SaveOneAsync(job, token).ConfigureAwait(false);
                share.Report((double)Interlocked.Increment(ref done) / jobs.Count);
                steps.Print(SingleLine.Format($"{job.Id}  {job.Name}: {line}"));
                return isComplete;
            },
            onlySucceeded: false,
            ConcurrentJobs,
            cancellationToken)).ConfigureAwait(false);
        var complete = outcomes.Count(outcome => outcome is { IsOk: true, Value: true });
        var all = jobs.Count + jobs.Failures.Count;
        Console.WriteLine($"{complete} of {DisplayText.Count(all, "job")} complete in {folder}{(complete == all ? "" : "; run it again to go on")}");
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
