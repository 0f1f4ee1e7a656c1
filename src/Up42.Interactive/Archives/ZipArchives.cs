using ICSharpCode.SharpZipLib.Checksum;
using ICSharpCode.SharpZipLib.Zip;

namespace Up42.Interactive;

/// <summary>Unpacks zip, zip64 included.</summary>
internal static class ZipArchives
{
    private const int EmptyZip = 22;
    private const int KindOfFile = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;
    private const int Link = 0xA000;
    private const int ExtendedTimestamp = 0x5455;

    public static void Unpack(Stream archive, ExtractionTarget folder)
    {
        try
        {
            UnpackEntries(archive, folder);
        }
        catch (IndexOutOfRangeException error)
        {
            // SharpZipLib trips over some damaged code tables.
            throw new InvalidDataException("Its packed data are damaged.", error);
        }
    }

    private static void UnpackEntries(Stream archive, ExtractionTarget folder)
    {
        using var zip = new ZipFile(archive, leaveOpen: true) { SkipLocalEntryTestsOnLocate = false };
        if (zip.Count == 0 && archive.Length > EmptyZip + (zip.ZipFileComment?.Length ?? 0))
        {
            throw new InvalidDataException("Its directory is empty.");
        }

        foreach (ZipEntry entry in zip)
        {
            folder.CountEntry();
            RefuseSpecial(entry);
            if (entry.IsDirectory)
            {
                if (entry.Size > 0)
                {
                    throw new InvalidDataException($"{EntryPath.Shown(entry.Name)} is a folder with content.");
                }

                folder.AddFolder(entry.Name, Time(entry));
                continue;
            }

            using var content = new ChecksummedStream(zip.GetInputStream(entry), new Crc32());
            folder.AddFile(entry.Name, entry.Size, content, Time(entry));
            if (entry.HasCrc && content.Checksum != entry.Crc)
            {
                throw new InvalidDataException($"The checksum of {EntryPath.Shown(entry.Name)} is wrong.");
            }
        }
    }

    private static void RefuseSpecial(ZipEntry entry)
    {
        if (entry.IsCrypted)
        {
            throw new UnpackException($"{EntryPath.Shown(entry.Name)}, which is encrypted");
        }

        var kind = entry.HostSystem is (int)HostSystemID.Unix or (int)HostSystemID.OSX ? entry.ExternalFileAttributes >> 16 & KindOfFile : 0;
        if (kind is not (0 or RegularFile or Folder))
        {
            throw new UnpackException($"{EntryPath.Shown(entry.Name)}, {(kind == Link ? "a link" : "an entry of a kind that is no file")}");
        }

        if (!entry.CanDecompress)
        {
            throw new UnpackException($"{EntryPath.Shown(entry.Name)}, packed by a method that is not known ({(int)entry.CompressionMethod})");
        }
    }

    // The extended timestamp is in UTC, the plain one in the packer's time, of which nothing is known: it is taken for ours.
    private static DateTimeOffset? Time(ZipEntry entry)
    {
        using var extra = new ZipExtraData(entry.ExtraData);
        var kind = extra.Find(ExtendedTimestamp) ? DateTimeKind.Utc : DateTimeKind.Local;
        return entry.DateTime is { Year: > 1980 } time ? new DateTimeOffset(DateTime.SpecifyKind(time, kind)) : null;
    }
}
