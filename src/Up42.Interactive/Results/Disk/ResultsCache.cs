using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Up42.Interactive;

/// <summary>
/// Unpacked archives in the user's cache folder: an archive may lie where nothing can or should be written. What an archive was unpacked
/// to is used again as long as
/// the archive has the same path, size, time and content and is opened with the same limits; it is removed a month after it was last opened.
/// Nobody but the user may enter the folder, and a folder that another user owns is not used.
/// </summary>
internal sealed partial class ResultsCache(string root, TimeProvider time)
{
    private const string FolderName = "up42-interactive";
    private const int SampleSize = 64 << 10;
    private const int MaxSamples = 256;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan MaxUnpacking = TimeSpan.FromDays(1);

    /// <summary>A folder of our own in <c>UP42_CACHE</c>, else in the platform's folder for caches.</summary>
    public static ResultsCache OfUser { get; } = new(UserFolder(Environment.GetEnvironmentVariable), TimeProvider.System);

    /// <summary>The folder an archive is unpacked to; it is whole.</summary>
    /// <exception cref="Up42Exception">The archive cannot be unpacked, or the cache folder not used.</exception>
    public string Unpack(string archive, UnpackLimits? limits, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(root, Key(archive, limits ?? new UnpackLimits(), cancellationToken));
        RefuseOfOthers(root);
        RefuseOfOthers(folder);
        if (!Directory.Exists(folder))
        {
            Prepare();
            UnpackOnce(archive, folder, limits, cancellationToken);
        }

        try
        {
            Directory.SetLastWriteTimeUtc(folder, time.GetUtcNow().UtcDateTime);
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            // It may be read, and that is all it takes.
        }

        return folder;
    }

    /// <summary>A new folder, empty, for what belongs to results whose rasters stay on a server.</summary>
    /// <param name="name">What it is called; it lies in one of its own.</param>
    /// <exception cref="Up42Exception">The cache folder cannot be used.</exception>
    public string CreateFolder(string name)
    {
        RefuseOfOthers(root);
        Prepare();
        var own = Path.Combine(root, $"{name}-{Guid.NewGuid():N}");
        Archive.CreatePrivate(own);
        return Directory.CreateDirectory(Path.Combine(own, name)).FullName;
    }

    /// <summary>The cache folder of a user with some environment; a private one among temporary files where there is no home.</summary>
    internal static string UserFolder(Func<string, string?> variable)
    {
        if (variable("UP42_CACHE") is { Length: > 0 } chosen)
        {
            return Own(Path.GetFullPath(chosen));
        }

        var home = variable(OperatingSystem.IsWindows() ? "LOCALAPPDATA" : "HOME");
        var caches = OperatingSystem.IsWindows() ? home
            : OperatingSystem.IsMacOS() ? home is null ? null : Path.Combine(home, "Library", "Caches")
            : variable("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg) ? xdg
            : home is null ? null : Path.Combine(home, ".cache");
        return Own(Path.IsPathRooted(caches) ? caches : Path.GetTempPath());
    }

    // In a folder that several share, each user has an own one.
    private static string Own(string parent)
    {
        var usual = Path.Combine(parent, FolderName);
        return IsOfOthers(usual) || Path.TrimEndingDirectorySeparator(parent) == Path.TrimEndingDirectorySeparator(Path.GetTempPath())
            ? $"{usual}-{FileEntry.CurrentUser?.ToString(CultureInfo.InvariantCulture) ?? Environment.UserName}"
            : usual;
    }

    private static bool IsOfOthers(string folder) =>
        new[] { FileEntry.Find(folder), FileEntry.Follow(folder) }.Any(entry => entry is { Owner: { } owner } && owner != FileEntry.CurrentUser);

    private static void RefuseOfOthers(string folder)
    {
        if (IsOfOthers(folder))
        {
            throw new Up42Exception($"The cache folder {folder} belongs to another user and is not used; name another in the variable UP42_CACHE.");
        }
    }

    private static void UnpackOnce(string archive, string folder, UnpackLimits? limits, CancellationToken cancellationToken)
    {
        try
        {
            Archive.Unpack(archive, folder, limits, cancellationToken);
        }
        catch (Up42Exception) when (Directory.Exists(folder))
        {
            // Another process was faster.
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw DiskErrors.Describe($"The content of {Path.GetFileName(archive)}", Path.GetDirectoryName(folder)!, error, DiskAdvice.Cache);
        }
    }

    private static string Key(string path, UnpackLimits limits, CancellationToken cancellationToken)
    {
        var archive = new FileInfo(Path.GetFullPath(path));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{archive.FullName}|{archive.Length}|{archive.LastWriteTimeUtc.Ticks}|{FileEntry.Follow(path)?.Identity}|{limits}")));
        using var content = ArchiveInput.FromFile(path).Open();
        var step = Math.Max(SampleSize, (content.Length - SampleSize) / (MaxSamples - 1));
        var sample = new byte[SampleSize];
        for (long at = 0; at < content.Length; at += step)
        {
            cancellationToken.ThrowIfCancellationRequested();
            content.Position = at;
            hash.AppendData(sample.AsSpan(0, content.ReadAtLeast(sample, SampleSize, throwOnEndOfStream: false)));
        }

        return $"{SafeFileName.Create(archive.Name)}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..32]}";
    }

    private void Prepare()
    {
        try
        {
            Archive.CreatePrivate(root);
            RefuseOfOthers(root);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            foreach (var folder in new DirectoryInfo(root).EnumerateDirectories().Where(folder => folder.LinkTarget is null && OwnName().IsMatch(folder.Name)))
            {
                var age = time.GetUtcNow().UtcDateTime - folder.LastWriteTimeUtc;
                if (age > (folder.Extension == ".part" ? MaxUnpacking : Kept))
                {
                    folder.Delete(recursive: true);
                }
            }
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw new Up42Exception($"The cache folder {root} cannot be used ({error.Message}); name another in the variable UP42_CACHE.", error);
        }
    }

    // What an archive was, or was being, unpacked to; the shorter hash is that of earlier versions.
    [GeneratedRegex(@"-([0-9a-f]{16}|[0-9a-f]{32})(\.[a-z0-9]+(\.[a-z0-9]+)?\.part)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OwnName();
}
