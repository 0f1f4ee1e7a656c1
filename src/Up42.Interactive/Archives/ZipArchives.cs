using System.Buffers.Binary;
using System.Text;
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
    private const int UnicodePath = 0x7075;
    private const CompressionMethod Deflate64 = (CompressionMethod)9;

    // Latin-1 keeps every byte of a name, so that it can be decoded by what each entry says.
    private static readonly StringCodec RawNames = StringCodec.FromEncoding(Encoding.Latin1).WithForcedLegacyEncoding();

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
        folder.RefuseAnnouncedEntries(Zip64Directory.AnnouncedEntries(archive));
        archive.Position = 0;
        using var zip = new ZipFile(archive, leaveOpen: true, RawNames) { SkipLocalEntryTestsOnLocate = false };
        if (zip.Count == 0 && archive.Length > EmptyZip + (zip.ZipFileComment?.Length ?? 0))
        {
            throw new InvalidDataException("Its directory is empty.");
        }

        folder.RefuseAnnounced(zip.Cast<ZipEntry>().Sum(entry => Math.Max(0, entry.Size)));
        var other = new Lazy<System.IO.Compression.ZipArchive>(
            () => new System.IO.Compression.ZipArchive(archive, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true));
        var index = -1;
        foreach (ZipEntry entry in zip)
        {
            index++;
            folder.CountEntry();
            var name = Name(entry);
            RefuseSpecial(entry, name);
            if (entry.IsDirectory)
            {
                if (entry.Size > 0)
                {
                    throw new InvalidDataException($"{EntryPath.Shown(name)} is a folder with content.");
                }

                folder.AddFolder(name, Time(entry));
                continue;
            }

            // SharpZipLib does not know Deflate64, which Windows writes for large files; .NET reads it.
            var bytes = entry.CompressionMethod == Deflate64 ? other.Value.Entries[index].Open() : zip.GetInputStream(entry);
            using var content = new ChecksummedStream(bytes, new Crc32());
            folder.AddFile(name, entry.Size, content, Time(entry));
            if (entry.HasCrc && content.Checksum != entry.Crc)
            {
                throw new InvalidDataException($"The checksum of {EntryPath.Shown(name)} is wrong.");
            }
        }
    }

    /// <summary>UTF-8 where the entry says so or its bytes are; else what its system writes.</summary>
    private static string Name(ZipEntry entry)
    {
        var bytes = Encoding.Latin1.GetBytes(entry.Name);
        if (entry.IsUnicodeText)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var isUnix = entry.HostSystem is (int)HostSystemID.Unix or (int)HostSystemID.OSX;
        return UnicodeName(entry, bytes) ?? EntryText.Decode(bytes, isUnix ? Encoding.Latin1 : EntryText.Dos);
    }

    // Info-ZIP's extra field: a version, the checksum of the plain name, the name in UTF-8.
    private static string? UnicodeName(ZipEntry entry, byte[] plain)
    {
        using var extra = new ZipExtraData(entry.ExtraData);
        if (!extra.Find(UnicodePath) || extra.ValueLength <= 5)
        {
            return null;
        }

        var field = new byte[extra.ValueLength];
        extra.GetEntryData().AsSpan(extra.CurrentReadIndex, field.Length).CopyTo(field);
        var crc = new Crc32();
        crc.Update(plain);
        return BinaryPrimitives.ReadUInt32LittleEndian(field.AsSpan(1)) == crc.Value ? Encoding.UTF8.GetString(field.AsSpan(5)) : null;
    }

    private static void RefuseSpecial(ZipEntry entry, string name)
    {
        if (entry.IsCrypted)
        {
            throw new UnpackException($"{EntryPath.Shown(name)}, which is encrypted");
        }

        var kind = entry.HostSystem is (int)HostSystemID.Unix or (int)HostSystemID.OSX ? entry.ExternalFileAttributes >> 16 & KindOfFile : 0;
        if (kind is not (0 or RegularFile or Folder))
        {
            throw new UnpackException($"{EntryPath.Shown(name)}, {(kind == Link ? "a link" : "an entry of a kind that is not a file")}");
        }

        if (!entry.CanDecompress && entry.CompressionMethod != Deflate64)
        {
            throw new UnpackException($"{EntryPath.Shown(name)}, packed by an unknown method ({(int)entry.CompressionMethod})");
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
