using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>How the values of a column lie between the least and the greatest: a small picture for its head.</summary>
/// <param name="Path">The bars as the path of an SVG of <see cref="Width"/> × <see cref="Height"/>.</param>
/// <param name="Range">The least and the greatest value in words.</param>
internal sealed record ColumnHistogram(string Path, string Range)
{
    public const int Width = 64;
    public const int Height = 14;

    private const int Bars = 16;

    /// <summary>That of all rows; null where there are not two different numbers or dates.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The value of a row as the table shows it.</param>
    public static ColumnHistogram? Create(FeatureColumn column, Func<int, string> text)
    {
        if (column.Type is not (FeatureColumnType.Integer or FeatureColumnType.Real or FeatureColumnType.Date))
        {
            return null;
        }

        var (values, least, greatest) = (new double[column.Count], -1, -1);
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row] = column.MeasureAt(row);
            if (!double.IsNaN(value))
            {
                least = least < 0 || value < values[least] ? row : least;
                greatest = greatest < 0 || value > values[greatest] ? row : greatest;
            }
        }

        return least < 0 || values[least] >= values[greatest] ? null
            : new(Draw(Count(values, values[least], values[greatest], column.Type == FeatureColumnType.Integer)), $"{text(least)} to {text(greatest)}");
    }

    /// <summary>The picture as markup of the static part.</summary>
    public Html ToHtml()
    {
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}"><path d="{Path}" fill="#38d9"/></svg>""";
        return CellHtml.Picture(DataUri.Create("image/svg+xml", Encoding.ASCII.GetBytes(svg)), Range);
    }

    /// <summary>Whole numbers fall into bars of as many each: else bars beside each other would hold one number more or less.</summary>
    private static int[] Count(double[] values, double from, double to, bool isWhole)
    {
        var wide = isWhole ? Math.Ceiling((to - from + 1) / Bars) : (to - from) / Bars;
        var (counts, perValue) = (new int[isWhole ? (int)Math.Ceiling((to - from + 1) / wide) : Bars], 1 / wide);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                counts[Math.Clamp((int)((value - from) * perValue), 0, counts.Length - 1)]++;
            }
        }

        return counts;
    }

    /// <summary>Steps from bar to bar; a bar with any value is at least one pixel high.</summary>
    private static string Draw(int[] counts)
    {
        var (path, most) = (new StringBuilder($"M0 {Height}"), counts.Max());
        foreach (var count in counts)
        {
            var bar = count == 0 ? 0 : Math.Max(1, (int)Math.Round((double)Height * count / most));
            path.Append(CultureInfo.InvariantCulture, $"V{Height - bar}h{(double)Width / counts.Length:0.##}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"V{Height}z").ToString();
    }
}
