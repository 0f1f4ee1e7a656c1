using ICSharpCode.SharpZipLib;

namespace Up42.Interactive;

/// <summary>Unpacks archives from outside: tar, gzipped tar and zip, told apart by their content.</summary>
internal static class Archive
{
    private const int BufferSize = 256 << 10;

    // Of a tar only headers go through a buffer; content is read in larger pieces.
    private const int HeaderBufferSize = 8 << 10;

    /// <summary>
    /// Unpacks an archive into a folder that appears under its name only when it is whole. Nothing comes to lie outside it; links, devices and names that
    /// collide or lead elsewhere are refused, and a leading <c>output/</c> is dropped.
    /// </summary>
    /// <param name="path">The archive.</param>
    /// <param name="targetFolder">The folder to make; it must not be there, or be empty.</param>
    /// <param name="limits">How much comes out at most; null: the defaults.</param>
    /// <param name="cancellationToken">Stops between two pieces of a file; nothing is left behind.</param>
    /// <exception cref="Up42Exception">The file is no archive, is damaged, or holds what is refused. The message names it; nothing was unpacked.</exception>
    public static void Unpack(string path, string targetFolder, UnpackLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var (archive, target) = (ArchiveInput.Of(path), Path.TrimEndingDirectorySeparator(Path.GetFullPath(targetFolder)));
        var part = $"{target}.{Path.GetRandomFileName()}.part";
        Unpack(archive, part, limits, cancellationToken);
        try
        {
            Put(part, target);
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            Directory.Delete(part, recursive: true);
            throw new Up42Exception($"{archive.Name} could not be unpacked to {target}: {error.Message}", error);
        }
    }

    /// <summary>Unpacks an archive, a tar also while it grows, into a new folder, which is gone again where that fails.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">The folder to make; what was there is removed.</param>
    /// <param name="limits">How much comes out at most; null: the defaults.</param>
    /// <param name="cancellationToken">Stops between two pieces of a file.</param>
    /// <exception cref="Up42Exception">As above.</exception>
    public static void Unpack(ArchiveInput archive, string folder, UnpackLimits? limits, CancellationToken cancellationToken)
    {
        var isUnpacked = false;
        try
        {
            var kind = archive.Kind();
            Remove(folder);
            Directory.CreateDirectory(folder);
            var content = new ExtractionTarget(folder, archive.Length, limits ?? new UnpackLimits(), cancellationToken);
            Unpack(archive, kind, content);
            content.SetFolderTimes();
            isUnpacked = true;
        }
        catch (UnpackException refusal)
        {
            throw new ArchiveException($"{archive.Name} is not unpacked: it holds {refusal.Message}.");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or SharpZipBaseException or FormatException or ArgumentException or OverflowException)
        {
            throw new ArchiveException(
                $"{archive.Name} is {(error is EndOfStreamException ? "cut off" : "damaged")} and was not unpacked; fetch it again. ({error.Message})", isDamaged: true, error);
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw DiskErrors.Describe(archive.Name, Path.GetDirectoryName(folder)!, error);
        }
        finally
        {
            if (!isUnpacked)
            {
                Remove(folder);
            }
        }
    }

    private static void Unpack(ArchiveInput archive, ArchiveFormat kind, ExtractionTarget folder)
    {
        using var file = archive.Open();
        switch (kind)
        {
            case ArchiveFormat.Zip:
                using (var buffered = new BufferedStream(file, BufferSize))
                {
                    ZipArchives.Unpack(buffered, folder);
                }

                break;
            case ArchiveFormat.Tar:
                using (var tar = new BufferedStream(file, HeaderBufferSize))
                {
                    TarArchive.Unpack(tar, folder);
                }

                break;
            default:
                using (var content = new GzipInput(file, archive.Open))
                using (var tar = new BufferedStream(content, HeaderBufferSize))
                {
                    TarArchive.Unpack(tar, folder);
                    content.Verify();
                }

                break;
        }
    }

    private static void Put(string part, string target)
    {
        if (Directory.Exists(target) && !Directory.EnumerateFileSystemEntries(target).Any())
        {
            Directory.Delete(target);
        }

        Directory.Move(part, target);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
