using System.Buffers;

namespace Up42.Interactive;

/// <summary>The folder an archive is unpacked to: what may come into it, and how much.</summary>
internal sealed class ExtractionTarget(
    string path, Func<long> archiveBytes, bool isWhole, UnpackLimits limits, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, (EntryPath Path, bool IsFile)> _taken = [];
    private readonly Dictionary<string, DateTime> _folderTimes = [];
    private readonly Dictionary<string, (string Source, DateTimeOffset? Time)> _copies = [];
    private int _entries;
    private long _bytes;

    /// <summary>Counts an entry of any kind.</summary>
    public void CountEntry()
    {
        cancellationToken.ThrowIfCancellationRequested();
        RefuseAnnouncedEntries((ulong)++_entries);
    }

    /// <summary>Refuses a directory of more entries than may come.</summary>
    public void RefuseAnnouncedEntries(ulong count)
    {
        if (count > (ulong)limits.Entries)
        {
            throw new UnpackException($"more than {limits.Entries} entries");
        }
    }

    /// <summary>Counts bytes that come out of the archive, whether or not they are written.</summary>
    public void CountBytes(long bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _bytes += bytes;
        RefuseBeyondLimits(_bytes);
        if (Inflates && WorkBudget.IsSpent(Work.Inflation))
        {
            throw new UnpackException("more bytes for each of its own than archives do that hold results, as those before it did: open it alone");
        }
    }

    private bool Inflates => _bytes / limits.Ratio > archiveBytes();

    /// <summary>Refuses bytes to come that a whole archive only announces: nothing need be unpacked to know.</summary>
    public void RefuseAnnounced(long bytes)
    {
        if (isWhole)
        {
            RefuseBeyondLimits(_bytes + bytes);
        }
    }

    private void RefuseBeyondLimits(long bytes)
    {
        if (bytes > limits.TotalBytes)
        {
            throw new UnpackException($"more than {limits.TotalBytes} bytes");
        }

        if (bytes > limits.RatioFromBytes && bytes / limits.Ratio > archiveBytes())
        {
            throw new UnpackException($"more than {limits.Ratio} bytes for each of its own, as archives do that are made to fill disks");
        }
    }

    public void AddFolder(string name, DateTimeOffset? time)
    {
        var entry = EntryPath.Parse(name);
        TakeFolders(entry, entry.Parts.Count, name);
        var target = Path.Combine([path, .. entry.Parts]);
        Directory.CreateDirectory(target);
        if (time is { } known && entry.Parts.Count > 0)
        {
            _folderTimes[target] = known.UtcDateTime;
        }
    }

    /// <summary>Makes the copies that hard links stand for, and gives folders their times, which what came into them has changed. Call it last.</summary>
    public void Complete()
    {
        MakeCopies();
        WorkBudget.Spend(Work.Inflation, Inflates ? _bytes : 0);
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

        RefuseAnnounced(length);
        var (target, isAgain) = TakeFile(name);
        using (var file = new FileStream(target, isAgain ? FileMode.OpenOrCreate : FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            Copy(content, file, length, name);

            // Cut at the end: some file systems write a file to the disk at once that was emptied, or removed and made anew.
            if (isAgain)
            {
                file.SetLength(length);
            }
        }

        if (time is { } known)
        {
            File.SetLastWriteTimeUtc(target, known.UtcDateTime);
        }
    }

    /// <summary>
    /// Adds a file that the archive says is the same as an earlier one of its own, a hard link. It is copied when all of the archive is known
    /// to keep to the limits, or before its original is replaced.
    /// </summary>
    public void AddCopy(string name, string original, DateTimeOffset? time)
    {
        if (FindFile(original) is not { } source)
        {
            throw new UnpackException($"{EntryPath.Shown(name)}, a hard link to {EntryPath.Shown(original)}, which is not a file before it in the archive");
        }

        source = _copies.TryGetValue(source, out var earlier) ? earlier.Source : source;
        CountBytes(new FileInfo(source).Length);
        var (target, _) = TakeFile(name, unless: source);
        if (target != source)
        {
            _copies[target] = (source, time);
        }
    }

    private void MakeCopies()
    {
        foreach (var (target, (source, time)) in _copies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            File.Copy(source, target, overwrite: true);
            File.SetLastWriteTimeUtc(target, time is { } known ? known.UtcDateTime : File.GetLastWriteTimeUtc(source));
        }

        _copies.Clear();
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

    private string? FindFile(string name)
    {
        try
        {
            var entry = EntryPath.Parse(name);
            return _taken.TryGetValue(Key(entry.Parts), out var earlier) && earlier.IsFile && earlier.Path.Name == entry.Name
                ? Path.Combine([path, .. entry.Parts])
                : null;
        }
        catch (UnpackException)
        {
            return null;
        }
    }

    // Where an archive has a file twice, as after appending to a tar, the later one counts.
    private (string Target, bool IsAgain) TakeFile(string name, string? unless = null)
    {
        var entry = EntryPath.Parse(name);
        if (entry.Parts.Count == 0)
        {
            throw new UnpackException($"{EntryPath.Shown(name)}, a file without a name");
        }

        TakeFolders(entry, entry.Parts.Count - 1, name);
        var isAgain = !Take(entry, name, isFile: true);
        var target = Path.Combine([path, .. entry.Parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (target != unless && isAgain && !_copies.Remove(target))
        {
            MakeCopies();
        }

        return (target, isAgain);
    }

    private void TakeFolders(EntryPath entry, int depth, string name)
    {
        for (var count = 1; count <= depth; count++)
        {
            Take(entry with { Parts = [.. entry.Parts.Take(count)] }, name, isFile: false);
        }
    }

    // Whether the name is new.
    private bool Take(EntryPath entry, string name, bool isFile)
    {
        var isNew = _taken.TryAdd(Key(entry.Parts), (entry, isFile));
        if (!isNew)
        {
            var other = _taken[Key(entry.Parts)];
            if (isFile != other.IsFile || !(isFile ? other.Path.Name == entry.Name : other.Path.Parts.SequenceEqual(entry.Parts)))
            {
                throw new UnpackException(
                    $"{EntryPath.Shown(name)} and {EntryPath.Shown(string.Join('/', other.Path.Parts))}, which would be one file on some systems");
            }
        }

        return isNew;
    }

    private static string Key(IReadOnlyList<string> parts) => SafeFileName.CollisionKey(string.Join('/', parts));
}
