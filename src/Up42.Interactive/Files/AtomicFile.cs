using System.Collections.Concurrent;

namespace Up42.Interactive;

/// <summary>Files that appear under their name only when they are whole. The one way by which this library writes a file as a whole.</summary>
internal static class AtomicFile
{
    /// <summary>How the names of files begin that are being written; they are not results.</summary>
    public const string OwnPrefix = ".up42-";

    private const string Temporary = ".tmp";
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromDays(1);
    private static readonly ConcurrentDictionary<string, bool> SweptFolders = new(StringComparer.Ordinal);

    /// <summary>Writes a file into an existing folder; an earlier file of the name stays until the new one is whole.</summary>
    /// <remarks>
    /// The bytes go to a file beside it whose name nobody can foresee and which must not exist, so no link is followed, and several writers
    /// do not meet. A link of the final name is replaced, not followed.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its bytes.</param>
    /// <returns>The full path.</returns>
    public static string Write(string path, Action<Stream> write) => Replace(path, temporary =>
    {
        using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        write(file);
    });

    private static string Replace(string path, Action<string> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        var temporary = TemporaryName(full);
        try
        {
            write(temporary);
            SweepOnce(temporary);
            File.Move(temporary, full, overwrite: true);
            return full;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>A name beside a file that nobody can foresee, for what becomes that file when it is whole.</summary>
    public static string TemporaryName(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $"{OwnPrefix}{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}{Temporary}");

    /// <summary>Writes bytes, parent folders included.</summary>
    /// <inheritdoc cref="Save(string, string, Action{Stream})"/>
    public static string Save(string path, string example, byte[] bytes) => Save(path, example, file => file.Write(bytes));

    /// <summary>Writes a file for the user, parent folders included.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="example">A name to propose to somebody who gives a folder: "index.html".</param>
    /// <param name="write">Writes its bytes.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="ArgumentException">The path is a folder.</exception>
    /// <exception cref="IOException">The folder cannot be made or written to, or the disk is full.</exception>
    public static string Save(string path, string example, Action<Stream> write) => Save(path, example, full => Write(full, write));

    private static string Save(string path, string example, Func<string, string> write)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(path))
        {
            throw new ArgumentException($"{path} is a folder; name a file in it, for example {Path.Join(path, example)}.", nameof(path));
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            return write(full);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be written: there is no permission to write there.", error);
        }
        catch (IOException error)
        {
            throw new IOException($"{path} cannot be written: {error.Message}", error);
        }
    }

    /// <summary>Removes what this user's killed processes left in the folder of a file that was written just now; its time is the clock.</summary>
    private static void SweepOnce(string written)
    {
        var folder = Path.GetDirectoryName(written)!;
        if (!SweptFolders.TryAdd(folder, true))
        {
            return;
        }

        try
        {
            var latest = File.GetLastWriteTimeUtc(written) - LeftoverAge;
            foreach (var left in Directory.EnumerateFiles(folder, $"{OwnPrefix}*{Temporary}"))
            {
                if (FileEntry.Find(left) is { Kind: FileKind.File } entry && entry.Owner == FileEntry.CurrentUser && File.GetLastWriteTimeUtc(left) < latest)
                {
                    File.Delete(left);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process removes it, or nobody: the file that was asked for is written all the same.
        }
    }
}
