using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>
/// The beginning of a file that is being downloaded, <c>NAME.part</c>, and beside it <c>NAME.part.json</c>, which says of what it is the
/// beginning. Bytes are only ever added at its end, so that its length is how far the download is, also after its process was killed. It can
/// be read while it grows.
/// </summary>
internal sealed partial class PartialFile : IDisposable
{
    private readonly object _gate = new();
    private readonly FileStream _file;
    private ExceptionDispatchInfo? _failure;
    private long _length;
    private int _beginnings;
    private bool _isComplete;

    /// <summary>Opens what an earlier attempt left, or begins with nothing.</summary>
    /// <exception cref="IOException">Another process has it open, or it cannot be written.</exception>
    public PartialFile(string path)
    {
        Path = path;
        _file = OpenOwn(path);
        Stored = FindStored();
        if (Stored is null || _file.Length > Stored.Length)
        {
            Clear();
        }

        _length = _file.Length;
    }

    public string Path { get; }

    /// <summary>Of what this is the beginning; null before the server has said.</summary>
    public RemoteFileInfo? Stored { get; private set; }

    /// <summary>Bytes that have arrived.</summary>
    public long Length => Volatile.Read(ref _length);

    /// <summary>Whether all bytes have arrived.</summary>
    public bool IsWhole => Stored is { Length: { } length } && length == Length;

    /// <summary>Starts again at the first byte of a file; readers start again too.</summary>
    public void Begin(RemoteFileInfo stored)
    {
        Clear();
        if (stored is { ETag: not null, Length: not null })
        {
            // Nobody else is here, and half of it says nothing: the download begins anew then, before its first byte.
            using var facts = new FileStream(FactsPath, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            JsonSerializer.Serialize(facts, stored, StoredFileJson.Default.RemoteFileInfo);
        }

        Stored = stored;
    }

    /// <summary>Throws away what has arrived.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Stored = null;
            File.Delete(FactsPath);
            _file.SetLength(0);
            (_length, _isComplete, _failure) = (0, false, null);
            _beginnings++;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_file.SafeFileHandle, bytes, _length);
        lock (_gate)
        {
            _length += bytes.Length;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Tells readers that no more bytes come.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            Stored = Stored! with { Length = _length };
            _isComplete = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Tells readers that the download has failed: their next read throws it.</summary>
    public void Fail(Exception error)
    {
        lock (_gate)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Reads from the first byte on, waiting for bytes that are still to arrive.</summary>
    public Stream OpenReader(CancellationToken cancellationToken) => new Reader(this, cancellationToken);

    /// <summary>Gives the whole file its name; an earlier file of that name is replaced.</summary>
    public void MoveTo(string path)
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(Path, path, overwrite: true);
        File.Delete(FactsPath);
    }

    /// <summary>Gives the whole file its name or, where that is another file's, the first free one: <c>NAME_2</c>, and so on. No file is replaced.</summary>
    /// <returns>The path, that of an earlier file where its bytes are the same.</returns>
    public string MoveToFree(string path)
    {
        _file.Flush(flushToDisk: true);
        var extension = System.IO.Path.GetExtension(path);
        var stem = path[..^extension.Length];
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}{extension}");
            var there = FileEntry.Find(name);
            if (there is null)
            {
                Close();
                File.Move(Path, name, overwrite: false);
                File.Delete(FactsPath);
                return name;
            }

            if (there.Kind == FileKind.File && HasBytesOf(name))
            {
                Delete();
                return name;
            }
        }
    }

    /// <summary>Closes it; the file can be read by its path then.</summary>
    public void Close() => _file.Dispose();

    /// <summary>Closes and removes it.</summary>
    public void Delete()
    {
        _file.Dispose();
        File.Delete(Path);
        File.Delete(FactsPath);
    }

    /// <summary>Closes it. What has arrived of a file that can be resumed stays, for a later attempt.</summary>
    public void Dispose()
    {
        _file.Dispose();
        if (_length == 0 || Stored?.ETag is null)
        {
            Delete();
        }
    }

    private string FactsPath => Path + ".json";

    private RemoteFileInfo? FindStored()
    {
        try
        {
            return FileEntry.IsFile(FactsPath)
                && JsonSerializer.Deserialize(File.ReadAllBytes(FactsPath), StoredFileJson.Default.RemoteFileInfo)
                    is { Version: not null, Length: not null } stored
                    ? stored
                    : null;
        }
        catch (Exception error) when (error is FileNotFoundException or JsonException or FormatException)
        {
            return null;
        }
    }

    // A link of the name may lead to any file of the user's, so none is followed.
    private static FileStream OpenOwn(string path)
    {
        if (FileEntry.Find(path) is { Kind: FileKind.Link or FileKind.Special })
        {
            File.Delete(path);
        }

        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        if (FileEntry.Find(file.SafeFileHandle) is { } opened && opened.Identity != FileEntry.Find(path)?.Identity)
        {
            file.Dispose();
            throw new IOException($"{path} is a link, or was replaced meanwhile.");
        }

        return file;
    }

    private bool HasBytesOf(string path)
    {
        using var other = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (other.Length != _length)
        {
            return false;
        }

        var (own, theirs) = (new byte[64 << 10], new byte[64 << 10]);
        for (long at = 0; at < _length; at += own.Length)
        {
            var count = RandomAccess.Read(_file.SafeFileHandle, own, at);
            if (!own.AsSpan(0, count).SequenceEqual(theirs.AsSpan(0, other.ReadAtLeast(theirs.AsSpan(0, count), count, throwOnEndOfStream: false))))
            {
                return false;
            }
        }

        return true;
    }
}
