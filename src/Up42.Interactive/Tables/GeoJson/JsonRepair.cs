namespace Up42.Interactive;

/// <summary>
/// JSON without what people and programs add to it: the <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> that Python writes, which mean that a value
/// is missing; comments; and commas before a closing bracket. Lines stay where they are.
/// After a text that is not closed, what looks like the next object or line is taken for such, so that one fault does not turn texts round to the end.
/// </summary>
internal sealed class JsonRepair
{
    private const byte RecordSeparator = 0x1E;

    private static readonly byte[][] Names = ["-Infinity"u8.ToArray(), "Infinity"u8.ToArray(), "NaN"u8.ToArray()];

    private int _nonFinite;
    private readonly bool _isTextTorn;
    private Finding _comments;
    private Finding _commas;

    private JsonRepair(ReadOnlySpan<byte> json)
    {
        using var output = new MemoryStream(json.Length + 64);
        var (start, inText) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            if (inText && json[i] == '\\')
            {
                i++;
            }
            else if (json[i] == '"' && inText && NextToken(json, i + 1) is not (-1 or (byte)',' or (byte)':' or (byte)']' or (byte)'}' or (byte)'/'))
            {
                (inText, i) = (false, i + LengthOfDamage(json[(i + 1)..]));
            }
            else if (json[i] == '"')
            {
                inText = !inText;
                _isTextTorn = false;
            }
            else if (inText && json[i] == '\n')
            {
                inText = false;
                _isTextTorn = true;
            }
            else if (!inText && Replace(json, i) is var length and > 0)
            {
                output.Write(json[start..i]);
                Write(output, json.Slice(i, length));
                start = i + length;
                i = start - 1;
            }
        }

        output.Write(json[start..]);
        Json = output.ToArray();
    }

    /// <summary>The text as JSON.</summary>
    public byte[] Json { get; }

    /// <summary>A sentence for each kind of thing that was changed.</summary>
    public IEnumerable<string> Remarks
    {
        get
        {
            if (_nonFinite > 0)
            {
                yield return $"NaN and Infinity are not JSON: {DisplayText.Count(_nonFinite, "such value")} counted as missing.";
            }

            if (_comments.Count > 0)
            {
                yield return $"Comments are not JSON: {DisplayText.Count(_comments.Count, "comment")} ignored, the first in line {_comments.Line}.";
            }

            if (_commas.Count > 0)
            {
                yield return $"A comma before a closing bracket is not JSON: {DisplayText.Count(_commas.Count, "comma")} ignored, "
                    + $"the first in line {_commas.Line}.";
            }
        }
    }

    /// <summary>Repairs a text.</summary>
    public static JsonRepair Apply(ReadOnlySpan<byte> json) => new(json);

    /// <summary>How long what begins here and has to go is; 0: it stays.</summary>
    private int Replace(ReadOnlySpan<byte> json, int at)
    {
        switch (json[at])
        {
            case (byte)'-' or (byte)'I' or (byte)'N' when NameAt(json[at..]) is { } name:
                _nonFinite++;
                return name.Length;
            case (byte)'/' when MayBegin(json[..at]) && CommentLength(json[at..]) is var length and > 0 && !IsRestOfText(json, at, length):
                _comments = _comments.Next(json, at);
                return length;
            case RecordSeparator:
                return 1;
            case (byte)',' when NextToken(json, at + 1) is (byte)']' or (byte)'}':
                _commas = _commas.Next(json, at);
                return 1;
            default:
                return 0;
        }
    }

    private static void Write(MemoryStream output, ReadOnlySpan<byte> replaced)
    {
        if (replaced[0] is (byte)'-' or (byte)'I' or (byte)'N')
        {
            output.Write("null"u8);
            return;
        }

        foreach (var symbol in replaced)
        {
            output.WriteByte(symbol == '\n' ? symbol : (byte)' ');
        }
    }

    private static int NextToken(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && (json[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' || CommentLength(json[at..]) > 0))
        {
            at += Math.Max(1, CommentLength(json[at..]));
        }

        return at < json.Length ? json[at] : -1;
    }

    /// <summary>How long a text goes on that is closed where it should not be: up to the end of the line, or the next object.</summary>
    private static int LengthOfDamage(ReadOnlySpan<byte> json)
    {
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '\n' || (json[i] == '{' && json[(i + 1)..].TrimStart(" \t\r\n"u8) is [(byte)'"', >= (byte)'A' and <= (byte)'z', ..]))
            {
                return i;
            }
        }

        return json.Length;
    }

    /// <summary>Whether a comment may begin after this; in a text whose first quote is missing "http:" does not.</summary>
    private static bool MayBegin(ReadOnlySpan<byte> before) =>
        before is [] or [.., (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/'];

    /// <summary>Whether what looks like a comment goes on with a text that lost its first quote or was broken off: it closes a text then.</summary>
    private bool IsRestOfText(ReadOnlySpan<byte> json, int at, int length) =>
        (_isTextTorn || json[..at].TrimEnd(" \t\r\n"u8) is [.., (byte)':']) && json.Slice(at, length).Count((byte)'"') % 2 == 1;

    private static int CommentLength(ReadOnlySpan<byte> json)
    {
        var (end, skipped) = json switch
        {
            [(byte)'/', (byte)'/', ..] => (json.IndexOf((byte)'\n'), 0),
            [(byte)'/', (byte)'*', .. var rest] => (rest.IndexOf("*/"u8), 4),
            _ => (0, 0),
        };
        return end < 0 ? json.Length : end + skipped;
    }

    private static byte[]? NameAt(ReadOnlySpan<byte> json)
    {
        foreach (var name in Names)
        {
            if (json.StartsWith(name))
            {
                return name;
            }
        }

        return null;
    }

    private readonly record struct Finding(int Count, int Line)
    {
        public Finding Next(ReadOnlySpan<byte> json, int at) => new(Count + 1, Count > 0 ? Line : json[..at].Count((byte)'\n') + 1);
    }
}
