namespace Up42.Interactive;

/// <summary>Plots of computed values.</summary>
public static class ComputedPlots
{
    /// <summary>Plots computed values on axes, with their colour bar and the value under the pointer.</summary>
    /// <param name="raster">The values.</param>
    /// <param name="options">Stretch, size, axes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">The values cannot be read.</exception>
    public static BandPlot Plot(this ComputedRaster raster, PlotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(raster);
        return PlotBuilder.Computed([raster], options ?? new PlotOptions(), cancellationToken);
    }

    /// <summary>Plots several computed rasters side by side, as those of several dates.</summary>
    /// <param name="rasters">The values.</param>
    /// <param name="options">Stretch, size, axes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are none, or they cannot be read.</exception>
    public static BandPlot Plot(this IEnumerable<ComputedRaster> rasters, PlotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rasters);
        ComputedRaster[] all = [.. rasters];
        return all.Length > 0
            ? PlotBuilder.Computed(all, options ?? new PlotOptions(), cancellationToken)
            : throw new Up42Exception("There are no rasters to plot.");
    }

    /// <summary>Plots an index of each raster of results in its usual colours: <c>job.PlotIndex("NDVI")</c>.</summary>
    /// <param name="source">Whose results.</param>
    /// <param name="index">An index by name (<see cref="SpectralIndex.All"/>), or any formula over bands.</param>
    /// <param name="options">Stretch, size, axes; its expression is not looked at.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, or none of the rasters has the bands.</exception>
    public static BandPlot PlotIndex(this IHasResults source, string index, PlotOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(index);
        return source.PlotResults(options: (options ?? new PlotOptions()) with { Expression = index }, cancellationToken: cancellationToken);
    }
}
