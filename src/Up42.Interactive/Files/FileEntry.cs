using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Up42.Interactive;

/// <summary>What the file system says of a path itself; links are not followed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The user it belongs to; null on Windows.</param>
/// <param name="Identity">Tells it from every other file of the machine, and from itself before a change of its content; empty on Windows.</param>
internal sealed partial record FileEntry(FileKind Kind, uint? Owner, string Identity)
{
    // The runtime's own stat, whose layout is the same on every Unix: flags, mode, user and group, size, then four times
    // with their nanoseconds, device, device of a device file, inode.
    private const string Library = "libSystem.Native";
    private const int StatSize = 256;
    private const int TypeMask = 0xF000;

    /// <summary>The user of this process; null on Windows.</summary>
    public static uint? CurrentUser => OperatingSystem.IsWindows() ? null : GetEffectiveUser();

    /// <summary>The kind in words, for messages.</summary>
    public string Noun => Kind switch
    {
        FileKind.File => "a file",
        FileKind.Folder => "a folder",
        FileKind.Link => "a link",
        _ => "a pipe, socket or device",
    };

    /// <summary>What is at a path; null where nothing is or it may not be seen.</summary>
    public static FileEntry? Find(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return FindOnWindows(path);
        }

        var stat = new byte[StatSize];
        return LStat(Path.TrimEndingDirectorySeparator(path), stat) == 0 ? Parse(stat) : null;
    }

    /// <summary>What is at a path, links followed; null where nothing is or it may not be seen.</summary>
    public static FileEntry? Follow(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return FindOnWindows(new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path);
        }

        var stat = new byte[StatSize];
        return Stat(path, stat) == 0 ? Parse(stat) : null;
    }

    /// <summary>What an open file is.</summary>
    public static FileEntry? Find(SafeFileHandle file)
    {
        var stat = new byte[StatSize];
        return !OperatingSystem.IsWindows() && FStat(file, stat) == 0 ? Parse(stat) : null;
    }

    /// <summary>Whether a path is a regular file, not a link to one.</summary>
    public static bool IsFile(string path) => Find(path) is { Kind: FileKind.File };

    private static FileEntry Parse(byte[] stat)
    {
        var kind = (BinaryPrimitives.ReadInt32LittleEndian(stat.AsSpan(4)) & TypeMask) switch
        {
            0x8000 => FileKind.File,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            _ => FileKind.Special,
        };
        var (changed, place) = (Convert.ToHexStringLower(stat.AsSpan(56, 16)), Convert.ToHexStringLower(stat.AsSpan(88, 24)));
        return new FileEntry(kind, BinaryPrimitives.ReadUInt32LittleEndian(stat.AsSpan(8)), $"{place}-{changed}");
    }

    private static FileEntry? FindOnWindows(string path)
    {
        try
        {
            var attributes = File.GetAttributes(path);
            var kind = attributes.HasFlag(FileAttributes.ReparsePoint) ? FileKind.Link
                : attributes.HasFlag(FileAttributes.Directory) ? FileKind.Folder
                : FileKind.File;
            return new FileEntry(kind, Owner: null, Identity: "");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport(Library, EntryPoint = "SystemNative_LStat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LStat(string path, [Out] byte[] stat);

    [LibraryImport(Library, EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, [Out] byte[] stat);

    [LibraryImport(Library, EntryPoint = "SystemNative_FStat")]
    private static partial int FStat(SafeFileHandle file, [Out] byte[] stat);

    [LibraryImport(Library, EntryPoint = "SystemNative_GetEUid")]
    private static partial uint GetEffectiveUser();
}
