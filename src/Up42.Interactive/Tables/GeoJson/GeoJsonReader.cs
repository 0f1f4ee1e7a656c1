using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// Reads GeoJSON (RFC 7946) in one pass: a FeatureCollection, a Feature, or a geometry, whose members may come in any order; or several of them
/// one after the other (newline-delimited, or RFC 8142).
/// </summary>
/// <remarks>
/// What runs for each token is compiled fully at once (<see cref="MethodImplOptions.AggressiveOptimization"/>): a file is read once, and half
/// of it would have passed before the runtime knew what is hot.
/// </remarks>
internal sealed partial class GeoJsonReader
{
    private readonly TableBuilder _table = new();
    private readonly ByteArena _bytes = new();
    private readonly GeoJsonGeometryReader _geometries;
    private readonly FeatureReader _features;
    private readonly Limits _limits;
    private readonly bool _isDamaged;
    private string? _crs;

    private GeoJsonReader(Limits limits, bool isDamaged)
    {
        (_limits, _isDamaged) = (limits, isDamaged);
        _geometries = new GeoJsonGeometryReader(_bytes, limits);
        _features = new FeatureReader(_table, _bytes, _geometries);
    }

    /// <summary>Reads the text.</summary>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="limits">How much is read; null: as much as holds everywhere.</param>
    /// <param name="isDamaged">It is not JSON throughout: what can be read is, with a remark on what cannot.</param>
    /// <exception cref="GeoJsonException">It is not GeoJSON.</exception>
    /// <exception cref="JsonSyntaxException">It is not JSON and not said to be damaged, or no feature of it can be read.</exception>
    public static RawFeatures Read(ref JsonTokens tokens, Limits? limits = null, bool isDamaged = false)
    {
        var reader = new GeoJsonReader(limits ?? Limits.Default, isDamaged);
        if (!tokens.Read())
        {
            throw new Up42Exception($"{tokens.Source} is empty.");
        }

        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw tokens.Error("GeoJSON is one object: a FeatureCollection, a Feature or a geometry.");
        }

        try
        {
            reader.ReadFirst(ref tokens);
        }
        catch (JsonSyntaxException fault) when (isDamaged)
        {
            reader.GoOn(ref tokens, fault);
        }

        if (tokens.HasLatin1)
        {
            reader._table.Remarks.Add("Some of its text is not UTF-8; it was read as Latin-1.");
        }

        return new RawFeatures(reader._table, reader._crs);
    }

    /// <summary>
    /// Reads the first object into a row of its own, for a collection's members of a feature's names are nobody's; then what follows.
    /// </summary>
    private void ReadFirst(ref JsonTokens tokens)
    {
        var row = new TableBuilder(_table.Remarks);
        var feature = new FeatureReader(row, _bytes, _geometries);
        if (ReadRoot(ref tokens, row, feature))
        {
            ReadEnd(ref tokens);
            return;
        }

        _table.Append(row);
        ReadSequence(ref tokens);
        if (_table.Row == 1 && feature.Fault is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Reads a root object; a feature or a geometry fills the current row.</summary>
    /// <returns>Whether it was a FeatureCollection.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadRoot(ref JsonTokens tokens, TableBuilder row, FeatureReader feature)
    {
        var (type, hasFeatures, bare) = (default(string), false, new GeometryMembers());
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
            else if (!ReadCrs(ref tokens) && !ReadRootMember(ref tokens, feature, bare, type))
            {
                tokens.Skip();
            }
        }

        switch (type)
        {
            case "FeatureCollection" when hasFeatures:
                return true;
            case "Feature" when !hasFeatures:
                return false;
            case var _ when WkbType.Parse(type) != 0 && !hasFeatures:
                bare.Type = type;
                row.ClearRow();
                feature.SetGeometry(_geometries.Encode(ref tokens, bare));
                return false;
            default:
                throw tokens.Error(type is null
                    ? "The object has no 'type'; a FeatureCollection, a Feature or a geometry has one."
                    : UnreadGeometry.Describe(type) ?? $"'{DisplayText.Cut(type, 40)}' with these members is not a FeatureCollection, Feature or geometry.");
        }
    }

    private bool ReadCrs(ref JsonTokens tokens)
    {
        if (!tokens.ValueEquals("crs"u8))
        {
            return false;
        }

        tokens.Read();
        _crs = GeoJsonCrs.Read(ref tokens);
        return true;
    }

    /// <summary>What may be a feature's or a geometry's; a collection's own members of these names are nobody's.</summary>
    private bool ReadRootMember(ref JsonTokens tokens, FeatureReader feature, GeometryMembers bare, string? type) =>
        type != "FeatureCollection" && (feature.ReadMember(ref tokens) || _geometries.ReadMember(ref tokens, bare));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadFeatures(ref JsonTokens tokens)
    {
        if (_isSequence)
        {
            throw tokens.Error("A FeatureCollection is not a feature.");
        }

        tokens.Read();
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw tokens.Error("'features' is a list.");
        }

        _isCollection = true;
        ReadList(ref tokens);
    }

    /// <summary>The features up to the end of their list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadList(ref JsonTokens tokens)
    {
        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            if (!_table.HasRoom(_limits))
            {
                tokens.Skip();
                continue;
            }

            if (tokens.Type == JsonTokenType.StartObject)
            {
                _features.Read(ref tokens);
            }
            else
            {
                _table.Remarks.Add(_table.Row, "the feature", tokens.Error("'features' holds nothing but features.").Reason);
                tokens.Skip();
            }

            _table.NextRow();
        }
    }
}
