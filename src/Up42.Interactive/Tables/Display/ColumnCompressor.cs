using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// Writes columns of texts so that they take little room once gzipped: few different ones by number, UUIDs as bytes, and in texts that hold an
/// earlier column's value of the same row (an id in an address) a sign in its place, and texts of one length letter by letter.
/// <c>table-data.ts</c> reads them.
/// </summary>
internal sealed class ColumnCompressor(Utf8JsonWriter writer)
{
    private const char FirstSign = '#';
    private const int MostNumbered = 80;
    private const int ShortestReference = 8;
    private const int Sample = 50;
    private const int LongestSpelled = 64;
    private const string Separators = ",;|^`#%&~$!@*+=?<>(){}[]";
    private readonly List<string?[]> _earlier = [];

    /// <summary>Writes a column; null for a missing value.</summary>
    public void Write(string?[] texts)
    {
        var numbers = Numbers(texts);
        var free = Free(texts);
        if (Array.TrueForAll(texts, text => text is null))
        {
            writer.WriteNullValue();
        }
        else if (numbers.Count <= MostNumbered)
        {
            WriteNumbered(texts, numbers);
        }
        else if (Array.TrueForAll(texts, text => Guid.TryParseExact(text, "D", out var id) && id.ToString() == text))
        {
            writer.WriteStartObject();
            writer.WriteString("uuids"u8, string.Concat(texts.Select(text => Base64Url.EncodeToString(Guid.Parse(text!).ToByteArray(bigEndian: true)))));
            writer.WriteEndObject();
        }
        else if (free.Length >= 2 && !texts.Contains(""))
        {
            WriteLong(texts, free[0], free[1]);
        }
        else
        {
            WriteTexts("texts", texts);
        }

        _earlier.Add(texts);
    }

    private static Dictionary<string, int> Numbers(string?[] texts)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var text in texts)
        {
            if (text is not null && numbers.Count <= MostNumbered)
            {
                numbers.TryAdd(text, numbers.Count + 1);
            }
        }

        return numbers;
    }

    private static string Free(string?[] texts) => string.Concat(Separators.Where(sign => !Array.Exists(texts, text => text?.Contains(sign, StringComparison.Ordinal) == true)));

    private void WriteNumbered(string?[] texts, Dictionary<string, int> numbers)
    {
        writer.WriteStartObject();
        writer.WriteString("numbers"u8, string.Create(texts.Length, (texts, numbers), static (signs, column) =>
        {
            for (var row = 0; row < signs.Length; row++)
            {
                signs[row] = Sign(column.texts[row] is { } text ? column.numbers[text] : 0);
            }
        }));
        writer.WriteStartArray("values"u8);
        foreach (var value in numbers.Keys)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Letters and signs from '#' on, without the backslash.</summary>
    private static char Sign(int number) => (char)(FirstSign + number + (FirstSign + number >= '\\' ? 1 : 0));

    private void WriteLong(string?[] texts, char separator, char sign)
    {
        var longest = texts.Max(text => text?.Length ?? 0);
        var reference = Reference(texts);
        var isEven = longest <= LongestSpelled && texts.Count(text => text?.Length == longest) > 0.9 * texts.Length && texts.All(text => text is null || Ascii.IsValid(text));
        if (reference < 0 && isEven)
        {
            WriteSpelled(texts, longest, separator);
        }
        else
        {
            WriteJoined(texts, separator, reference, sign);
        }
    }

    /// <summary>The first letters of all, then the second ones, …; what is shorter ends in a sign.</summary>
    private void WriteSpelled(string?[] texts, int length, char filler)
    {
        writer.WriteStartObject();
        writer.WriteString("filler"u8, filler.ToString());
        writer.WriteString("spelled"u8, string.Concat(Enumerable.Range(0, length).SelectMany(at => texts.Select(text => at < text?.Length ? text[at] : filler))));
        writer.WriteEndObject();
    }

    /// <summary>An earlier column whose values the texts hold; -1: none.</summary>
    private int Reference(string?[] texts)
    {
        var sample = Enumerable.Range(0, Math.Min(Sample, texts.Length)).Where(row => texts[row] is not null).ToArray();
        return sample.Length == 0 ? -1 : _earlier.FindIndex(earlier => Array.TrueForAll(sample, row => Holds(texts[row]!, earlier[row])));
    }

    private void WriteJoined(string?[] texts, char separator, int reference, char sign)
    {
        writer.WriteStartObject();
        writer.WriteString("separator"u8, separator.ToString());
        if (reference >= 0)
        {
            writer.WriteNumber("column"u8, reference);
            writer.WriteString("sign"u8, sign.ToString());
        }

        writer.WriteString("joined"u8, string.Join(separator, texts.Select((text, row) =>
            text is not null && reference >= 0 && Holds(text, _earlier[reference][row]) ? text.Replace(_earlier[reference][row]!, sign.ToString(), StringComparison.Ordinal) : text)));
        writer.WriteEndObject();
    }

    private static bool Holds(string text, string? value) => value?.Length >= ShortestReference && text.Contains(value, StringComparison.Ordinal);

    private void WriteTexts(string name, string?[] texts)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
