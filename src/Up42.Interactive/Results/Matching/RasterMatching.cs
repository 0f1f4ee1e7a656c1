using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Finds the features that describe a raster.</summary>
internal sealed class RasterMatching
{
    private const double MinOverlap = 0.5;
    private readonly IReadOnlyList<ResultFile> _rasters;
    private readonly Dictionary<string, (RasterMatch Match, List<FeatureRow> Rows)> _matches = new(StringComparer.Ordinal);

    public RasterMatching(FeatureTable table, IReadOnlyList<ResultFile> rasters)
    {
        _rasters = rasters;
        foreach (var row in table)
        {
            if (Find(table, row) is { Match: not RasterMatch.None } found)
            {
                found.Files.ForEach(file => Add(file, found.Match, row));
            }
            else
            {
                Unmatched.Add(row);
            }
        }

        MatchFootprints();
    }

    /// <summary>Features that describe no raster there is.</summary>
    public List<FeatureRow> Unmatched { get; } = [];

    public ResultRaster Raster(ResultFile file) => _matches.TryGetValue(file.Name, out var match)
        ? new ResultRaster(file, match.Match, match.Rows)
        : new ResultRaster(file, RasterMatch.None, []);

    private (RasterMatch Match, List<ResultFile> Files) Find(FeatureTable table, FeatureRow row)
    {
        foreach (var path in Spellings(table.HasColumn(ResultsLayout.DataPathColumn) ? row.GetText(ResultsLayout.DataPathColumn) : null))
        {
            var at = RelativePath(path) is { } name
                ? _rasters.Where(file => Composed(file.Name) == name || Composed(file.Name).StartsWith($"{name}/", StringComparison.Ordinal)).ToList()
                : [];
            var named = _rasters.Where(file => LastPart(Composed(file.Name)) == FileName(path)).ToList();
            if (at.Count > 0 || named.Count == 1)
            {
                return at.Count > 0 ? (RasterMatch.DataPath, at) : (RasterMatch.FileName, named);
            }
        }

        string?[] ids = [row.Id?.ToString(), .. ResultsLayout.IdColumns.Where(table.HasColumn).Select(row.GetText)];
        var own = _rasters.Where(file => ids.Any(id => !string.IsNullOrEmpty(id) && IsOf(file, SafeFileName.Create(id)))).ToList();
        return own.Count > 0 ? (RasterMatch.Id, own) : (RasterMatch.None, own);
    }

    // Only where it is plain which is whose: of scenes of one place at several dates, none is.
    private void MatchFootprints()
    {
        var bounds = Unmatched.Count == 0
            ? []
            : _rasters.Where(file => !_matches.ContainsKey(file.Name)).Select(file => (File: file, Bounds: BoundsOf(file))).ToList();
        var pairs = bounds.SelectMany(raster => Unmatched
            .Where(row => Overlap(row.Geometry, raster.Bounds) > MinOverlap)
            .Select(row => (raster.File, Row: row))).ToList();
        foreach (var (file, row) in pairs)
        {
            if (pairs.Count(pair => pair.File == file) == 1 && pairs.Count(pair => pair.Row.Index == row.Index) == 1)
            {
                Add(file, RasterMatch.Footprint, row);
                Unmatched.Remove(row);
            }
        }
    }

    private static Envelope? BoundsOf(ResultFile file)
    {
        try
        {
            using var raster = RasterFile.Open(file.Path);
            return raster.BoundsWgs84;
        }
        catch (Up42Exception)
        {
            // The raster says so itself when it is shown.
            return null;
        }
    }

    /// <summary>Which share of what the two cover together, both cover.</summary>
    private static double Overlap(Geometry? footprint, Envelope? other)
    {
        if (footprint is null or { IsEmpty: true } || other is null)
        {
            return 0;
        }

        var one = AntimeridianView.Near(AntimeridianView.Enclose([.. AntimeridianView.Boxes(AntimeridianView.Unwrap(footprint))]), other);
        var common = one.Intersection(other).Area;
        return common / (one.Area + other.Area - common);
    }

    private static bool IsOf(ResultFile file, string id) =>
        Path.GetFileNameWithoutExtension(file.Name) == id || file.Name.StartsWith($"{id}/", StringComparison.Ordinal);

    /// <summary>A path as it is written, without the parameters of a URL, and with what its percent signs stand for.</summary>
    private static IEnumerable<string> Spellings(string? path)
    {
        if (path is null)
        {
            yield break;
        }

        yield return path;
        var bare = path.Contains("://", StringComparison.Ordinal) && path.IndexOfAny(['?', '#']) is var end and >= 0 ? path[..end] : path;
        if (bare != path)
        {
            yield return bare;
        }

        if (Uri.UnescapeDataString(bare) is var plain && plain != bare)
        {
            yield return plain;
        }
    }

    /// <summary>The name of the file that a path leads to, wherever that is; null where it names none.</summary>
    private static string? FileName(string path) =>
        LastPart(path.Replace('\\', '/')) is { Length: > 0 } name ? Composed(SafeFileName.Create(name)) : null;

    /// <summary>The path as files are named here; null when it is absolute or leaves the folder.</summary>
    private static string? RelativePath(string path)
    {
        try
        {
            var parts = EntryPath.Parse(path).Parts;
            return parts.Count == 0 ? null : Composed(string.Join('/', parts));
        }
        catch (UnpackException)
        {
            return null;
        }
    }

    // Archives made on a Mac hold letters and their marks apart.
    private static string Composed(string name) => name.Normalize();

    private static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];

    private void Add(ResultFile file, RasterMatch match, FeatureRow row)
    {
        if (!_matches.TryGetValue(file.Name, out var known) || match < known.Match)
        {
            _matches[file.Name] = known = (match, []);
        }

        if (match == known.Match)
        {
            known.Rows.Add(row);
        }
    }
}
