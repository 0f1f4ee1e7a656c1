using System.Text;

namespace Up42.Interactive;

/// <summary>The encoding of a text, told by its first bytes: by its mark, or by where the zeros of plain letters stand.</summary>
internal static class TextEncoding
{
    /// <summary>How many bytes tell it.</summary>
    public const int Needed = 4;

    /// <summary>The encoding, and how long its mark is.</summary>
    public static (Encoding Encoding, int Mark) Detect(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => (Encoding.UTF8, 0),
    };
}
