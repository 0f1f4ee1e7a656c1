using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// Unpacked archives in the user's cache folder: an archive may lie where nothing can or should be written. What an archive was unpacked to is used again as long as the
/// archive has the same path, size and time; it is removed a month after it was last opened.
/// </summary>
internal sealed class ResultsCache(string root, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestUnpacking = TimeSpan.FromDays(1);

    /// <summary>A folder of our own (old things in it are removed) in <c>UP42_CACHE</c>, else in the platform's folder for caches.</summary>
    public static ResultsCache OfUser { get; } = new(
        Path.Combine(Environment.GetEnvironmentVariable("UP42_CACHE") is { Length: > 0 } chosen ? chosen : PlatformFolder(), "up42-interactive"),
        TimeProvider.System);

    /// <summary>The folder an archive is unpacked to; it is whole.</summary>
    /// <exception cref="Up42Exception">The archive can not be unpacked.</exception>
    public string Unpack(string archive, UnpackLimits? limits)
    {
        var folder = Path.Combine(root, Key(new FileInfo(archive)));
        if (!Directory.Exists(folder))
        {
            Prepare();
            UnpackOnce(archive, folder, limits);
        }

        Directory.SetLastWriteTimeUtc(folder, time.GetUtcNow().UtcDateTime);
        return folder;
    }

    private static void UnpackOnce(string archive, string folder, UnpackLimits? limits)
    {
        try
        {
            Archive.Unpack(archive, folder, limits);
        }
        catch (Up42Exception) when (Directory.Exists(folder))
        {
            // Another process was faster.
        }
    }

    private static string Key(FileInfo archive)
    {
        var identity = string.Create(CultureInfo.InvariantCulture, $"{archive.FullName}|{archive.Length}|{archive.LastWriteTimeUtc.Ticks}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
        return $"{SafeFileName.Of(archive.Name)}-{hash}";
    }

    private void Prepare()
    {
        try
        {
            Directory.CreateDirectory(root);
            foreach (var folder in new DirectoryInfo(root).EnumerateDirectories())
            {
                var age = time.GetUtcNow().UtcDateTime - folder.LastWriteTimeUtc;
                if (age > (folder.Extension == ".part" ? LongestUnpacking : Kept))
                {
                    folder.Delete(recursive: true);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"The cache folder {root} can not be used ({error.Message}); name another in the variable UP42_CACHE.", error);
        }
    }

    private static string PlatformFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache
            : Path.Combine(home, ".cache");
    }
}
