namespace Up42.Interactive.Cli;

/// <summary>Makes the report of results on disk, step by step.</summary>
internal sealed class ReportBuilder(StepReporter steps, TimeProvider time)
{
    /// <summary>Reads the rasters and puts the page together.</summary>
    /// <param name="title">The page's title.</param>
    /// <param name="source">Where the results came from.</param>
    /// <param name="job">The job's card, where the job is known.</param>
    /// <param name="results">The results.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Up42Exception">A raster can't be read.</exception>
    public async Task<Report> BuildAsync(string title, string source, IDisplay? job, JobResults results, CancellationToken cancellationToken)
    {
        var parts = new List<(string Heading, IDisplay Display)>();
        var origins = new List<string>();
        if (job is not null)
        {
            parts.Add(("Job", job));
        }

        if ((object)results is IDisplay files)
        {
            parts.Add(("Files", files));
        }

        if (results.Table.Count > 0 && (object)results.Table is IDisplay table)
        {
            parts.Add(("Features", table));
        }

        if (results.Rasters.Count > 0)
        {
            parts.Add(("Bands", await steps.StepAsync("Plot the bands", () => Task.Run(() => results.PlotResults(cancellationToken: cancellationToken), cancellationToken)).ConfigureAwait(false)));
        }

        if (results.Rasters.Count > 0 || results.Table.Count > 0)
        {
            var map = await steps.StepAsync("Draw the map", () => Task.Run(() => results.MapResults(cancellationToken: cancellationToken), cancellationToken)).ConfigureAwait(false);
            parts.Add(("Map", map));
            origins.AddRange(map.PictureOrigins);
        }

        return new Report(title, source, time.GetLocalNow(), parts, origins);
    }
}
