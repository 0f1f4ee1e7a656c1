namespace Up42.Interactive.Gdal;

/// <summary>A band of an open dataset, or one of its overviews or masks.</summary>
internal sealed partial class GdalBand
{
    private readonly GdalDataset _dataset;
    private readonly nint _handle;
    private readonly string _name;

    internal GdalBand(GdalDataset dataset, nint handle, int number, string name)
    {
        _dataset = dataset;
        _handle = handle;
        _name = name;
        Number = number;
        Type = NativeMethods.GDALGetRasterDataType(handle);
        Width = NativeMethods.GDALGetRasterBandXSize(handle);
        Height = NativeMethods.GDALGetRasterBandYSize(handle);
        NativeMethods.GDALGetBlockSize(handle, out var blockWidth, out var blockHeight);
        BlockWidth = blockWidth;
        BlockHeight = blockHeight;
    }

    internal int Number { get; }

    internal GdalDataType Type { get; }

    internal int Width { get; }

    internal int Height { get; }

    internal int BlockWidth { get; }

    internal int BlockHeight { get; }

    /// <summary>The band's name; empty where it has none.</summary>
    internal string Description
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.GDALGetDescription(_handle) ?? string.Empty;
        }

        set
        {
            using var scope = GdalScope.Enter();
            NativeMethods.GDALSetDescription(_handle, value);
        }
    }

    internal GdalColorInterpretation Color
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.GDALGetRasterColorInterpretation(_handle);
        }

        set
        {
            using var scope = GdalScope.Enter();
            scope.Check(NativeMethods.GDALSetRasterColorInterpretation(_handle, value), $"Setting the colour interpretation of {_name}");
        }
    }

    /// <summary>The value that stands for no data, or null. 64-bit integers are rounded to the nearest double.</summary>
    internal double? NoData
    {
        get
        {
            using var scope = GdalScope.Enter();
            int exists;
            double value = Type switch
            {
                GdalDataType.Int64 => NativeMethods.GDALGetRasterNoDataValueAsInt64(_handle, out exists),
                GdalDataType.UInt64 => NativeMethods.GDALGetRasterNoDataValueAsUInt64(_handle, out exists),
                _ => NativeMethods.GDALGetRasterNoDataValue(_handle, out exists),
            };
            return exists == 0 ? null : value;
        }
    }

    internal double? Scale
    {
        get
        {
            using var scope = GdalScope.Enter();
            var value = NativeMethods.GDALGetRasterScale(_handle, out var exists);
            return exists == 0 ? null : value;
        }
    }

    internal double? Offset
    {
        get
        {
            using var scope = GdalScope.Enter();
            var value = NativeMethods.GDALGetRasterOffset(_handle, out var exists);
            return exists == 0 ? null : value;
        }
    }

    internal string Unit
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.GDALGetRasterUnitType(_handle) ?? string.Empty;
        }
    }

    /// <summary>Sets the value that stands for no data.</summary>
    internal void SetNoData(double value)
    {
        using var scope = GdalScope.Enter();
        scope.Check(NativeMethods.GDALSetRasterNoDataValue(_handle, value), $"Setting the nodata value of {_name}");
    }

    /// <summary>Sets what stored values are multiplied by, and what is then added, to make physical ones.</summary>
    internal void SetScale(double scale, double offset)
    {
        using var scope = GdalScope.Enter();
        scope.Check(NativeMethods.GDALSetRasterScale(_handle, scale), $"Setting the scale of {_name}");
        scope.Check(NativeMethods.GDALSetRasterOffset(_handle, offset), $"Setting the offset of {_name}");
    }

    /// <summary>A metadata item, or null.</summary>
    internal string? Metadata(string key, string? domain = null)
    {
        using var scope = GdalScope.Enter();
        return NativeMethods.GDALGetMetadataItem(_handle, key, domain);
    }
}
