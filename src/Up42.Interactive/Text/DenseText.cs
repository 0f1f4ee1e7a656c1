namespace Up42.Interactive;

/// <summary>
/// Bytes as text of a script element in UTF-8, seven bits a character: a sixth more than the bytes, where base64 takes a third more. Characters
/// that HTML changes or that could end the element are not used; <c>dense-text.ts</c> reads it.
/// </summary>
internal static class DenseText
{
    /// <summary>Bytes of the text for each byte: three of 128 characters take two bytes.</summary>
    public const double BytesPerByte = 8.0 / 7 * 131 / 128;

    private const int Bits = 7;

    private static readonly char[] Alphabet =
        [.. Enumerable.Range(1, 127).Select(code => (char)code).Where(character => character is not ('\r' or '<')), '\u00A1', '\u00A2', '\u00A3'];

    /// <summary>The text of some bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[Length(bytes.Length)];
        var (buffer, bits, count) = (0, 0, 0);
        foreach (var value in bytes)
        {
            (buffer, bits) = ((buffer << 8) | value, bits + 8);
            for (; bits >= Bits; bits -= Bits)
            {
                text[count++] = Alphabet[(buffer >> (bits - Bits)) & 127];
            }

            buffer &= 127;
        }

        if (bits > 0)
        {
            text[count] = Alphabet[(buffer << (Bits - bits)) & 127];
        }

        return new string(text);
    }

    private static int Length(int bytes) => (int)(((8L * bytes) + Bits - 1) / Bits);
}
