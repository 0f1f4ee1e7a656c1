using System.Text;

namespace Up42.Interactive;

/// <summary>The first bytes of a file, and as text without byte order mark and white space.</summary>
internal sealed record FileStart(string Path, byte[] Bytes, string Text)
{
    private const int Length = 64 * 1024;

    public static FileStart Read(string path)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[Length];
        Array.Resize(ref bytes, file.ReadAtLeast(bytes, Length, throwOnEndOfStream: false));
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return new FileStart(path, bytes, reader.ReadToEnd().TrimStart());
    }

    public bool StartsWith(params ReadOnlySpan<byte> magic) => Bytes.AsSpan().StartsWith(magic);

    public bool Says(string text) => Text.Contains(text, StringComparison.Ordinal);
}
