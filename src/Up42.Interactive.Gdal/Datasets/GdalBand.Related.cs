namespace Up42.Interactive.Gdal;

/// <summary>What belongs to a band: overviews, mask, colour table.</summary>
internal sealed unsafe partial class GdalBand
{
    internal GdalMaskFlags MaskFlags
    {
        get
        {
            using var scope = GdalScope.Enter();
            return (GdalMaskFlags)NativeMethods.GDALGetMaskFlags(_handle);
        }
    }

    internal int OverviewCount
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.GDALGetOverviewCount(_handle);
        }
    }

    internal GdalBand Overview(int index)
    {
        using var scope = GdalScope.Enter();
        var overview = NativeMethods.GDALGetOverview(_handle, index);
        return overview == 0
            ? throw scope.Error($"Opening overview {index} of {_name}")
            : new GdalBand(_dataset, overview, Number, $"overview {index} of {_name}");
    }

    internal GdalBand Mask()
    {
        using var scope = GdalScope.Enter();
        var mask = NativeMethods.GDALGetMaskBand(_handle);
        return mask == 0 ? throw scope.Error($"Opening the mask of {_name}") : new GdalBand(_dataset, mask, Number, $"the mask of {_name}");
    }

    /// <summary>The colours of a palette, by pixel value; empty where there is none.</summary>
    internal IReadOnlyList<GdalColorEntry> ColorTable()
    {
        using var scope = GdalScope.Enter();
        var table = NativeMethods.GDALGetRasterColorTable(_handle);
        if (table == 0)
        {
            return [];
        }

        var entries = new GdalColorEntry[NativeMethods.GDALGetColorEntryCount(table)];
        fixed (GdalColorEntry* first = entries)
        {
            for (var i = 0; i < entries.Length; i++)
            {
                _ = NativeMethods.GDALGetColorEntryAsRGB(table, i, first + i);
            }
        }

        return entries;
    }
}
