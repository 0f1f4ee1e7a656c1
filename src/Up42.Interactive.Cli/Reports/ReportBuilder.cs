namespace Up42.Interactive.Cli;

/// <summary>Makes the report of results on disk, step by step.</summary>
internal sealed class ReportBuilder(StepReporter steps, TimeProvider time)
{
    /// <summary>Reads the rasters and puts the page together.</summary>
    /// <param name="source">The results.</param>
    /// <param name="title">The page's title; null: the name of the source.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Up42Exception">A raster cannot be read.</exception>
    public async Task<Report> BuildAsync(ReportSource source, string? title, CancellationToken cancellationToken)
    {
        var results = source.Results;
        var parts = new List<(string Heading, IDisplay Display)>(source.Facts);
        var origins = new List<string>();
        if (source.Table.Count > 0)
        {
            parts.Add(("Features", source.Table));
        }

        var hasRasters = (source.Results is not JobCollectionResults jobs || jobs.Jobs.Any(job => job.IsOk))
            && results.ResultsOnDisk.Any(job => job.Rasters.Count > 0);
        if (hasRasters)
        {
            var plot = await steps.StepAsync(
                "Plot the bands", _ => Task.Run(() => results.PlotResults(cancellationToken: cancellationToken), cancellationToken))
                .ConfigureAwait(false);
            parts.Add(("Bands", plot));
        }

        if (results.QuicklooksOnDisk.Count > 0)
        {
            var plot = await steps.StepAsync(
                "Plot the quicklooks", _ => Task.Run(() => results.PlotQuicklooks(cancellationToken: cancellationToken), cancellationToken))
                .ConfigureAwait(false);
            parts.Add(("Quicklooks", plot));
        }

        if (hasRasters || source.Table.Count > 0)
        {
            var map = await steps.StepAsync(
                "Draw the map", _ => Task.Run(() => results.MapResults(cancellationToken: cancellationToken), cancellationToken))
                    .ConfigureAwait(false);
            parts.Add(("Map", map));
            origins.AddRange(map.PictureOrigins);
        }

        return new Report(title ?? source.Name, source.Origin, time.GetLocalNow(), parts, origins);
    }
}
