using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>The file system of <see cref="GdalVirtualFile"/>, as GDAL calls it: functions of C, through which nothing may be thrown.</summary>
internal static unsafe class GdalFileSystem
{
    private const int Failed = -1;

    /// <summary>What all paths begin with. Another copy of this library in the process has its own.</summary>
    internal static string Prefix { get; } = $"/vsiup42-{Guid.NewGuid():N}/";

    /// <summary>Makes the file system known. GDAL is loaded.</summary>
    internal static void Install()
    {
        var callbacks = NativeMethods.VSIAllocFilesystemPluginCallbacksStruct();
        callbacks->Open = &Open;
        callbacks->Tell = &Tell;
        callbacks->Seek = &Seek;
        callbacks->Read = &Read;
        callbacks->ReadRanges = &ReadRanges;
        callbacks->IsAtEnd = &IsAtEnd;
        callbacks->Close = &Close;

        // GDAL keeps the pointer, not the text: it stays for the life of the process.
        var result = NativeMethods.VSIInstallPluginHandler(Marshal.StringToCoTaskMemUTF8(Prefix), callbacks);
        NativeMethods.VSIFreeFilesystemPluginCallbacksStruct(callbacks);
        if (result != 0)
        {
            throw new GdalException("GDAL does not take a file system of ours.");
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Open(nint userData, byte* path, byte* access)
    {
        var file = GdalVirtualFile.Find(Prefix + Marshal.PtrToStringUTF8((nint)path));
        return file is not null && *access == (byte)'r' ? GCHandle.ToIntPtr(GCHandle.Alloc(new OpenFile(file))) : 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static ulong Tell(nint handle) => (ulong)Of(handle).Position;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Seek(nint handle, ulong offset, int origin)
    {
        var open = Of(handle);
        var position = (UInt128)offset + (ulong)(origin switch { 0 => 0, 1 => open.Position, _ => open.File.Length });
        (open.Position, open.IsAtEnd) = (position > long.MaxValue ? open.Position : (long)position, false);
        return position > long.MaxValue ? Failed : 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nuint Read(nint handle, byte* buffer, nuint size, nuint count)
    {
        var open = Of(handle);
        var wanted = (UInt128)size * count;
        var there = (ulong)Math.Max(0, open.File.Length - open.Position);
        var length = (int)UInt128.Min(UInt128.Min(wanted, there), int.MaxValue);
        open.IsAtEnd = wanted > there;
        try
        {
            open.File.Read(open.Position, new Span<byte>(buffer, length));
        }
        catch (Exception reason)
        {
            GdalScope.FailFile(reason);
            return 0;
        }

        open.Position += length;
        return size == 0 ? 0 : (nuint)length / size;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int ReadRanges(nint handle, int count, byte** buffers, ulong* offsets, nuint* sizes)
    {
        var file = Of(handle).File;
        var ranges = new (long Offset, long Length)[count];
        for (var i = 0; i < count; i++)
        {
            if (offsets[i] > (ulong)file.Length || sizes[i] > (ulong)file.Length - offsets[i] || sizes[i] > int.MaxValue)
            {
                return Failed;
            }

            ranges[i] = ((long)offsets[i], (long)sizes[i]);
        }

        try
        {
            file.Plan(ranges);
            for (var i = 0; i < count; i++)
            {
                file.Read(ranges[i].Offset, new Span<byte>(buffers[i], (int)ranges[i].Length));
            }

            return 0;
        }
        catch (Exception reason)
        {
            GdalScope.FailFile(reason);
            return Failed;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int IsAtEnd(nint handle) => Of(handle).IsAtEnd ? 1 : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(nint handle)
    {
        GCHandle.FromIntPtr(handle).Free();
        return 0;
    }

    private static OpenFile Of(nint handle) => (OpenFile)GCHandle.FromIntPtr(handle).Target!;

    private sealed class OpenFile(GdalVirtualFile file)
    {
        internal GdalVirtualFile File { get; } = file;

        internal long Position { get; set; }

        internal bool IsAtEnd { get; set; }
    }
}
