namespace Up42.Interactive.Cli;

/// <summary>Saves what today's platform has of ids and URLs, a few at a time, and says of each what came of it.</summary>
internal sealed class TodayRun(Up42Client up42, string folder, StepReporter steps)
{
    private const int Concurrent = 2;

    /// <summary>Saves them; one line of standard output for each.</summary>
    /// <returns>How many are complete, and the ids that are not of today's platform.</returns>
    public async Task<(int Complete, IReadOnlyList<string> Others)> SaveAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        LiveDisplay.Nest(); // the steps say all that there is to say
        var archiver = new TodayArchiver(up42, folder);
        var outcomes = await steps.StepAsync($"Look for {DisplayText.Count(sources.Count, "id")} on today's platform, and save what is there", _ => sources
            .SelectConcurrentlyAsync(Concurrent, (source, token) => SaveOneAsync(archiver, source, token), cancellationToken)).ConfigureAwait(false);
        return (outcomes.Count(one => one == true), [.. sources.Zip(outcomes).Where(pair => pair.Second is null).Select(pair => pair.First)]);
    }

    private async Task<bool?> SaveOneAsync(TodayArchiver archiver, string source, CancellationToken cancellationToken)
    {
        try
        {
            var saved = await archiver.SaveAsync(source, cancellationToken).ConfigureAwait(false);
            if (saved is { } there)
            {
                steps.Print($"{source}  {there.Line}");
            }

            return saved?.IsComplete;
        }
        catch (Exception error) when (error is Up42Exception or IOException or UnauthorizedAccessException)
        {
            steps.Print($"{source}  not complete: {error.Message}");
            return false;
        }
    }
}
