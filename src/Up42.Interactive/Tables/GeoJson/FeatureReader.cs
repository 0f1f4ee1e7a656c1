using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Reads the members of features into rows. A member that is not part it should be is left out with a remark, and the row stays.</summary>
internal sealed class FeatureReader(TableBuilder table, ByteArena bytes, GeoJsonGeometryReader geometries)
{
    private const int MaxDigits = 40;

    /// <summary>The first thing that was left out; null where all was taken.</summary>
    public GeoJsonException? Fault { get; private set; }

    /// <summary>Reads the feature whose object has just begun into the current row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(ref JsonTokens tokens)
    {
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            if (!ReadMember(ref tokens))
            {
                tokens.Skip();
            }
        }
    }

    /// <summary>Takes up the member whose name was just read, if it is one of a feature.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool ReadMember(ref JsonTokens tokens)
    {
        if (tokens.ValueEquals("geometry"u8))
        {
            tokens.Read();
            ReadGeometry(ref tokens);
        }
        else if (tokens.ValueEquals("properties"u8))
        {
            tokens.Read();
            ReadProperties(ref tokens);
        }
        else if (tokens.ValueEquals("id"u8))
        {
            tokens.Read();
            ReadValue(ref tokens, table.Ids, "the id");
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Takes a geometry that was read into the row, with part it says of its coordinates.</summary>
    public void SetGeometry(ReadOnlyMemory<byte> wkb)
    {
        table.SetGeometry(wkb);
        if (geometries.OffEarth is { } position)
        {
            table.SetOffEarth(position);
        }

        if (geometries.Crs is { } crs)
        {
            table.SetCrs(crs);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadGeometry(ref JsonTokens tokens)
    {
        var depth = tokens.Depth;
        try
        {
            if (geometries.Read(ref tokens) is { } wkb)
            {
                SetGeometry(wkb);
            }
        }
        catch (GeoJsonException fault)
        {
            Fail("the geometry", fault);
            tokens.SkipRest(depth);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadProperties(ref JsonTokens tokens)
    {
        if (tokens.Type == JsonTokenType.Null)
        {
            return;
        }

        if (tokens.Type != JsonTokenType.StartObject)
        {
            Fail("'properties'", tokens.Error("'properties' is an object or null."));
            tokens.Skip();
            return;
        }

        var expected = 0;
        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            if (table.Column(tokens.GetUtf8(), ref expected) is { } column)
            {
                tokens.Read();
                ReadValue(ref tokens, column, null);
            }
            else
            {
                tokens.Skip();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadValue(ref JsonTokens tokens, ColumnBuilder column, string? part)
    {
        switch (tokens.Type)
        {
            case JsonTokenType.String:
                column.SetText(table.Row, bytes.Keep(tokens.GetUtf8()));
                break;
            case JsonTokenType.Number when tokens.TryGetInteger(out var integer):
                column.Set(table.Row, integer);
                break;
            case JsonTokenType.Number when tokens.TryGetDigits(out var digits) && digits.Length <= MaxDigits:

                // Beyond 64 bits; a real number would be another one, and such a number is mostly a name.
                column.SetText(table.Row, bytes.Keep(digits));
                break;
            case JsonTokenType.Number when tokens.TryGetReal(out var real):
                column.Set(table.Row, real);
                break;
            case JsonTokenType.Number:
                column.Clear(table.Row);
                Fail(part ?? ValueOf(column), tokens.Error("This number is too large."));
                break;
            case JsonTokenType.True or JsonTokenType.False:
                column.Set(table.Row, tokens.Type == JsonTokenType.True);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                ReadJson(ref tokens, column, part);
                break;
            default:
                column.Clear(table.Row);
                break;
        }
    }

    private void ReadJson(ref JsonTokens tokens, ColumnBuilder column, string? part)
    {
        try
        {
            column.SetJson(table.Row, tokens.ReadRaw());
        }
        catch (GeoJsonException fault)
        {
            column.Clear(table.Row);
            Fail(part ?? ValueOf(column), fault);
        }
    }

    private void Fail(string part, GeoJsonException fault)
    {
        Fault ??= fault;
        table.Remarks.Add(table.Row, part, fault.Reason);
    }

    private static string ValueOf(ColumnBuilder column) => $"the value of '{DisplayText.Cut(SafeText.Clean(column.Name), 40)}'";
}
