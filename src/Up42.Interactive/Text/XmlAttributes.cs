namespace Up42.Interactive;

/// <summary>How many attributes the elements of XML have, before a reader takes it up: it compares each with all before it.</summary>
internal static class XmlAttributes
{
    private const int Buffer = 64 * 1024;

    /// <summary>Whether no element can have more than the limit. No <c>&lt;</c> stands within a tag, and each attribute has a <c>=</c>.</summary>
    public static bool AreFew(Stream xml)
    {
        var (buffer, signs) = (new byte[Buffer], 0);
        for (int read; (read = xml.Read(buffer)) > 0;)
        {
            for (var rest = buffer.AsSpan(0, read); rest.IndexOfAny((byte)'<', (byte)'=') is var at and >= 0; rest = rest[(at + 1)..])
            {
                signs = rest[at] == '<' ? 0 : signs + 1;
                if (signs > Limits.Default.XmlAttributes)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
