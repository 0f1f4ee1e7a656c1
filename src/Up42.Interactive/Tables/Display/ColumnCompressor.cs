using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// Packs columns of texts so that they take little room once gzipped: few different ones by number, UUIDs as bytes, rising numbers by their steps, in
/// texts that hold an earlier column's value of the same row (an id in a URL) a sign in its place, and texts of one length letter by letter.
/// <c>packed-texts.ts</c> unpacks them.
/// </summary>
internal sealed class ColumnCompressor
{
    private const char FirstSign = '#';
    private const int MaxNumbered = 80;
    private const int MinReferenceLength = 8;
    private const int Sample = 50;
    private const int MaxSpelledLength = 64;
    private const long MaxStepped = 1L << 53;
    private const string Separators = ",;|^`#%&~$!@*+=?<>(){}[]";
    private static readonly SearchValues<char> AllSeparators = SearchValues.Create(Separators);
    private readonly List<string?[]> _earlier = [];

    /// <summary>Packs a column; null stands for a missing text.</summary>
    public PackedTextsData Pack(string?[] texts)
    {
        var numbers = Numbers(texts);
        var packed = Array.TrueForAll(texts, text => text is null) ? new PackedTextsData()
            : numbers.Count <= MaxNumbered ? Numbered(texts, numbers)
            : Array.TrueForAll(texts, IsUuid) ? new PackedTextsData { Uuids = string.Concat(texts.Select(Uuid)) }
            : Steps(texts) is { } steps ? new PackedTextsData { Steps = steps }
            : !texts.Contains("") && Free(texts) is { Length: >= 2 } free ? Long(texts, free[0], free[1])
            : new PackedTextsData { Texts = texts };
        _earlier.Add(texts);
        return packed;
    }

    private static bool IsUuid(string? text) => Guid.TryParseExact(text, "D", out var id) && id.ToString() == text;

    private static string Uuid(string? text) => Base64Url.EncodeToString(Guid.Parse(text!).ToByteArray(bigEndian: true));

    /// <summary>Of whole numbers that rise from row to row the differences; null of other texts.</summary>
    private static string? Steps(string?[] texts)
    {
        var (steps, before) = (new long[texts.Length], 0L);
        for (var row = 0; row < texts.Length; row++)
        {
            if (!long.TryParse(texts[row], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number <= before || number > MaxStepped || texts[row]![0] == '0')
            {
                return null;
            }

            (steps[row], before) = (number - before, number);
        }

        return string.Join(',', steps);
    }

    private static Dictionary<string, int> Numbers(string?[] texts)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var text in texts)
        {
            if (text is not null && numbers.Count <= MaxNumbered)
            {
                numbers.TryAdd(text, numbers.Count + 1);
            }
        }

        return numbers;
    }

    /// <summary>The separators that no text has.</summary>
    private static string Free(string?[] texts)
    {
        var free = Separators;
        foreach (var text in texts)
        {
            var rest = text.AsSpan();
            for (var at = rest.IndexOfAny(AllSeparators); at >= 0; at = rest.IndexOfAny(AllSeparators))
            {
                free = free.Contains(rest[at]) ? free.Replace(rest[at].ToString(), "", StringComparison.Ordinal) : free;
                rest = rest[(at + 1)..];
            }
        }

        return free;
    }

    private static PackedTextsData Numbered(string?[] texts, Dictionary<string, int> numbers) => new()
    {
        Numbers = string.Concat(texts.Select(text => Sign(text is null ? 0 : numbers[text]))),
        Values = [.. numbers.Keys],
    };

    /// <summary>Letters and signs from '#' on, without the backslash.</summary>
    private static char Sign(int number) => (char)(FirstSign + number + (FirstSign + number >= '\\' ? 1 : 0));

    private PackedTextsData Long(string?[] texts, char separator, char sign)
    {
        var longest = texts.Max(text => text?.Length ?? 0);
        var reference = Reference(texts);
        var isEven = longest <= MaxSpelledLength && texts.Count(text => text?.Length == longest) > 0.9 * texts.Length
            && texts.All(text => text is null || Ascii.IsValid(text));
        return reference < 0 && isEven ? Spelled(texts, longest, separator) : Joined(texts, separator, reference, sign);
    }

    private static PackedTextsData Spelled(string?[] texts, int length, char filler) => new()
    {
        Filler = filler.ToString(),
        Spelled = string.Concat(Enumerable.Range(0, length).SelectMany(at => texts.Select(text => at < text?.Length ? text[at] : filler))),
    };

    /// <summary>An earlier column whose values the texts hold; -1: none.</summary>
    private int Reference(string?[] texts)
    {
        var sample = Enumerable.Range(0, Math.Min(Sample, texts.Length)).Where(row => texts[row] is not null).ToArray();
        return sample.Length == 0 ? -1 : _earlier.FindIndex(earlier => Array.TrueForAll(sample, row => Holds(texts[row]!, earlier[row])));
    }

    private PackedTextsData Joined(string?[] texts, char separator, int reference, char sign) => new()
    {
        Separator = separator.ToString(),
        Column = reference >= 0 ? reference : null,
        Sign = reference >= 0 ? sign.ToString() : null,
        Joined = string.Join(separator, texts.Select((text, row) => text is not null && reference >= 0 && Holds(text, _earlier[reference][row])
            ? text.Replace(_earlier[reference][row]!, sign.ToString(), StringComparison.Ordinal)
            : text)),
    };

    private static bool Holds(string text, string? value) => value?.Length >= MinReferenceLength && text.Contains(value, StringComparison.Ordinal);
}
