namespace Up42.Interactive.Gdal;

/// <summary>Rasters become polygons.</summary>
internal static unsafe class GdalPolygons
{
    private const int Integer = 0;
    private const uint Polygon = 3;
    private const int LittleEndian = 1;

    /// <summary>Polygons round the neighbouring pixels of each class, in the pixels' columns and rows; pixels meet by their edges.</summary>
    /// <param name="classes">The class of each pixel, row by row; 0 is none.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="maxPolygons">How many there may be.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The class and the WKB of each polygon; null where there are too many.</returns>
    internal static IReadOnlyList<(int Class, byte[] Wkb)>? Trace(
        ReadOnlySpan<ushort> classes, int width, int height, int maxPolygons, CancellationToken cancellationToken)
    {
        using var raster = GdalDataset.CreateInMemory(width, height, 1, GdalDataType.UInt16);
        raster.Band(1).WriteRows(0, classes);
        using var scope = GdalScope.Enter();
        var driver = NativeMethods.GDALGetDriverByName("Memory");
        using var vectors = new DatasetHandle(NativeMethods.GDALCreate(driver, string.Empty, 0, 0, 0, 0, 0));
        var layer = vectors.IsInvalid ? 0 : NativeMethods.GDALDatasetCreateLayer(vectors, "polygons", 0, Polygon, 0);
        if (layer == 0)
        {
            throw scope.Error("Making polygons");
        }

        var definition = NativeMethods.OGR_Fld_Create("class", Integer);
        scope.Check(NativeMethods.OGR_L_CreateField(layer, definition, 1), "Making polygons");
        NativeMethods.OGR_Fld_Destroy(definition);

        using var progress = new GdalProgress(cancellationToken);
        var band = NativeMethods.GDALGetRasterBand(raster.Handle, 1);
        var result = NativeMethods.GDALPolygonize(band, band, layer, 0, 0, GdalProgress.Callback, progress.Data);
        GC.KeepAlive(raster);
        cancellationToken.ThrowIfCancellationRequested();
        scope.Check(result, "Making polygons");
        return Read(layer, maxPolygons, cancellationToken);
    }

    private static List<(int Class, byte[] Wkb)>? Read(nint layer, int maxPolygons, CancellationToken cancellationToken)
    {
        var polygons = new List<(int, byte[])>();
        NativeMethods.OGR_L_ResetReading(layer);
        while (NativeMethods.OGR_L_GetNextFeature(layer) is var feature and not 0)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (polygons.Count == maxPolygons)
                {
                    return null;
                }

                var geometry = NativeMethods.OGR_F_GetGeometryRef(feature);
                var wkb = new byte[NativeMethods.OGR_G_WkbSize(geometry)];
                fixed (byte* first = wkb)
                {
                    _ = NativeMethods.OGR_G_ExportToWkb(geometry, LittleEndian, first);
                }

                polygons.Add((NativeMethods.OGR_F_GetFieldAsInteger(feature, 0), wkb));
            }
            finally
            {
                NativeMethods.OGR_F_Destroy(feature);
            }
        }

        return polygons;
    }
}
