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
        var (encoding, mark) = TextEncoding.Detect(bytes);
        return new FileStart(path, bytes, encoding.GetString(bytes.AsSpan(mark)).TrimStart());
    }

    public bool StartsWith(params ReadOnlySpan<byte> magic) => Bytes.AsSpan().StartsWith(magic);

    public bool Says(string text) => Text.Contains(text, StringComparison.Ordinal);
}
