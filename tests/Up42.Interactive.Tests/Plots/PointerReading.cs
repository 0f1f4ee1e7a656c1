using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Plots;

/// <summary>What a display tells of the pixel under the pointer, taken apart: the first band's value and the pixel's place in the file.</summary>
internal sealed partial record PointerReading(string Text, int Column, int Row, double Value, double HalfStep)
{
    /// <summary>Whether one pixel of the file is named, not an overview's or one of several.</summary>
    public bool IsPixel => Pixel().Match(Text) is { Success: true } match && Text[match.Index..].StartsWith("pixel ", StringComparison.Ordinal)
        && !Text.Contains("overview", StringComparison.Ordinal);

    public bool IsNoData => double.IsNaN(Value);

    public static PointerReading Parse(string text)
    {
        var value = Told().Match(text.Split('\n', '·')[0].Trim());
        var pixel = Pixel().Match(text);
        return new(
            text,
            pixel.Success ? int.Parse(pixel.Groups["column"].ValueSpan, CultureInfo.InvariantCulture) : -1,
            pixel.Success ? int.Parse(pixel.Groups["row"].ValueSpan, CultureInfo.InvariantCulture) : -1,
            value.Success ? Number(value.Groups["value"].Value) : double.NaN,
            value.Groups["half"].Success ? Number(value.Groups["half"].Value) : 0);
    }

    private static double Number(string text) => double.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=: |^Band 1 |^(?!Band )[^ ]+ )(≈ )?(?<value>-?[0-9][0-9,.E-]*)( ± (?<half>[0-9][0-9,.E-]*))?( [^ ]+)?$")]
    private static partial Regex Told();

    [GeneratedRegex(@"pixels? (?<column>\d+)(–\d+)?, (?<row>\d+)")]
    private static partial Regex Pixel();
}
