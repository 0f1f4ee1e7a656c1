using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>
/// The files that PROJ opens. A coordinate reference system may name a grid by any path, which PROJ opens as soon as GDAL takes the system up:
/// where this library calls GDAL, PROJ gets nothing but what lies in its own folders. Elsewhere in the process it opens what it likes.
/// </summary>
/// <remarks>
/// GDAL keeps a context of PROJ for each thread and gives none away. Contexts take over the finder of the default one, though, and a finder is
/// told its context: at the first resource that is looked for, the context gets these functions
/// (https://proj.org/en/stable/development/reference/functions.html#c.proj_context_set_fileapi).
/// </remarks>
internal static unsafe class ProjFiles
{
    private const int ReadOnly = 0;

    private static string[] _folders = [];
    private static delegate* unmanaged<nint, FileFunctions*, nint, int> _setFunctions;
    private static FileFunctions* _functions;

    [ThreadStatic]
    private static bool _isGuarded;

    /// <summary>Sets the finder. Where PROJ is built into GDAL under other names, contexts stay as they are.</summary>
    /// <param name="library">GDAL, through which PROJ's functions are found.</param>
    public static void Install(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "proj_context_set_fileapi", out var setFunctions)
            || !NativeLibrary.TryGetExport(library, "proj_context_set_file_finder", out var setFinder))
        {
            return;
        }

        _setFunctions = (delegate* unmanaged<nint, FileFunctions*, nint, int>)setFunctions;
        _functions = (FileFunctions*)NativeMemory.AllocZeroed((nuint)sizeof(FileFunctions));
        *_functions = new FileFunctions
        {
            Version = 1,
            Open = &Open,
            Read = &Read,
            Write = &Write,
            Seek = &Seek,
            Tell = &Tell,
            Close = &Close,
            Exists = &Exists,
            MakeFolder = &Refuse,
            Delete = &Refuse,
            Rename = &RefuseRename,
        };
        ((delegate* unmanaged<nint, delegate* unmanaged<nint, byte*, nint, byte*>, nint, void>)setFinder)(0, &Find, 0);
        using var folders = new StringListHandle(NativeMethods.OSRGetPROJSearchPaths());
        _folders = [.. folders.ToArray().Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar)];
    }

    /// <summary>Sees to it that this thread's context has the functions: PROJ looks for its database.</summary>
    public static void GuardThread()
    {
        if (_isGuarded || _functions is null)
        {
            return;
        }

        _isGuarded = true;
        using var any = new SpatialReferenceHandle(NativeMethods.OSRNewSpatialReference(null));
        _ = NativeMethods.OSRImportFromEPSG(any, 4326);
    }

    private static bool IsAllowed(string path)
    {
        if (!GdalScope.IsEntered)
        {
            return true;
        }

        var full = Path.GetFullPath(path);
        return Array.Exists(_folders, folder => full.StartsWith(folder, StringComparison.Ordinal));
    }

    [UnmanagedCallersOnly]
    private static byte* Find(nint context, byte* name, nint data)
    {
        _ = _setFunctions(context, _functions, 0);
        return null;
    }

    // Nothing may be thrown through native frames: what a pipe or a device in place of a file refuses neither.
    [UnmanagedCallersOnly]
    private static nint Open(nint context, byte* path, int access, nint data)
    {
        try
        {
            var name = Marshal.PtrToStringUTF8((nint)path) ?? string.Empty;
            return access == ReadOnly && IsAllowed(name) && File.Exists(name)
                ? GCHandle.ToIntPtr(GCHandle.Alloc(new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)))
                : 0;
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static nuint Read(nint context, nint file, byte* buffer, nuint size, nint data)
    {
        try
        {
            var length = (int)Math.Min(size, int.MaxValue);
            return (nuint)Stream(file).ReadAtLeast(new Span<byte>(buffer, length), length, throwOnEndOfStream: false);
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static nuint Write(nint context, nint file, byte* buffer, nuint size, nint data) => 0;

    [UnmanagedCallersOnly]
    private static int Seek(nint context, nint file, long offset, int origin, nint data)
    {
        try
        {
            Stream(file).Seek(offset, (SeekOrigin)origin);
            return 1;
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static ulong Tell(nint context, nint file, nint data)
    {
        try
        {
            return (ulong)Stream(file).Position;
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static void Close(nint context, nint file, nint data)
    {
        Stream(file).Dispose();
        GCHandle.FromIntPtr(file).Free();
    }

    [UnmanagedCallersOnly]
    private static int Exists(nint context, byte* path, nint data)
    {
        try
        {
            var name = Marshal.PtrToStringUTF8((nint)path) ?? string.Empty;
            return name.Length > 0 && IsAllowed(name) && File.Exists(name) ? 1 : 0;
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            return 0; // A relative path where the working folder is gone.
        }
    }

    [UnmanagedCallersOnly]
    private static int Refuse(nint context, byte* path, nint data) => 0;

    [UnmanagedCallersOnly]
    private static int RefuseRename(nint context, byte* from, byte* to, nint data) => 0;

    private static bool IsOfFiles(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException;

    private static FileStream Stream(nint file) => (FileStream)GCHandle.FromIntPtr(file).Target!;

    /// <summary>PROJ_FILE_API of proj.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FileFunctions
    {
        public int Version;
        public delegate* unmanaged<nint, byte*, int, nint, nint> Open;
        public delegate* unmanaged<nint, nint, byte*, nuint, nint, nuint> Read;
        public delegate* unmanaged<nint, nint, byte*, nuint, nint, nuint> Write;
        public delegate* unmanaged<nint, nint, long, int, nint, int> Seek;
        public delegate* unmanaged<nint, nint, nint, ulong> Tell;
        public delegate* unmanaged<nint, nint, nint, void> Close;
        public delegate* unmanaged<nint, byte*, nint, int> Exists;
        public delegate* unmanaged<nint, byte*, nint, int> MakeFolder;
        public delegate* unmanaged<nint, byte*, nint, int> Delete;
        public delegate* unmanaged<nint, byte*, byte*, nint, int> Rename;
    }
}
