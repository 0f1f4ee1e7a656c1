using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Which files are opened as rasters: local ones, of formats that can not point to other files.</summary>
internal static class RasterFormats
{
    private const string Names = "GeoTIFF, JPEG 2000, PNG, JPEG and WebP";

    private static readonly string[] Drivers = ["GTiff", "COG", "JP2OpenJPEG", "PNG", "JPEG", "WEBP"];

    private static readonly byte[][] Signatures =
    [
        [.. "II*\0"u8], [.. "II+\0"u8], [.. "MM\0*"u8], [.. "MM\0+"u8], [0x89, .. "PNG"u8], [0xFF, 0xD8, 0xFF], [.. "RIFF"u8],
        [0, 0, 0, 0x0C, .. "jP"u8], [0xFF, 0x4F, 0xFF, 0x51],
    ];

    /// <summary>The full path of a raster that may be opened.</summary>
    /// <exception cref="Up42Exception">It is no local file.</exception>
    internal static string Locate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path) || Path.GetFullPath(path).StartsWith("/vsi", StringComparison.Ordinal))
        {
            throw new Up42Exception($"There is no file '{path}'; a raster is opened by the path of a local file.");
        }

        return Path.GetFullPath(path);
    }

    /// <summary>Opens a raster without a look at the files beside it.</summary>
    /// <exception cref="Up42Exception">It is of no format that is opened, or damaged.</exception>
    internal static GdalDataset Open(string path)
    {
        try
        {
            var dataset = GdalDataset.Open(path, Drivers);
            if (Drivers.Contains(dataset.Driver))
            {
                return dataset;
            }

            dataset.Dispose();
        }
        catch (GdalException exception) when (exception.IsLibraryMissing || HasSignature(path))
        {
            throw RasterErrors.Unreadable(path, exception);
        }
        catch (GdalException)
        {
            // No format of ours; the sentence below says which it is.
        }

        var name = Path.GetFileName(path);
        throw new Up42Exception(GdalDataset.Identify(path) is { } driver
            ? $"'{name}' is of the format {driver}, which is not opened, since such a file can point to others; opened are {Names}."
            : $"'{name}' is not a raster; opened are {Names}.");
    }

    /// <summary>Whether a format, by GDAL's name, is decoded from the top: reading a part costs all above it.</summary>
    internal static bool IsSequential(string driver) => driver is not ("GTiff" or "JP2OpenJPEG");

    /// <summary>Opens a TIFF that lies beside a raster, <c>.ovr</c> or <c>.msk</c>; null where there is none, or it is no TIFF.</summary>
    internal static GdalDataset? OpenCompanion(string path)
    {
        if (!File.Exists(path) || !HasSignature(path))
        {
            return null;
        }

        try
        {
            return GdalDataset.Open(path, ["GTiff"]);
        }
        catch (GdalException)
        {
            return null;
        }
    }

    private static bool HasSignature(string path)
    {
        Span<byte> start = stackalloc byte[16];
        using var stream = File.OpenRead(path);
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        foreach (var signature in Signatures)
        {
            if (start[..length].StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }
}
