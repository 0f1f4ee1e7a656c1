using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary><c>GDALColorEntry</c>: red, green, blue, alpha, each 0 to 255.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GdalColorEntry
{
    internal short Red;
    internal short Green;
    internal short Blue;
    internal short Alpha;
}
