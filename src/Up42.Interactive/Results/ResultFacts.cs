using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What results are, in a few words: when, by what, how large, how fine, how much of the area that was asked for.</summary>
internal static class ResultFacts
{
    /// <summary>The facts, in their order; those that are not known are empty.</summary>
    public static IEnumerable<(string Name, Html Value)> Create(JobResults results)
    {
        RasterFacts[] rasters = [.. results.Rasters.Select(raster => raster.Facts).OfType<RasterFacts>()];
        return
        [
            ("taken", FactsHtml.Text(Taken(results.Table))),
            ("pixels", FactsHtml.Text(Several(rasters, facts => facts.Size.ToString()))),
            ("pixel size", FactsHtml.Text(Several(rasters, facts => facts.PixelSize))),
            ("bands", FactsHtml.Text(Several(rasters, facts => $"{NumberText.Format(facts.Bands)} × {facts.Types}"))),
            ("on the ground", FactsHtml.Text(Ground(rasters))),
            ("CRS", FactsHtml.Text(Several(rasters, facts => facts.Crs))),
            ("area of interest", FactsHtml.Text(Covered(results))),
        ];
    }

    /// <summary>The date and sensor of the only scene, or the first and the last date of several.</summary>
    private static string? Taken(FeatureTable table)
    {
        string[] taken = [.. table.Select(TitleLadder.TakenOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return taken.Length switch
        {
            0 => null,
            1 => taken[0],
            var count => $"{taken[0]} to {taken[^1]}, {DisplayText.Count(count, "scene")}",
        };
    }

    /// <summary>What all rasters have in common, or how many differ.</summary>
    private static string? Several(RasterFacts[] rasters, Func<RasterFacts, string?> fact)
    {
        string[] values = [.. rasters.Select(fact).OfType<string>().Distinct()];
        return values.Length switch { 0 => null, 1 => values[0], 2 => $"{values[0]} and {values[1]}", var count => $"{values[0]} and {count - 1} others" };
    }

    private static string? Ground(RasterFacts[] rasters)
    {
        Envelope[] boxes = [.. rasters.Select(facts => facts.BoundsWgs84).OfType<Envelope>()];
        if (boxes.Length == 0)
        {
            return null;
        }

        var areas = boxes.Select(box => Geodesy.Area(GeometryFactory.Default.ToGeometry(box)) / 1e6).ToArray();
        return boxes.Length == 1 ? $"{NumberText.Format(areas[0], digits: 3, grouped: true)} km²"
            : $"{NumberText.Format(areas.Min(), digits: 3, grouped: true)} to {NumberText.Format(areas.Max(), digits: 3, grouped: true)} km² each";
    }

    /// <summary>How much of the area that the job was run for lies in the rasters, or in the features where there are none.</summary>
    private static string? Covered(JobResults results) =>
        results.Job?.Info.Inputs is { } inputs && InputArea.Find(inputs)?.ToPolygon() is { } area && results.Table.Count > 0
            ? $"{NumberText.Format(results.Table.CoveragePercent(area), digits: 3)} % covered"
            : null;
}
