using System.Text;
using SkiaSharp;

namespace Up42.Interactive;

/// <summary>
/// Text in the font that the library brings along (DejaVu Sans): it looks the same on every machine. A character that the font lacks is
/// taken from the system's fonts where there is one, else it is a box. Text is set from left to right, without ligatures.
/// </summary>
internal static class TextLayout
{
    private static readonly Lazy<SKTypeface> Regular = new(() => Load("font.ttf"));
    private static readonly Lazy<SKTypeface> Bold = new(() => Load("font-bold.ttf"));

    /// <summary>The distance from one line to the next.</summary>
    public static double LineHeight(TextStyle style) => Math.Round(1.45 * style.Size);

    /// <summary>The width of a line of text in pixels.</summary>
    public static double Width(string text, TextStyle style) => Runs(Line(text), style).Sum(run =>
    {
        using var font = Font(run.Face, style);
        return font.MeasureText(run.Text);
    });

    /// <summary>The text, cut to a width where it is longer: an ellipsis stands at its end, or in its middle, as file names differ at both ends.</summary>
    public static string Shorten(string text, TextStyle style, double width, bool inMiddle = false)
    {
        var line = Line(text);
        if (Width(line, style) <= width)
        {
            return line;
        }

        var ends = Ends(line);
        var (fits, tooLong) = (0, ends.Length - 1);
        while (fits + 1 < tooLong)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = Width(Cut(middle), style) <= width ? (middle, tooLong) : (fits, middle);
        }

        return Cut(fits);

        string Cut(int characters)
        {
            var back = inMiddle ? characters / 2 : 0;
            return $"{line[..ends[characters - back]]}…{line[ends[ends.Length - 1 - back]..]}";
        }
    }

    /// <summary>The text in lines of a width, broken between words where that is possible; what does not fit into the last line is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, TextStyle style, double width, int mostLines)
    {
        var lines = new List<string>();
        var rest = Line(text);
        while (rest.Length > 0)
        {
            var length = lines.Count == mostLines - 1 || Width(rest, style) <= width ? rest.Length : Break(rest, style, width);
            lines.Add(Shorten(rest[..length].TrimEnd(), style, width));
            rest = rest[length..].TrimStart();
        }

        return lines;
    }

    /// <summary>Draws one line.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="text">The text.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="style">How it looks.</param>
    internal static void Draw(SKCanvas canvas, string text, double x, double y, TextStyle style)
    {
        foreach (var (run, face) in Runs(Line(text), style))
        {
            using var font = Font(face, style);
            if (style.Halo is { } halo)
            {
                using var outline = new SKPaint
                {
                    Color = halo.Argb,
                    IsAntialias = true,
                    Style = SKPaintStyle.Stroke,
                    StrokeWidth = 3,
                    StrokeJoin = SKStrokeJoin.Round,
                };
                canvas.DrawText(run, (float)x, (float)y, SKTextAlign.Left, font, outline);
            }

            using var paint = new SKPaint { Color = style.Color.Argb, IsAntialias = true };
            canvas.DrawText(run, (float)x, (float)y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(run);
        }
    }

    /// <summary>One line of printable characters.</summary>
    private static string Line(string text) => SafeText.Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ');

    /// <summary>Where a line of the width ends: behind the last space that fits, else behind the last character that does.</summary>
    private static int Break(string text, TextStyle style, double width)
    {
        var ends = Ends(text);
        var last = Math.Max(1, Array.FindLastIndex(ends, end => Width(text[..end], style) <= width));
        var space = text.LastIndexOf(' ', ends[last] - 1);
        return space > 0 ? space + 1 : ends[last];
    }

    /// <summary>Where a text may be cut: before it, and behind each of its characters as readers see them.</summary>
    private static int[] Ends(string text) => [.. System.Globalization.StringInfo.ParseCombiningCharacters(text), text.Length];

    private static IEnumerable<(string Text, SKTypeface Face)> Runs(string text, TextStyle style)
    {
        var own = (style.IsBold ? Bold : Regular).Value;
        using var font = Font(own, style);
        var run = new StringBuilder();
        var face = own;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = font.ContainsGlyph(rune.Value) ? own : SKFontManager.Default.MatchCharacter(rune.Value) ?? own;
            if (next != face && run.Length > 0)
            {
                yield return (run.ToString(), face);
                run.Clear();
            }

            face = next;
            run.Append(rune.ToString());
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), face);
        }
    }

    private static SKFont Font(SKTypeface face, TextStyle style) =>
        new(face, (float)style.Size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };

    private static SKTypeface Load(string name)
    {
        using var data = SKData.CreateCopy(WebAsset.Bytes(name));
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} cannot be read.");
    }
}
