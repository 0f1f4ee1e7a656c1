using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Which files are opened as rasters: local ones and those of storage, of formats that cannot point to other files. A format is one row here.
/// </summary>
internal static class RasterFormats
{
    public static IReadOnlyList<RasterFormat> All { get; } =
    [
        new("GeoTIFF", "GTiff", [[.. "II*\0"u8], [.. "II+\0"u8], [.. "MM\0*"u8], [.. "MM\0+"u8]]) { Extensions = [".tif", ".tiff"] },
        new("JPEG 2000", "JP2OpenJPEG", [[0, 0, 0, 0x0C, .. "jP"u8], [0xFF, 0x4F, 0xFF, 0x51]])
        {
            Extensions = [".jp2", ".j2k"],
            Compression = "JPEG 2000",
            Patience = 16,
            Slowness = 130,
            MaxTiles = 65_536,
        },
        new("PNG", "PNG", [[0x89, .. "PNG"u8]]) { Compression = "DEFLATE", IsSequential = true, Slowness = 2 },
        new("JPEG", "JPEG", [[0xFF, 0xD8, 0xFF]]) { Compression = "JPEG", IsSequential = true, Slowness = 6 },
        new("WebP", "WEBP", [[.. "RIFF"u8]]) { Compression = "WebP", IsSequential = true, Slowness = 12 },
    ];

    private static string Names => DisplayText.List([.. All.Select(format => format.Name)]);

    /// <summary>The full path of a raster that may be opened.</summary>
    /// <exception cref="Up42Exception">It is not a local file, or may not be read.</exception>
    internal static string Locate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (RasterBytes.IsRemote(path))
        {
            return path;
        }

        RasterBytes.ThrowIfGone(path);
        if (!File.Exists(path) || Path.GetFullPath(path).StartsWith("/vsi", StringComparison.Ordinal))
        {
            throw new Up42Exception($"There is no file '{path}'; a raster is opened by the path of a local file.");
        }

        try
        {
            File.OpenHandle(path).Dispose();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            var reason = exception is UnauthorizedAccessException ? "permission denied. Make the file readable for this user."
                : LocalPaths.ShortenBeside(exception.Message, path);
            throw new Up42Exception($"'{Path.GetFileName(path)}' cannot be opened: {reason}", exception);
        }

        return Path.GetFullPath(path);
    }

    /// <summary>Opens a raster without a look at the files beside it.</summary>
    /// <exception cref="Up42Exception">Its format is not opened, or it is damaged.</exception>
    internal static GdalDataset Open(string path)
    {
        var name = Path.GetFileName(path);
        if (RasterContainer.Excess(path) is { } excess)
        {
            throw new Up42Exception($"'{name}' cannot be read: {excess}. If you trust it, gdal_translate -co PROFILE=GeoTIFF -co TILED=YES makes one "
                + "of it that is read; it keeps pixels and place.");
        }

        try
        {
            var dataset = GdalDataset.Open(path, [.. All.Select(format => format.Driver)]);
            if (Find(dataset.Driver) is not null)
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
            // The sentence below says which format it is.
        }

        RasterBytes.ThrowIfGone(path);
        throw new Up42Exception(GdalDataset.Identify(path) is { } driver
            ? $"'{name}' is of the format {driver}, which is not opened, since such a file can point to others; opened are {Names}."
            : $"'{name}' is not a raster; opened are {Names}.");
    }

    /// <summary>The compression that a format always has; null for those that leave a choice.</summary>
    internal static string? Compression(string driver) => Find(driver)?.Compression;

    /// <summary>Tags that name the sensor.</summary>
    internal static IEnumerable<string> SensorTags(GdalDataset dataset) => new (string Key, string? Domain)[]
        {
            ("SATELLITEID", "IMAGERY"), ("SENSORID", "IMAGERY"), ("SPACECRAFT_ID", null), ("SPACECRAFT_NAME", null), ("SATELLITE", null), ("PLATFORM", null),
            ("platform", null), ("SENSOR_ID", null), ("SENSOR", null), ("TIFFTAG_IMAGEDESCRIPTION", null), ("TIFFTAG_DOCUMENTNAME", null),
        }
        .Select(tag => dataset.Metadata(tag.Key, tag.Domain)).OfType<string>()
        .Select(text => DisplayText.Cut(text, Limits.Default.TagCharacters));

    /// <summary>What lies in or beside a file and is not read, one sentence each.</summary>
    internal static IReadOnlyList<string> Remarks(string path, GdalDataset dataset)
    {
        var pages = Enumerable.Range(1, 100).TakeWhile(page => dataset.Metadata($"SUBDATASET_{page}_NAME", "SUBDATASETS") is not null).Count();
        var worldFile = WorldFiles(path).FirstOrDefault(File.Exists);
        return
        [
            .. pages > 1 ? [$"page 1 of {pages}; the others are not read"] : Array.Empty<string>(),
            .. dataset.Geotransform is null && worldFile is not null
                ? [$"{Path.GetFileName(worldFile)} lies beside it and is not read: sidecar files are ignored"]
                : Array.Empty<string>(),
        ];
    }

    private static IEnumerable<string> WorldFiles(string path)
    {
        var extension = Path.GetExtension(path);
        string[] endings = extension.Length > 2 ? [$".{extension[1]}{extension[^1]}w", ".wld", $"{extension}w"] : [".wld"];
        return endings.SelectMany(ending => new[] { ending.ToLowerInvariant(), ending.ToUpperInvariant() })
            .Select(ending => Path.ChangeExtension(path, ending));
    }

    /// <summary>About how many nanoseconds decoding a byte of a raster takes, measured with noise.</summary>
    internal static int Slowness(string driver, string? compression) => Find(driver)?.Slowness ?? compression switch
    {
        null or "DEFLATE" or "ZSTD" or "PACKBITS" => 1,
        "LZW" => 2,
        { } lerc when lerc.StartsWith("LERC", StringComparison.Ordinal) => 3,
        "JPEG" or "YCbCr JPEG" => 6,
        _ => 15,
    };

    /// <summary>Whether a format, by GDAL's name, is decoded from the top: reading a part costs all above it.</summary>
    internal static bool IsSequential(string driver) => Find(driver) is { IsSequential: true };

    /// <summary>The tiles of all bands at most, where each takes memory whether it is decoded or not; null: any number.</summary>
    internal static long? MaxTiles(string driver) => Find(driver)?.MaxTiles;

    /// <summary>How many blocks of a damaged raster are tried before the first that can be read.</summary>
    internal static int Patience(string driver) => Find(driver)?.Patience ?? 0;

    /// <summary>Opens a TIFF that lies beside a raster, <c>.ovr</c> or <c>.msk</c>; null where there is none, or it is not a TIFF.</summary>
    internal static GdalDataset? OpenCompanion(string path)
    {
        if (FileEntry.Follow(path) is not { Kind: FileKind.File } || !HasSignature(path) || RasterContainer.Excess(path) is not null)
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

    private static RasterFormat? Find(string driver) => All.FirstOrDefault(format => format.Driver == driver);

    private static bool HasSignature(string path)
    {
        Span<byte> start = stackalloc byte[16];
        using var stream = RasterBytes.Open(path);
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        foreach (var signature in All.SelectMany(format => format.Signatures))
        {
            if (start[..length].StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }
}
