using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive;

/// <summary>Geometries as well-known text, one after the other; each may take several lines, and a line may hold several.</summary>
internal static class WktFile
{
    private static readonly string[] Types =
    [
        "POINT", "LINESTRING", "LINEARRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "SRID",
        .. UnreadGeometry.Types,
    ];

    /// <summary>Whether a text begins with the type of a geometry.</summary>
    public static bool IsWkt(string text)
    {
        var end = text.AsSpan().IndexOfAnyExceptInRange('A', 'z');
        return Types.Contains((end < 0 ? text : text[..end]).TrimEnd('Z', 'M', 'z', 'm'), StringComparer.OrdinalIgnoreCase);
    }

    public static FeatureTable Read(string path) => Read(path, Limits.Default);

    /// <summary>Reads within limits.</summary>
    internal static FeatureTable Read(string path, Limits limits) => Read(ReadText(path), Path.GetFileName(path), limits);

    private static FeatureTable Read(string all, string name, Limits limits)
    {
        var rows = new TableBuilder();
        Up42Exception? first = null;
        foreach (var (text, line, depth, vertices) in Split(all).TakeWhile(_ => rows.HasRoom(limits)))
        {
            if (TryAdd(rows, text, depth, vertices, limits) is { } fault)
            {
                first ??= new Up42Exception(fault is NotSupportedException
                    ? $"{name} holds nothing that is read: {fault.Message}"
                    : $"{name} is not valid WKT: the geometry that begins in line {line}: {fault.Message}");
            }

            rows.NextRow();
        }

        return first is not null && rows.Row == 1 ? throw first : GeoJsonText.ToTable(new RawFeatures(rows, null), name);
    }

    /// <summary>Whether a text is a geometry rather than a name that begins as one.</summary>
    public static bool IsGeometry(string text) => IsWkt(text) && (text.Contains('(', StringComparison.Ordinal) || EndsInEmpty(text.AsSpan().TrimEnd()));

    /// <summary>Reads geometries that stand in a text.</summary>
    public static FeatureTable Parse(string text, string name) => Read(text, name, Limits.Default);

    /// <summary>Sets the geometry of the row that is being filled; one that cannot be read leaves a remark.</summary>
    public static void AddTo(TableBuilder rows, string text)
    {
        foreach (var (geometry, _, depth, vertices) in Split(text).Take(1))
        {
            TryAdd(rows, geometry, depth, vertices, Limits.Default);
        }
    }

    /// <summary>Adds a geometry; one with an SRID (EWKT) is in that system.</summary>
    private static void Add(TableBuilder rows, Geometry geometry)
    {
        if (geometry.SRID is not (0 or -1 or 4326))
        {
            rows.SetCrs(FormattableString.Invariant($"EPSG:{geometry.SRID}"));
        }

        geometry.SRID = 0;
        rows.Add(geometry);
    }

    /// <summary>Sets the geometry of the row that is being filled; what is wrong with one that cannot be, which leaves a remark.</summary>
    private static Exception? TryAdd(TableBuilder rows, string text, int depth, int vertices, Limits limits)
    {
        try
        {
            Add(rows, depth > limits.Nesting ? throw new ParseException($"It is nested deeper than {limits.Nesting}.")
                : vertices > limits.Vertices ? throw new ParseException($"It has more than {NumberText.Format(limits.Vertices)} vertices.")
                : Parse(text));
            return null;
        }
        catch (Exception error) when (error is NotSupportedException or ParseException or ArgumentException or FormatException)
        {
            rows.Remarks.Add(rows.Row, "the geometry", error is NotSupportedException ? error.Message : $"It is not valid WKT: {error.Message}");
            return error;
        }
    }

    private static Geometry Parse(string text)
    {
        if (UnreadGeometry.Describe(text) is { } unread)
        {
            throw new NotSupportedException(unread);
        }

        var geometry = ParseOrRefuse(text);
        return Array.Exists(geometry.Coordinates, position => !double.IsFinite(position.X) || !double.IsFinite(position.Y))
            ? throw new ParseException("It has coordinates that are not numbers.")
            : geometry;
    }

    // The reader's tokenizer runs over the end of texts that break off, and its factory over rings that do not close.
    private static Geometry ParseOrRefuse(string text)
    {
        try
        {
            return new WKTReader().Read(text) ?? throw new ParseException("It is empty.");
        }
        catch (Exception error) when (error is IndexOutOfRangeException or NullReferenceException or InvalidOperationException or OverflowException)
        {
            throw new ParseException("It breaks off, or has characters that do not belong there.");
        }
    }

    private static string ReadText(string path) => new FileInfo(path).Length <= Limits.Default.TextBytes
        ? File.ReadAllText(path, TextEncoding.Detect(FileStart.Read(path).Bytes).Encoding)
        : throw new Up42Exception($"{Path.GetFileName(path)} is larger than {FileSize.Format(Limits.Default.TextBytes)}, which is not read as WKT; "
            + "GeoJSON and GeoPackage are read at any size.");

    /// <summary>Cuts a text after each geometry: where its parentheses close, or after EMPTY.</summary>
    private static IEnumerable<(string Text, int Line, int Depth, int Vertices)> Split(string text)
    {
        var (start, open, deepest, line, startLine, vertices) = (0, 0, 0, 1, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            (open, deepest) = text[i] switch { '(' => (open + 1, Math.Max(deepest, open + 1)), ')' => (open - 1, deepest), _ => (open, deepest) };
            line += text[i] == '\n' ? 1 : 0;
            vertices += text[i] == ',' ? 1 : 0;
            if (start == i && char.IsWhiteSpace(text[i]))
            {
                (start, startLine) = (i + 1, line);
            }
            else if (open <= 0 && (text[i] == ')' || EndsInEmpty(text.AsSpan(start, i + 1 - start))))
            {
                yield return (text[start..(i + 1)], startLine, deepest, vertices);
                (start, open, deepest, startLine, vertices) = (i + 1, 0, 0, line, 1);
            }
        }

        if (!string.IsNullOrWhiteSpace(text[start..]))
        {
            yield return (text[start..], startLine, deepest, vertices);
        }
    }

    private static bool EndsInEmpty(ReadOnlySpan<char> text) => text.EndsWith("EMPTY", StringComparison.OrdinalIgnoreCase);
}
