namespace Up42.Interactive;

/// <summary>A side of a comparison.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Rasters">Its rasters.</param>
/// <param name="Results">The results whose features it shows; empty where it is a raster alone.</param>
internal sealed record ComparedSide(string Label, IReadOnlyList<MapRaster> Rasters, IReadOnlyList<JobResults> Results)
{
    private const int MaxTitles = 2;

    /// <summary>Two results, called by the first rung of the ladder of titles that tells them apart.</summary>
    public static (ComparedSide Left, ComparedSide Right) Create(
        IReadOnlyList<JobResults> left, IReadOnlyList<JobResults> right, string? leftName, string? rightName)
    {
        var titles = MapSources.Titles([.. left, .. right]);
        return Named(
            new(leftName ?? Join([.. titles.Take(left.Count)]), MapSources.Rasters(left), left),
            new(rightName ?? Join([.. titles.Skip(left.Count)]), MapSources.Rasters(right), right));
    }

    /// <summary>Two rasters, called by date and sensor, else by scene, else by file.</summary>
    public static (ComparedSide Left, ComparedSide Right) Create(ResultRaster left, ResultRaster right, string? leftName, string? rightName)
    {
        var titles = TitleLadder.Titles([.. new[] { left, right }.Select(TitleLadder.Create)]);
        return Named(
            new(leftName ?? titles[0], [MapSources.Raster(left, titles[0], left.Name)], []),
            new(rightName ?? titles[1], [MapSources.Raster(right, titles[1], right.Name)], []));
    }

    private static (ComparedSide Left, ComparedSide Right) Named(ComparedSide left, ComparedSide right) => left.Label != right.Label
        ? (left, right)
        : (left with { Label = $"{left.Label}, left" }, right with { Label = $"{right.Label}, right" });

    private static string Join(IReadOnlyList<string> titles) => titles.Count <= MaxTitles
        ? string.Join(" and ", titles)
        : $"{titles[0]} and {DisplayText.Count(titles.Count - 1, "other")}";
}
