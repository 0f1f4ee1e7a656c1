using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;

namespace Up42.Interactive.Cli;

/// <summary>
/// The files that cells take in by <c>#load</c>, which may load others: bounded as cells are, and in all. They may lie anywhere that the cell's own
/// code could read; what is no regular file is not opened. The compiler says what is thrown here as an error of the line.
/// </summary>
/// <param name="folder">Where relative paths start.</param>
internal sealed class LoadedCode(string folder) : SourceReferenceResolver
{
    private static readonly Limits Most = Limits.Default;

    private readonly ScriptSourceResolver _paths = ScriptSourceResolver.Default.WithBaseDirectory(folder);
    private int _files;
    private long _bytes;

    public override string? NormalizePath(string path, string? baseFilePath) => _paths.NormalizePath(path, baseFilePath);

    public override string? ResolveReference(string path, string? baseFilePath) => _paths.ResolveReference(path, baseFilePath);

    public override Stream OpenRead(string resolvedPath) => new MemoryStream(Read(resolvedPath), writable: false);

    /// <summary>The text.</summary>
    /// <exception cref="IOException">It is not taken in; the message says why.</exception>
    public override SourceText ReadText(string resolvedPath)
    {
        using var stream = OpenRead(resolvedPath);
        var text = SourceText.From(stream, Encoding.UTF8);
        return CodeNesting.IsTooDeep(text.ToString()) ? throw new IOException(CodeNesting.Refusal) : text;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => _paths.GetHashCode();

    private byte[] Read(string path)
    {
        if (FileEntry.Follow(path) is { Kind: FileKind.Special } special)
        {
            throw new IOException($"It is {special.Noun}, and is not read.");
        }

        // Of files that the system makes up as they are read no length is known.
        using var file = File.OpenRead(path);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            text.Write(buffer.AsSpan(0, count));
            if (text.Length > Most.CodeBytes)
            {
                throw new IOException($"It has more than {FileSize.Format(Most.CodeBytes)}; so much code is not compiled.");
            }
        }

        return ++_files > Most.CodeFiles || (_bytes += text.Length) > Most.CodeBytesInAll
            ? throw new IOException(
                $"The cells load more than {NumberText.Format(Most.CodeFiles)} files or {FileSize.Format(Most.CodeBytesInAll)} of code; "
                + "what is beyond is not read.")
            : text.ToArray();
    }
}
