using System.Buffers;

namespace Up42.Interactive;

/// <summary>The folder an archive is unpacked to: what may come into it, and how much.</summary>
internal sealed class ExtractionTarget(string path, Func<long> archiveBytes, UnpackLimits limits, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, (string Name, bool IsFile)> _taken = [];
    private readonly Dictionary<string, DateTime> _folderTimes = [];
    private int _entries;
    private long _bytes;

    /// <summary>Counts an entry of any kind.</summary>
    public void CountEntry()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_entries > limits.Entries)
        {
            throw new UnpackException($"more than {limits.Entries} entries");
        }
    }

    /// <summary>Counts bytes that come out of the archive, whether or not they are written.</summary>
    public void CountBytes(long bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _bytes += bytes;
        if (_bytes > limits.TotalBytes)
        {
            throw new UnpackException($"more than {limits.TotalBytes} bytes");
        }

        if (_bytes > limits.RatioFromBytes && _bytes / limits.Ratio > archiveBytes())
        {
            throw new UnpackException($"more than {limits.Ratio} bytes for each of its own, as archives do that are made to fill disks");
        }
    }

    public void AddFolder(string name, DateTimeOffset? time)
    {
        var parts = EntryPath.Parts(name);
        TakeFolders(parts, name);
        var target = Path.Combine([path, .. parts]);
        Directory.CreateDirectory(target);
        if (time is { } known && parts.Count > 0)
        {
            _folderTimes[target] = known.UtcDateTime;
        }
    }

    /// <summary>Gives folders their times, which what came into them has changed. Call it when everything is in its place.</summary>
    public void SetFolderTimes()
    {
        foreach (var (target, time) in _folderTimes)
        {
            Directory.SetLastWriteTimeUtc(target, time);
        }
    }

    /// <summary>Writes a file; <paramref name="length"/> is what the archive says, and the content must keep to it.</summary>
    public void AddFile(string name, long length, Stream content, DateTimeOffset? time)
    {
        if (length > limits.FileBytes)
        {
            throw new UnpackException($"{EntryPath.Shown(name)}, a file of {length} bytes; {limits.FileBytes} is the limit");
        }

        var parts = EntryPath.Parts(name);
        if (parts.Count == 0)
        {
            throw new UnpackException($"{EntryPath.Shown(name)}, a file without a name");
        }

        TakeFolders([.. parts.SkipLast(1)], name);
        Take(parts, name, isFile: true);
        var target = Path.Combine([path, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using (var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            Copy(content, file, length, name);
        }

        if (time is { } known)
        {
            File.SetLastWriteTimeUtc(target, known.UtcDateTime);
        }
    }

    private void Copy(Stream content, FileStream file, long length, string name)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
        try
        {
            var left = length;
            for (int read; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; left -= read)
            {
                if (read > left)
                {
                    throw new InvalidDataException($"{EntryPath.Shown(name)} is longer than the archive says.");
                }

                CountBytes(read);
                file.Write(buffer, 0, read);
            }

            if (left > 0)
            {
                throw new EndOfStreamException();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void TakeFolders(IReadOnlyList<string> parts, string name)
    {
        for (var depth = 1; depth <= parts.Count; depth++)
        {
            Take([.. parts.Take(depth)], name, isFile: false);
        }
    }

    private void Take(IReadOnlyList<string> parts, string name, bool isFile)
    {
        var own = string.Join('/', parts);
        if (!_taken.TryAdd(SafeFileName.CollisionKey(own), (own, isFile)))
        {
            var other = _taken[SafeFileName.CollisionKey(own)];
            if (isFile || other.IsFile || other.Name != own)
            {
                throw new UnpackException($"{EntryPath.Shown(name)} and {EntryPath.Shown(other.Name)}, which would be one file on some systems");
            }
        }
    }
}
