using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Reads GeoJSON (RFC 7946) in one pass: a FeatureCollection, a Feature, or a geometry. Its members may come in any order.</summary>
/// <remarks>
/// What runs for each token is compiled fully at once (<see cref="MethodImplOptions.AggressiveOptimization"/>): a file is read once, and half of it would have passed before
/// the runtime knew what is hot.
/// </remarks>
internal sealed class GeoJsonReader
{
    private readonly TableBuilder _table = new();
    private readonly ByteArena _bytes = new();
    private readonly GeoJsonGeometryReader _geometries;

    private GeoJsonReader() => _geometries = new GeoJsonGeometryReader(_bytes);

    public static FeatureTable Read(ref JsonTokens tokens, string? sourceCrs = null)
    {
        var reader = new GeoJsonReader();
        if (!tokens.Read() || tokens.Type != JsonTokenType.StartObject)
        {
            throw tokens.Error("GeoJSON is one object: a FeatureCollection, a Feature or a geometry.");
        }

        reader.ReadRoot(ref tokens);
        tokens.Read();
        return reader._table.Build(sourceCrs);
    }

    private void ReadRoot(ref JsonTokens tokens)
    {
        var (type, hasFeatures, bare) = (default(string), false, new GeometryBuffer());
        bare.Reset();
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            if (tokens.ValueEquals("features"u8))
            {
                hasFeatures = true;
                ReadFeatures(ref tokens);
            }
            else if (tokens.ValueEquals("type"u8))
            {
                tokens.Read();
                type = tokens.Type == JsonTokenType.String ? tokens.GetText() : null;
            }
            else if (tokens.ValueEquals("crs"u8))
            {
                tokens.Read();
                GeoJsonCrs.Check(ref tokens);
            }
            else if (!ReadFeatureMember(ref tokens) && !_geometries.ReadMember(ref tokens, bare))
            {
                tokens.Skip();
            }
        }

        switch (type)
        {
            case "FeatureCollection" when hasFeatures:
                return;
            case "Feature" when !hasFeatures:
                _table.NextRow();
                return;
            case var _ when WkbType.Parse(type) != 0 && !hasFeatures:
                bare.Type = type;
                _table.SetGeometry(_geometries.Encode(ref tokens, bare));
                _table.NextRow();
                return;
            default:
                throw tokens.Error(type is null
                    ? "The object has no 'type'; a FeatureCollection, a Feature or a geometry has one."
                    : $"'{type}' with these members is no FeatureCollection, Feature or geometry.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadFeatures(ref JsonTokens tokens)
    {
        tokens.Read();
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw tokens.Error("'features' is a list.");
        }

        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            if (tokens.Type != JsonTokenType.StartObject)
            {
                throw tokens.Error("'features' holds nothing but features.");
            }

            while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
            {
                if (!ReadFeatureMember(ref tokens))
                {
                    tokens.Skip();
                }
            }

            _table.NextRow();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadFeatureMember(ref JsonTokens tokens)
    {
        if (tokens.ValueEquals("geometry"u8))
        {
            tokens.Read();
            if (_geometries.Read(ref tokens) is { } wkb)
            {
                _table.SetGeometry(wkb);
            }
        }
        else if (tokens.ValueEquals("properties"u8))
        {
            ReadProperties(ref tokens);
        }
        else if (tokens.ValueEquals("id"u8))
        {
            tokens.Read();
            ReadValue(ref tokens, _table.Ids);
        }
        else
        {
            return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadProperties(ref JsonTokens tokens)
    {
        tokens.Read();
        if (tokens.Type == JsonTokenType.Null)
        {
            return;
        }

        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw tokens.Error("'properties' is an object or null.");
        }

        var expected = 0;
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            var column = _table.Column(ref tokens, ref expected);
            tokens.Read();
            ReadValue(ref tokens, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadValue(ref JsonTokens tokens, ColumnBuilder column)
    {
        switch (tokens.Type)
        {
            case JsonTokenType.String:
                column.SetText(_table.Row, _bytes.Keep(tokens.GetUtf8()));
                break;
            case JsonTokenType.Number when tokens.TryGetInteger(out var integer):
                column.Set(_table.Row, integer);
                break;
            case JsonTokenType.Number:
                column.Set(_table.Row, tokens.GetReal());
                break;
            case JsonTokenType.True or JsonTokenType.False:
                column.Set(_table.Row, tokens.Type == JsonTokenType.True);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                column.SetJson(_table.Row, tokens.ReadRaw());
                break;
            default:
                column.Clear(_table.Row);
                break;
        }
    }
}
