using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary><c>GDALRasterIOExtraArg</c>, version 1: a window in fractions of pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RasterIOExtra
{
    internal int Version;
    internal int Resampling; // 0: the nearest pixel
    internal nint Progress;
    internal nint ProgressData;
    internal int HasWindow;
    internal double X;
    internal double Y;
    internal double Width;
    internal double Height;
}
