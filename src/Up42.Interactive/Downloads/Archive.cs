using ICSharpCode.SharpZipLib;

namespace Up42.Interactive;

/// <summary>Unpacks archives from outside: tar, gzipped tar and zip, told apart by their content.</summary>
internal static class Archive
{
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
        var (name, target) = (Path.GetFileName(path), Path.TrimEndingDirectorySeparator(Path.GetFullPath(targetFolder)));
        using var archive = OpenArchive(path);
        var kind = ArchiveKinds.Of(archive) ?? throw new Up42Exception($"{name} is {ArchiveKinds.Describe(archive)}, neither a tar, a gzipped tar nor a zip archive.");
        var part = $"{target}.{Path.GetRandomFileName()}.part";
        try
        {
            Directory.CreateDirectory(part);
            var folder = new UnpackFolder(part, archive.Length, limits ?? new UnpackLimits(), cancellationToken);
            Unpack(archive, kind, folder);
            Put(part, target);
        }
        catch (UnpackException refusal)
        {
            throw new Up42Exception($"{name} is not unpacked: it holds {refusal.Message}.");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or SharpZipBaseException or FormatException or ArgumentException or OverflowException)
        {
            throw new Up42Exception($"{name} is {(error is EndOfStreamException ? "cut off" : "damaged")} and was not unpacked; fetch it again. ({error.Message})", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"{name} could not be unpacked to {target}: {error.Message}", error);
        }
        finally
        {
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    private static FileStream OpenArchive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"{path} could not be read: {error.Message}", error);
        }
    }

    private static void Unpack(FileStream archive, ArchiveKind kind, UnpackFolder folder)
    {
        switch (kind)
        {
            case ArchiveKind.Zip:
                ZipArchives.Unpack(archive, folder);
                break;
            case ArchiveKind.Tar:
                TarArchive.Unpack(archive, folder);
                break;
            default:
                using (var content = new GzipInput(archive))
                using (var tar = new BufferedStream(content, 256 * 1024))
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
}
