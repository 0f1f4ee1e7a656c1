using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// What a feature of <c>data.json</c> says of the classes of its raster, as STAC's classification extension writes it: in <c>raster:bands</c> or
/// <c>bands</c>, else for all bands at once.
/// </summary>
internal static class StacClasses
{
    /// <summary>The list of classes, of a band or of an asset.</summary>
    public const string Property = "classification:classes";

    private static readonly string[] Hints = ["color_hint", "color-hint"];
    private static readonly string[] Names = ["title", "name", "description"];

    /// <summary>The lists of bands that may have classes.</summary>
    public static IReadOnlyList<string> BandLists { get; } = ["raster:bands", "bands"];

    /// <summary>Those of the first feature that has any; of so many as are looked at.</summary>
    public static KnownClasses Find(IEnumerable<FeatureRow> features)
    {
        var (known, left) = (KnownClasses.None, Limits.Default.RasterClasses);
        using (var each = features.GetEnumerator())
        {
            while (known.Count == 0 && left > 0 && each.MoveNext())
            {
                known = Read(each.Current, ref left);
            }
        }

        WorkBudget.Spend(Work.Rasters, Limits.Default.RasterClasses - left);
        return known;
    }

    private static KnownClasses Read(FeatureRow feature, ref int left)
    {
        List<IReadOnlyList<RasterClass>> each = [];
        foreach (var name in BandLists)
        {
            if (each.Exists(classes => classes.Count > 0))
            {
                break;
            }

            each = [];
            foreach (var band in List(feature, name))
            {
                each.Add(Read(band.FindList(Property), ref left));
                left--;
            }
        }

        return new KnownClasses(each, Read(List(feature, Property), ref left));
    }

    private static IReadOnlyList<RasterClass> Read(IEnumerable<JsonElement> classes, ref int left)
    {
        JsonElement[] looked = [.. classes.Take(left)];
        left -= looked.Length;
        return [.. looked.Select(Parse).OfType<RasterClass>()];
    }

    private static JsonElement.ArrayEnumerator List(FeatureRow feature, string property) =>
        feature.Table.HasColumn(property) && feature[property] is JsonElement { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static RasterClass? Parse(JsonElement json)
    {
        var value = json.FindNumber("value") ?? double.NaN;
        var name = Names.Select(member => json.FindText(member)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var color = Hints.Select(hint => Color(json.FindText(hint))).FirstOrDefault(known => known is not null);
        return KnownClasses.Create(value, value, name, color) is { } each
            ? each with { IsNoData = json.Find("nodata") is { ValueKind: JsonValueKind.True } }
            : null;
    }

    /// <summary>Six hexadecimal digits, as the extension wants them, or with a "#" in front.</summary>
    private static uint? Color(string? hint) =>
        hint?.TrimStart('#') is { Length: 6 } digits && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? rgb << 8 | byte.MaxValue
            : null;
}
