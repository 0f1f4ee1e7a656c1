using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Finds the features that describe a raster.</summary>
internal sealed class RasterMatching
{
    private const double MinOverlap = 0.5;

    /// <summary>Pairs of a footprint and a raster that are compared; of more it is hardly plain which is whose.</summary>
    private const int MaxPairs = 4_000_000;

    private readonly IReadOnlyList<ResultFile> _rasters;
    private readonly bool _hasDataPath;
    private readonly string[] _idColumns;
    private readonly List<FeatureRow> _unmatched = [];
    private readonly int _pairs;

    /// <summary>Where rasters stand in the list: by their paths and the folders above them, by their names, and by what an id may be called.</summary>
    private readonly ILookup<string, int> _byPath;
    private readonly ILookup<string, int> _byName;
    private readonly ILookup<string, int> _byId;
    private readonly Dictionary<string, (RasterMatch Match, List<FeatureRow> Rows)> _matches = new(StringComparer.Ordinal);

    public RasterMatching(FeatureTable table, IReadOnlyList<ResultFile> rasters)
    {
        _rasters = rasters;
        _hasDataPath = table.HasColumn(ResultsLayout.DataPathColumn);
        _idColumns = [.. ResultsLayout.IdColumns.Where(table.HasColumn)];
        _byPath = Index(file => Paths(Composed(file.Name)));
        _byName = Index(file => [LastPart(Composed(file.Name))]);
        _byId = Index(file => [Path.GetFileNameWithoutExtension(file.Name), .. file.Name.Split('/') is [var folder, _, ..] ? new[] { folder } : []]);
        Unmatched = rasters.Count == 0 ? table : _unmatched;
        foreach (var row in rasters.Count == 0 ? Enumerable.Empty<FeatureRow>() : table)
        {
            if (_pairs <= Limits.Default.Matches && Find(row) is { Match: not RasterMatch.None } found)
            {
                _pairs += found.Files.Count;
                found.Files.ForEach(file => Add(file, found.Match, row));
            }
            else
            {
                _unmatched.Add(row);
            }
        }

        MatchFootprints();
    }

    /// <summary>Features that describe no raster there is.</summary>
    public IReadOnlyList<FeatureRow> Unmatched { get; }

    /// <summary>What was left out, a sentence; null where nothing was.</summary>
    public string? Remark => _pairs <= Limits.Default.Matches ? null
        : $"The features describe the rasters in more than {NumberText.Format(Limits.Default.Matches)} ways; those after are taken for features of none.";

    public ResultRaster Raster(ResultFile file) => _matches.TryGetValue(file.Name, out var match)
        ? new ResultRaster(file, match.Match, match.Rows)
        : new ResultRaster(file, RasterMatch.None, []);

    private (RasterMatch Match, List<ResultFile> Files) Find(FeatureRow row)
    {
        foreach (var path in Spellings(_hasDataPath ? row.GetText(ResultsLayout.DataPathColumn) : null))
        {
            var at = RelativePath(path) is { } file ? Files(_byPath[file]) : [];
            var named = FileName(path) is { } name ? Files(_byName[name]) : [];
            if (at.Count > 0 || named.Count == 1)
            {
                return at.Count > 0 ? (RasterMatch.DataPath, at) : (RasterMatch.FileName, named);
            }
        }

        if (row.Id is null && _idColumns.Length == 0)
        {
            return (RasterMatch.None, []);
        }

        string?[] ids = [row.Id?.ToString(), .. _idColumns.Select(row.GetText)];
        var own = Files(ids.Where(id => !string.IsNullOrEmpty(id)).Distinct().SelectMany(id => _byId[SafeFileName.Create(id!)]));
        return own.Count > 0 ? (RasterMatch.Id, own) : (RasterMatch.None, own);
    }

    private ILookup<string, int> Index(Func<ResultFile, IEnumerable<string>> keys) =>
        _rasters.Index().SelectMany(file => keys(file.Item).Distinct().Select(key => (key, file.Index))).ToLookup(pair => pair.key, pair => pair.Index);

    private List<ResultFile> Files(IEnumerable<int> indexes) => [.. indexes.Distinct().Order().Select(index => _rasters[index])];

    private static IEnumerable<string> Paths(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('/', end - 1))
        {
            yield return name[..end];
        }
    }

    // Only where it is plain which is whose: of scenes of one place at several dates, none is.
    private void MatchFootprints()
    {
        var files = _unmatched.Count == 0 || Remark is not null ? [] : _rasters.Where(file => !_matches.ContainsKey(file.Name)).ToList();
        if ((long)files.Count * _unmatched.Count is 0 or > MaxPairs)
        {
            return;
        }

        var boxes = _unmatched.Select(row => BoxOf(row.Geometry)).ToList();
        var bounds = files.Select(BoundsOf).ToList();
        var (rowsOf, filesOf) = (new List<int>[files.Count], new int[boxes.Count]);
        foreach (var (file, raster) in bounds.Index())
        {
            rowsOf[file] = [.. Enumerable.Range(0, boxes.Count).Where(row => Overlap(boxes[row], raster) > MinOverlap)];
            rowsOf[file].ForEach(row => filesOf[row]++);
        }

        var matched = new HashSet<int>();
        foreach (var (file, rows) in rowsOf.Index().Where(pair => pair.Item is [var row] && filesOf[row] == 1))
        {
            Add(files[file], RasterMatch.Footprint, _unmatched[rows[0]]);
            matched.Add(rows[0]);
        }

        var index = 0;
        _unmatched.RemoveAll(_ => matched.Contains(index++));
    }

    private static Envelope? BoundsOf(ResultFile file)
    {
        try
        {
            RasterContainer.TakeWork(file.Path, times: 1);
            using var raster = RasterFile.Open(file.Path);
            return raster.BoundsWgs84;
        }
        catch (Up42Exception)
        {
            // The raster says so itself when it is shown.
            return null;
        }
    }

    private static Envelope? BoxOf(Geometry? footprint) => footprint is null or { IsEmpty: true }
        ? null
        : AntimeridianView.Enclose([.. AntimeridianView.Boxes(AntimeridianView.Unwrap(footprint))]);

    /// <summary>Which share of what the two cover together, both cover.</summary>
    private static double Overlap(Envelope? footprint, Envelope? other)
    {
        if (footprint is null || other is null)
        {
            return 0;
        }

        var one = AntimeridianView.Near(footprint, other);
        var common = one.Intersection(other).Area;
        return common / (one.Area + other.Area - common);
    }

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
