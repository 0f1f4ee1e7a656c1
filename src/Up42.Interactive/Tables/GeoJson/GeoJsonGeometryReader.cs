using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Reads GeoJSON geometries into well-known binary.</summary>
internal sealed class GeoJsonGeometryReader(ByteArena bytes)
{
    private readonly GeometryBuffer _buffer = new();
    private readonly WkbWriter _writer = new();

    /// <summary>The geometry whose object, or null, was just begun; null: there is none.</summary>
    public ReadOnlyMemory<byte>? Read(ref JsonTokens tokens) => Read(ref tokens, _buffer);

    /// <summary>Takes up the member whose name was just read, if it is one of a geometry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool ReadMember(ref JsonTokens tokens, GeometryBuffer buffer)
    {
        if (tokens.ValueEquals("coordinates"u8))
        {
            tokens.Read();
            if (tokens.Type != JsonTokenType.StartArray)
            {
                throw tokens.Error("'coordinates' is a list.");
            }

            buffer.ReadCoordinates(ref tokens);
        }
        else if (tokens.ValueEquals("geometries"u8))
        {
            tokens.Read();
            buffer.Members = ReadMembers(ref tokens);
        }
        else
        {
            return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlyMemory<byte> Encode(ref JsonTokens tokens, GeometryBuffer buffer)
    {
        var type = WkbType.Parse(buffer.Type);
        if (type == 0)
        {
            throw tokens.Error($"'{buffer.Type}' is no type of geometry.");
        }

        if (type == WkbType.GeometryCollection)
        {
            return WkbWriter.Collect(buffer.Members ?? throw tokens.Error("A GeometryCollection has 'geometries'."));
        }

        if (!buffer.HasCoordinates)
        {
            throw tokens.Error($"A {buffer.Type} has 'coordinates'.");
        }

        return buffer.IsNested(WkbType.PositionLevel(type))
            ? bytes.Keep(_writer.Write(buffer, type))
            : throw tokens.Error($"These coordinates are not nested as those of a {buffer.Type}.");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ReadOnlyMemory<byte>? Read(ref JsonTokens tokens, GeometryBuffer buffer)
    {
        if (tokens.Type == JsonTokenType.Null)
        {
            return null;
        }

        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw tokens.Error("A geometry is an object or null.");
        }

        buffer.Reset();
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            if (tokens.ValueEquals("type"u8))
            {
                tokens.Read();
                buffer.Type = tokens.Type == JsonTokenType.String ? tokens.GetText() : null;
            }
            else if (!ReadMember(ref tokens, buffer))
            {
                tokens.Skip();
            }
        }

        return Encode(ref tokens, buffer);
    }

    private List<ReadOnlyMemory<byte>> ReadMembers(ref JsonTokens tokens)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw tokens.Error("'geometries' is a list.");
        }

        var members = new List<ReadOnlyMemory<byte>>();
        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            if (Read(ref tokens, new GeometryBuffer()) is { } member)
            {
                members.Add(member);
            }
        }

        return members;
    }
}
