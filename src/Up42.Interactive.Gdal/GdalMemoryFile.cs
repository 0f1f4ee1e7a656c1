using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>A file in GDAL's memory, gone when disposed.</summary>
internal sealed class GdalMemoryFile(string extension) : IDisposable
{
    /// <summary>Its path for GDAL.</summary>
    internal string Path { get; } = $"/vsimem/up42/{Guid.NewGuid():N}{extension}";

    /// <summary>Its bytes.</summary>
    internal byte[] ToArray()
    {
        using var scope = GdalScope.Enter();
        var buffer = NativeMethods.VSIGetMemFileBuffer(Path, out var length, unlinkAndSeize: false);
        var bytes = new byte[checked((int)length)];
        Marshal.Copy(buffer, bytes, 0, bytes.Length);
        return bytes;
    }

    public void Dispose()
    {
        using var scope = GdalScope.Enter();
        _ = NativeMethods.VSIUnlink(Path);
    }
}
