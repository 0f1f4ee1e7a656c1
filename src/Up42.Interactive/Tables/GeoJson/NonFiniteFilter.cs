namespace Up42.Interactive;

/// <summary>
/// JSON with the <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> that Python writes as <c>null</c>: they are not valid JSON, and mean that a value is
/// missing.
/// </summary>
internal static class NonFiniteFilter
{
    private static readonly byte[][] Names = ["-Infinity"u8.ToArray(), "Infinity"u8.ToArray(), "NaN"u8.ToArray()];

    /// <summary>The text with null for what is not finite.</summary>
    /// <param name="json">The text.</param>
    /// <param name="replaced">How many were replaced.</param>
    public static byte[] Apply(ReadOnlySpan<byte> json, out int replaced)
    {
        var output = new MemoryStream(json.Length + 64);
        replaced = 0;
        var (start, inText) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'\\' when inText:
                    i++;
                    break;
                case (byte)'"':
                    inText = !inText;
                    break;
                case (byte)'-' or (byte)'I' or (byte)'N' when !inText && NameAt(json[i..]) is { } name:
                    output.Write(json[start..i]);
                    output.Write("null"u8);
                    replaced++;
                    start = i + name.Length;
                    i = start - 1;
                    break;
            }
        }

        output.Write(json[start..]);
        return output.ToArray();
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
}
