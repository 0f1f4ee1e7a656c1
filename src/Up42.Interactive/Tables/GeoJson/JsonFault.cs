using System.Text;

namespace Up42.Interactive;

/// <summary>What makes a text no JSON, told by what stands at the place.</summary>
internal static class JsonFault
{
    /// <summary>The reason, a sentence.</summary>
    /// <param name="text">The text up to where it was read.</param>
    /// <param name="at">The first byte that does not belong there; the length of the text where it ends too early.</param>
    public static string Describe(ReadOnlySpan<byte> text, int at)
    {
        if (text[at..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return "It breaks off here.";
        }

        var before = text[..at].TrimEnd(" \t\r\n"u8);
        return text[at] switch
        {
            (byte)'\'' => "Names and texts stand in double quotes, not in single ones.",
            (byte)']' or (byte)'}' when before is [.., (byte)','] => "A comma before a closing bracket is not JSON.",
            (byte)']' or (byte)'}' => $"'{(char)text[at]}' closes what is not open, or what is not finished.",
            (byte)'/' => "Comments are not JSON.",
            (byte)'"' or (byte)'{' or (byte)'[' => $"Before '{(char)text[at]}' a comma or a colon is missing, or a closing bracket.",
            < (byte)' ' => "A text is not closed, or holds a line break or a control character.",
            _ => $"'{DisplayText.Cut(WordAt(text, at), 40)}' does not belong here.",
        };
    }

    /// <summary>The letters and digits around a place, or the symbol there.</summary>
    private static string WordAt(ReadOnlySpan<byte> text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsAsciiLetterOrDigit((char)text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsAsciiLetterOrDigit((char)text[end]))
        {
            end++;
        }

        if (end > at)
        {
            return Encoding.ASCII.GetString(text[start..end]);
        }

        Rune.DecodeFromUtf8(text[at..], out var rune, out _);
        return SafeText.Clean(rune.ToString());
    }
}
