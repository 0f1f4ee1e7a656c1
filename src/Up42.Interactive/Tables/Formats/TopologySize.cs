using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// How many positions the geometries of a TopoJSON file have: a line of it may be part of any number of them, and GDAL makes a copy for each.
/// </summary>
internal sealed class TopologySize
{
    private readonly List<int> _lengths = [];
    private readonly Dictionary<long, long> _uses = [];

    /// <summary>Counts them; 0 of what is no such file, which the reader says.</summary>
    public static long CountPositions(string path)
    {
        using var file = File.OpenRead(path);
        var tokens = new JsonTokens(file, Path.GetFileName(path));
        var size = new TopologySize();
        try
        {
            size.Read(ref tokens);
        }
        catch (Exception fault) when (fault is JsonSyntaxException or GeoJsonException)
        {
            // What was counted until here is all that GDAL may see of it.
        }

        return size._uses.Sum(use => use.Value * Math.Max(1, use.Key < size._lengths.Count ? size._lengths[(int)use.Key] : 1));
    }

    private void Read(ref JsonTokens tokens)
    {
        var usesDepth = -1;
        while (tokens.Read())
        {
            if (tokens.Type == JsonTokenType.PropertyName && tokens.ValueEquals("arcs"u8))
            {
                var isOfRoot = tokens.Depth == 1;
                tokens.Read();
                if (tokens.Type != JsonTokenType.StartArray)
                {
                    continue;
                }

                if (isOfRoot)
                {
                    ReadLengths(ref tokens);
                }
                else
                {
                    usesDepth = tokens.Depth;
                }
            }
            else if (usesDepth >= 0 && tokens.Type == JsonTokenType.EndArray && tokens.Depth == usesDepth)
            {
                usesDepth = -1;
            }
            else if (usesDepth >= 0 && tokens.Type == JsonTokenType.Number && tokens.TryGetInteger(out var arc))
            {
                // An arc that is used backwards has the complement of its number.
                arc = Math.Min(arc < 0 ? ~arc : arc, Limits.Default.TopologyLists);
                _uses[arc] = _uses.GetValueOrDefault(arc) + 1;
            }
        }
    }

    /// <summary>The lists of the list of arcs, each with as many lists as it has positions.</summary>
    private void ReadLengths(ref JsonTokens tokens)
    {
        var depth = tokens.Depth;
        while (tokens.Read() && !(tokens.Type == JsonTokenType.EndArray && tokens.Depth == depth))
        {
            if (tokens.Type != JsonTokenType.StartArray)
            {
                continue;
            }

            if (tokens.Depth == depth + 1)
            {
                _lengths.Add(0);
            }
            else if (tokens.Depth == depth + 2)
            {
                _lengths[^1]++;
            }
        }
    }
}
