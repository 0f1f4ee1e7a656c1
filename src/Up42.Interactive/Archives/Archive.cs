using ICSharpCode.SharpZipLib;

namespace Up42.Interactive;

/// <summary>Unpacks archives from outside: tar, gzipped tar and zip, told apart by their content.</summary>
internal static class Archive
{
    private const int BufferSize = 256 << 10;

    // Of a tar only headers go through a buffer; content is read in larger blocks.
    private const int HeaderBufferSize = 8 << 10;
    private const int MaxGzipLayers = 2;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Unpacks an archive into a folder that appears under its name only when it is whole. Nothing is written outside it; links, devices and names that
    /// collide or lead elsewhere are refused, and a leading <c>output/</c> is dropped.
    /// </summary>
    /// <param name="path">The archive.</param>
    /// <param name="targetFolder">The folder to make; it must not exist, or be empty.</param>
    /// <param name="limits">How much comes out at most; null: the defaults.</param>
    /// <param name="cancellationToken">Stops between two blocks of a file; nothing is left behind.</param>
    /// <exception cref="Up42Exception">The file is not an archive, is damaged, or holds what is refused; nothing was unpacked.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Unpack(string path, string targetFolder, UnpackLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var (archive, target) = (ArchiveInput.FromFile(path), Path.TrimEndingDirectorySeparator(Path.GetFullPath(targetFolder)));
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

    /// <summary>Unpacks an archive, a tar also while it grows, into a new folder that only its owner may enter, and removes it where that fails.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">The folder to make; what was there is removed.</param>
    /// <param name="limits">How much comes out at most; null: the defaults.</param>
    /// <param name="cancellationToken">Stops between two blocks of a file.</param>
    /// <exception cref="Up42Exception">As above.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Unpack(ArchiveInput archive, string folder, UnpackLimits? limits, CancellationToken cancellationToken)
    {
        var isUnpacked = false;
        try
        {
            var format = archive.DetectFormat();
            Remove(folder);
            CreatePrivate(folder);
            var content = new ExtractionTarget(folder, archive.Length, archive.IsWhole, limits ?? new UnpackLimits(), cancellationToken);
            Unpack(archive, format, content);
            content.Complete();
            isUnpacked = true;
        }
        catch (UnpackException refusal)
        {
            throw new ArchiveException($"{archive.Name} is not unpacked: it holds {refusal.Message}.");
        }
        catch (Exception error) when (IsDamage(error))
        {
            var state = error is EndOfStreamException ? "cut off" : "damaged";
            throw new ArchiveException($"{archive.Name} is {state} and was not unpacked; fetch it again. ({error.Message})", isDamaged: true, error);
        }
        finally
        {
            if (!isUnpacked)
            {
                Remove(folder);
            }
        }
    }

    /// <summary>Makes a folder that only its owner may enter.</summary>
    public static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    private static bool IsDamage(Exception error) => error is InvalidDataException or EndOfStreamException or SharpZipBaseException
        or FormatException or ArgumentException or OverflowException;

    private static void Unpack(ArchiveInput archive, ArchiveFormat format, ExtractionTarget folder)
    {
        switch (format)
        {
            case ArchiveFormat.Zip:
                using (var buffered = new BufferedStream(archive.Open(), BufferSize))
                {
                    ZipArchives.Unpack(buffered, folder);
                }

                break;
            case ArchiveFormat.Tar:
                UnpackTar(archive.Open(), folder);
                break;
            default:
                UnpackGzip(archive.Open, folder, layer: 1);
                break;
        }
    }

    // Some programs, and some proxies, pack what is packed already.
    private static void UnpackGzip(Func<Stream> open, ExtractionTarget folder, int layer)
    {
        using var content = new GzipInput(open(), open);
        var start = new byte[TarHeader.Size];
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        Stream? whole = new PrefixedStream(start, content);
        if (layer < MaxGzipLayers && ArchiveFormats.Detect(start) == ArchiveFormat.GzippedTar)
        {
            UnpackGzip(() => Interlocked.Exchange(ref whole, null) ?? new GzipInput(open(), open), folder, layer + 1);
        }
        else if (ArchiveFormats.DescribeOther(start) is { } other)
        {
            throw new UnpackException($"{other}, not a tar archive");
        }
        else
        {
            UnpackTar(whole, folder);
        }

        content.Verify();
    }

    private static void UnpackTar(Stream archive, ExtractionTarget folder)
    {
        using var tar = new BufferedStream(archive, HeaderBufferSize);
        TarArchive.Unpack(tar, folder);
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
