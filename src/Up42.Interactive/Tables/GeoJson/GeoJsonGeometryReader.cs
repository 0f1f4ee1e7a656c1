using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Reads GeoJSON geometries into well-known binary.</summary>
internal sealed class GeoJsonGeometryReader(ByteArena bytes, Limits limits)
{
    private const int MaxListDepth = 3;

    private readonly GeometryMembers _members = new();
    private readonly WkbWriter _writer = new();

    /// <summary>The coordinate reference system that the geometry read last names; null where it names none.</summary>
    public string? Crs { get; private set; }

    /// <summary>The first position of the geometry read last that no place on Earth has in degrees; null where there is none.</summary>
    public (double X, double Y)? OffEarth { get; private set; }

    /// <summary>The geometry whose object, or null, was just begun; null: there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlyMemory<byte>? Read(ref JsonTokens tokens)
    {
        (Crs, OffEarth) = (null, null);
        return Read(ref tokens, _members, depth: 0);
    }

    /// <summary>Takes up the member whose name was just read, if it is one of a geometry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool ReadMember(ref JsonTokens tokens, GeometryMembers members, int depth = 0)
    {
        if (tokens.ValueEquals("coordinates"u8))
        {
            tokens.Read();
            if (tokens.Type != JsonTokenType.StartArray)
            {
                throw tokens.Error("'coordinates' is a list.");
            }

            members.HasCoordinates = true;
            ReadList(ref tokens, members.Buffer, 0);
        }
        else if (tokens.ValueEquals("geometries"u8))
        {
            tokens.Read();
            members.Geometries = ReadGeometries(ref tokens, depth + 1);
        }
        else if (tokens.ValueEquals("crs"u8))
        {
            tokens.Read();
            Crs = GeoJsonCrs.Read(ref tokens);
        }
        else
        {
            return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlyMemory<byte> Encode(ref JsonTokens tokens, GeometryMembers members)
    {
        var type = WkbType.Parse(members.Type);
        if (type == 0)
        {
            throw tokens.Error(members.Type is null ? "The geometry has no 'type'."
                : UnreadGeometry.Describe(members.Type) ?? $"'{DisplayText.Cut(members.Type, 40)}' is not a type of geometry.");
        }

        if (type == WkbType.GeometryCollection)
        {
            return WkbWriter.Collect(members.Geometries ?? throw tokens.Error("A GeometryCollection has 'geometries'."));
        }

        if (!members.HasCoordinates)
        {
            throw tokens.Error($"A {members.Type} has 'coordinates'.");
        }

        OffEarth ??= members.Buffer.OffEarth;
        return members.Buffer.IsNested(WkbType.PositionLevel(type))
            ? bytes.Keep(_writer.Write(members.Buffer, type))
            : throw tokens.Error($"These coordinates are not nested as those of a {members.Type}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlyMemory<byte>? Read(ref JsonTokens tokens, GeometryMembers members, int depth)
    {
        if (tokens.Type == JsonTokenType.Null)
        {
            return null;
        }

        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw tokens.Error("A geometry is an object or null.");
        }

        if (depth > limits.Nesting)
        {
            throw tokens.Error($"Its collections are nested deeper than {limits.Nesting}.");
        }

        members.Reset();
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            if (tokens.ValueEquals("type"u8))
            {
                tokens.Read();
                members.Type = tokens.Type == JsonTokenType.String ? tokens.GetText() : null;
            }
            else if (!ReadMember(ref tokens, members, depth))
            {
                tokens.Skip();
            }
        }

        return Encode(ref tokens, members);
    }

    private List<ReadOnlyMemory<byte>> ReadGeometries(ref JsonTokens tokens, int depth)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw tokens.Error("'geometries' is a list.");
        }

        var geometries = new List<ReadOnlyMemory<byte>>();
        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            if (Read(ref tokens, new GeometryMembers(), depth) is { } geometry)
            {
                geometries.Add(geometry);
            }
        }

        return geometries;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadList(ref JsonTokens tokens, GeometryBuffer buffer, int level)
    {
        tokens.Read();
        if (tokens.Type == JsonTokenType.Number)
        {
            ReadPosition(ref tokens, buffer, level);
            return;
        }

        var slot = buffer.Counts.Count;
        buffer.Counts.Add(0);
        for (; tokens.Type != JsonTokenType.EndArray; tokens.Read())
        {
            if (tokens.Type != JsonTokenType.StartArray)
            {
                throw tokens.Error("Coordinates are lists of numbers.");
            }

            if (level == MaxListDepth)
            {
                throw tokens.Error("The coordinates are nested too deeply.");
            }

            ReadList(ref tokens, buffer, level + 1);
            buffer.Counts[slot]++;
        }

        if (buffer.Counts[slot] == 0)
        {
            buffer.AddEmptyList(level);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPosition(ref JsonTokens tokens, GeometryBuffer buffer, int level)
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

        if (buffer.IsFull(limits))
        {
            throw tokens.Error($"It has more than {NumberText.Format(limits.Vertices)} vertices.");
        }

        if (!buffer.TryAdd(x, y, z, level))
        {
            throw tokens.Error("The coordinates are nested unevenly.");
        }
    }
}
