using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// One GeoJSON geometry as it is read: positions, and how many of them each list holds. Its type may come last, so lists of any depth are taken up first and
/// understood afterwards.
/// </summary>
internal sealed class GeometryBuffer
{
    private const int None = -1;
    private int _positionLevel;
    private int _deepestEmptyList;

    public string? Type { get; set; }

    /// <summary>The lengths of all lists that are not positions, outer before inner.</summary>
    public List<int> Counts { get; } = [];

    /// <summary>x, y, z, x, y, z, …; z is NaN where there is none.</summary>
    public List<double> Ordinates { get; } = [];

    public bool HasZ { get; private set; }

    public bool HasCoordinates { get; set; }

    /// <summary>The members of a collection, as WKB.</summary>
    public List<ReadOnlyMemory<byte>>? Members { get; set; }

    public void Reset()
    {
        (Type, HasZ, HasCoordinates, Members) = (null, false, false, null);
        (_positionLevel, _deepestEmptyList) = (None, None);
        Counts.Clear();
        Ordinates.Clear();
    }

    /// <summary>Adds a position; <paramref name="z"/> is NaN where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(double x, double y, double z)
    {
        HasZ |= !double.IsNaN(z);
        Ordinates.Add(x);
        Ordinates.Add(y);
        Ordinates.Add(z);
    }

    /// <summary>Reads the list that has just begun.</summary>
    public void ReadCoordinates(ref JsonTokens tokens)
    {
        HasCoordinates = true;
        ReadList(ref tokens, 0);
    }

    /// <summary>True when there are no positions, or all of them lie as deep as the type wants: 0 for a point, 3 for polygons.</summary>
    public bool IsNested(int level) =>
        _positionLevel == None || (_positionLevel == level && _deepestEmptyList < level);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadList(ref JsonTokens tokens, int level)
    {
        tokens.Read();
        if (tokens.Type == JsonTokenType.Number)
        {
            ReadPosition(ref tokens, level);
            return;
        }

        var slot = Counts.Count;
        Counts.Add(0);
        for (; tokens.Type != JsonTokenType.EndArray; tokens.Read())
        {
            if (tokens.Type != JsonTokenType.StartArray)
            {
                throw tokens.Error("Coordinates are lists of numbers.");
            }

            ReadList(ref tokens, level + 1);
            Counts[slot]++;
        }

        if (Counts[slot] == 0)
        {
            _deepestEmptyList = Math.Max(_deepestEmptyList, level);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPosition(ref JsonTokens tokens, int level)
    {
        var (x, y, z, count) = (0d, 0d, double.NaN, 0);
        for (; tokens.Type != JsonTokenType.EndArray; tokens.Read(), count++)
        {
            if (tokens.Type != JsonTokenType.Number)
            {
                throw tokens.Error("A position holds nothing but numbers.");
            }

            var ordinate = tokens.GetReal();
            (x, y, z) = count switch { 0 => (ordinate, y, z), 1 => (x, ordinate, z), 2 => (x, y, ordinate), _ => (x, y, z) };
        }

        if (count < 2)
        {
            throw tokens.Error("A position needs a longitude and a latitude.");
        }

        if (_positionLevel != None && _positionLevel != level)
        {
            throw tokens.Error("The coordinates are nested unevenly.");
        }

        _positionLevel = level;
        Add(x, y, z);
    }
}
