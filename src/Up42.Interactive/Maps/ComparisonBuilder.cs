namespace Up42.Interactive;

/// <summary>Makes comparisons: reads both sides with one stretch, and their difference.</summary>
internal sealed class ComparisonBuilder(MapOptions options, BandList? bands, string? difference, CancellationToken cancellationToken)
{
    private const double PictureWidth = 460;

    /// <summary>The comparison.</summary>
    /// <exception cref="Up42Exception">A side has no image that can be shown.</exception>
    public ResultComparison Build((ComparedSide Left, ComparedSide Right) sides, Aoi? aoi, CompareMode mode)
    {
        ComparedSide[] all = [sides.Left, sides.Right];
        var builder = new MapBuilder(options with { IsStretchShared = true, Restyle = false }, cancellationToken);
        var rasters = all.SelectMany((side, step) => side.Rasters.Select(raster => raster with { Group = side.Label, Step = step })).ToList();
        var shares = rasters.Count + sides.Left.Rasters.Count;
        foreach (var (step, side) in all.Index())
        {
            AddFeatures(builder, side, step);
        }

        _ = aoi is null ? builder : builder.AddAoi(aoi.Table);

        builder.AddImages(rasters, bands, shares, isStepped: true);
        if (all.Index().FirstOrDefault(side => !builder.HasImages(side.Index)).Item is { } missing)
        {
            throw new Up42Exception($"{missing.Label} has no image to compare. {string.Join(" ", builder.Remarks)}".Trim());
        }

        List<MapStep> steps = [.. all.Select(side => new MapStep(side.Label))];
        if (AddDifference(builder, sides, shares) is { } label)
        {
            steps.Add(new MapStep(label));
        }

        var comparison = new ResultComparison(
            new SteppedMap(builder.BuildContents(), steps, PictureWidth), mode == CompareMode.Difference && steps.Count < 3 ? CompareMode.Swipe : mode);
        return comparison.With(builder.MakeDetails(comparison));
    }

    private static void AddFeatures(MapBuilder builder, ComparedSide side, int step)
    {
        foreach (var result in side.Results)
        {
            builder.AddFootprints(result.Table, "uid", $"Footprints, {side.Label}", result.Name, step);
        }

        foreach (var (name, title, table) in MapSources.Vectors(side.Results))
        {
            builder.AddVectors(table, title, name, step: step);
        }
    }

    /// <summary>Adds the difference of each left raster and the right one that covers most of it; what it is called, or null where there is none.</summary>
    private string? AddDifference(MapBuilder builder, (ComparedSide Left, ComparedSide Right) sides, int shares)
    {
        string? label = null;
        foreach (var left in sides.Left.Rasters)
        {
            try
            {
                using var pair = ComparedPair.Open(left, sides.Right.Rasters);
                if (pair?.Subtract(difference ?? options.Expression, bands) is var (name, values))
                {
                    label ??= $"{name}, {sides.Right.Label} − {sides.Left.Label}";
                    builder.AddDifference(values, label, $"{name} difference", step: 2, shares);
                }
            }
            catch (Up42Exception error)
            {
                builder.AddRemark($"There is no difference for {left.Name}: {error.Message}");
            }
        }

        return label;
    }
}
