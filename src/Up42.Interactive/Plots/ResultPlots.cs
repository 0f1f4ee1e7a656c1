using System.Runtime.ExceptionServices;

namespace Up42.Interactive;

/// <summary>
/// Plots of results: of a job, a job task, a collection of jobs, or of what was opened by
/// <see cref="JobResults.Open(string, UnpackLimits?, bool, CancellationToken)"/>.
/// </summary>
public static partial class ResultPlots
{
    /// <summary>
    /// Plots the rasters of results: one band in grey or three as red, green and blue, on axes in the raster's coordinates. Rasters are read
    /// reduced, whatever their size.
    /// </summary>
    /// <param name="source">Whose results.</param>
    /// <param name="bands"><c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>; null: red, green and blue as the raster says, else the
    /// first three, else the first.</param>
    /// <param name="titles">Headings in the order of the rasters; where there are fewer, the job's name, the date and sensor, the scene's id or the
    /// file's name takes their place, the first that is known and tells the raster from the others.</param>
    /// <param name="files">Rasters by name, in the order to show; null: all of <paramref name="fileFormats"/>.</param>
    /// <param name="fileFormats">Extensions in any letter case; null: all that can be read.</param>
    /// <param name="aoi">An area: the picture is cut to the box around it, and what lies outside is left out. Null: all of the raster.</param>
    /// <param name="options">Stretch, size, axes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no such raster or band, or a raster cannot be read.</exception>
    public static BandPlot PlotResults(
        this IHasResults source,
        BandList? bands = null,
        IEnumerable<string>? titles = null,
        IEnumerable<string>? files = null,
        IEnumerable<string>? fileFormats = null,
        Aoi? aoi = null,
        PlotOptions? options = null,
        CancellationToken cancellationToken = default) =>
        PlotBuilder.Bands(
            RasterSelection.Choose(source, files, fileFormats), [.. titles ?? []], bands, aoi, options ?? new PlotOptions(), cancellationToken);

    /// <summary>Shows the quicklooks, the small previews that providers send along with scenes, as a gallery.</summary>
    /// <param name="source">Whose quicklooks.</param>
    /// <param name="titles">Headings in the order of the pictures; where there are fewer, file names take their place.</param>
    /// <param name="files">Files by path or name, in the order to show; null: all.</param>
    /// <param name="options">Size and axes; the default is 8 × 8 inches without axes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no quicklooks on disk yet, none of that name, or one cannot be read.</exception>
    public static BandPlot PlotQuicklooks(
        this IHasResults source,
        IEnumerable<string>? titles = null,
        IEnumerable<string>? files = null,
        PlotOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var all = source.QuicklooksOnDisk;
        if (all.Count == 0)
        {
            throw new Up42Exception("There are no quicklooks yet; download them first: await job.DownloadQuicklooksAsync()");
        }

        var chosen = files?.Select(file => all.FirstOrDefault(path => path == file || Path.GetFileName(path) == Path.GetFileName(file))
            ?? throw new Up42Exception($"There is no quicklook {file}; there are {string.Join(", ", all.Select(Path.GetFileName))}."));
        options ??= new PlotOptions { FigureSize = FigureSize.Inches(8, 8), Axes = PlotAxes.None };
        return PlotBuilder.Bands([.. (chosen ?? all).Select(path => (NamedRaster)path)], [.. titles ?? []], null, options, cancellationToken);
    }

    /// <summary>Plots how often values occur in the bands of the rasters, over all valid pixels. It reads each raster whole, in pieces.</summary>
    /// <param name="source">Whose results.</param>
    /// <param name="bands">Bands by number or name, any number of them; null: all but alpha.</param>
    /// <param name="files">Rasters by name, in the order to show; null: all.</param>
    /// <param name="bins">The number of bins at most, from 2 to 4096: whole numbers that are fewer get one each.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="Up42Exception">There are no results yet, no such raster, or none can be shown. One that cannot is named in the
    /// plot with the reason.</exception>
    public static HistogramPlot PlotHistogram(
        this IHasResults source,
        IEnumerable<Band>? bands = null,
        IEnumerable<string>? files = null,
        int bins = 256,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, 4096);
        var wanted = bands?.ToList();
        var (panels, problems) = (new List<HistogramPanel>(), new List<Up42Exception>());
        foreach (var raster in RasterSelection.Choose(source, files, null))
        {
            try
            {
                panels.Add(Panel(raster));
            }
            catch (Up42Exception problem)
            {
                problems.Add(problem);
            }
        }

        if (panels.Count == 0 && problems.Count > 0)
        {
            ExceptionDispatchInfo.Throw(problems[0]);
        }

        return new HistogramPlot(panels, [.. problems.Select(problem => problem.Message)]);

        HistogramPanel Panel(NamedRaster named)
        {
            using var raster = named.Open();
            var numbers = wanted?.Select(band => band.Number ?? raster.FindBand(band.Name!)).ToList();
            return new HistogramPanel(named.Title, [.. raster.Histogram(bins, numbers, cancellationToken).Select(band => band.ToPhysical())]);
        }
    }

    /// <summary>Plots how much of a tasking order's area has been delivered, and what is still to come.</summary>
    /// <param name="coverage">The coverage.</param>
    /// <exception cref="Up42Exception">It has no area.</exception>
    public static CoveragePlot PlotCoverage(this OrderCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        return PlotFootprints(coverage.ToTable(), null, "part", $"The coverage of order {coverage.OrderId} has no area.");
    }

    /// <summary>Plots the footprints of STAC items over an area of interest, with the part of it that they cover.</summary>
    /// <param name="items">The items.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path; null: footprints alone.</param>
    /// <param name="legendColumn">The property whose values colour the footprints.</param>
    /// <exception cref="Up42Exception">There is no footprint in them.</exception>
    public static CoveragePlot PlotCoverage(this StacItems items, Aoi? aoi = null, string legendColumn = "platform")
    {
        ArgumentNullException.ThrowIfNull(items);
        return PlotFootprints(items.ToTable(), aoi, legendColumn, "The items have no footprint.");
    }

    /// <summary>Plots footprints over an area of interest, with the part of it that they cover.</summary>
    /// <param name="source">Whose results.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path; null: footprints alone.</param>
    /// <param name="legendColumn">The column whose values colour the footprints.</param>
    /// <exception cref="Up42Exception">There are no results yet, or no footprint in them.</exception>
    public static CoveragePlot PlotCoverage(this IHasResults source, Aoi? aoi = null, string legendColumn = "sceneId")
    {
        ArgumentNullException.ThrowIfNull(source);
        var footprints = FeatureTable.Concat(source.ResultsOnDisk.Select(results => results.Table));
        return PlotFootprints(
            footprints, aoi, legendColumn, "The results hold no footprint: their data.json is missing, or has no feature with an area.");
    }

    private static CoveragePlot PlotFootprints(FeatureTable footprints, Aoi? aoi, string legendColumn, string ifThereIsNone)
    {
        var coverage = FootprintCoverage.Measure(footprints, legendColumn, aoi?.Table);
        return coverage.Groups.Count > 0 ? new CoveragePlot(coverage) : throw new Up42Exception(ifThereIsNone);
    }
}
