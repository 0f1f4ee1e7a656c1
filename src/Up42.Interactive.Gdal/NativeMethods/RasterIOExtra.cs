using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary><c>GDALRasterIOExtraArg</c>, version 1: resampling and a window in fractions of pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RasterIOExtra
{
    internal int Version;
    internal GdalResampling Resampling;
    internal nint Progress;
    internal nint ProgressData;
    internal int HasWindow;
    internal double X;
    internal double Y;
    internal double Width;
    internal double Height;
}
