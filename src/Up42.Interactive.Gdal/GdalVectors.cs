namespace Up42.Interactive.Gdal;

/// <summary>A file of vector layers. It serves one thread at a time.</summary>
internal sealed unsafe class GdalVectors : IDisposable
{
    private const uint OpenVector = 0x04;
    private const uint OpenVerboseError = 0x40;
    private readonly DatasetHandle _handle;
    private readonly string _name;

    private GdalVectors(DatasetHandle handle, string name) => (_handle, _name) = (handle, name);

    /// <summary>How many layers there are.</summary>
    internal int LayerCount
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.GDALDatasetGetLayerCount(_handle);
        }
    }

    /// <summary>Opens an existing file read-only.</summary>
    /// <param name="path">A plain path; the caller has made sure that it is a local file.</param>
    /// <param name="drivers">Short names of the drivers that may open it.</param>
    /// <param name="options">The drivers' opening options: "IMMUTABLE=YES".</param>
    /// <exception cref="GdalException">None of the drivers can.</exception>
    internal static GdalVectors Open(string path, IEnumerable<string> drivers, params IEnumerable<string> options)
    {
        using var scope = GdalScope.Enter();
        using var allowed = new StringListHandle(drivers);
        using var list = new StringListHandle(options);
        var name = Path.GetFileName(path);
        var handle = NativeMethods.GDALOpenEx(path, OpenVector | OpenVerboseError, allowed.Pointer, list.Pointer, 0);
        return handle == 0 ? throw scope.Error($"Opening {name}") : new GdalVectors(new DatasetHandle(handle), name);
    }

    /// <summary>The name of a layer; the first is 0.</summary>
    internal string LayerName(int layer)
    {
        using var scope = GdalScope.Enter();
        return NativeMethods.OGR_L_GetName(NativeMethods.GDALDatasetGetLayer(_handle, layer)) ?? string.Empty;
    }

    /// <summary>The coordinate reference system of a layer; null where it names none.</summary>
    internal GdalSpatialReference? LayerReference(int layer)
    {
        using var scope = GdalScope.Enter();
        var reference = NativeMethods.OGR_L_GetSpatialRef(NativeMethods.GDALDatasetGetLayer(_handle, layer));
        return reference == 0 ? null : GdalSpatialReference.Copy(reference);
    }

    /// <summary>Looks at the features of a layer, until they take more than some bytes as GeoJSON; the first layer is 0.</summary>
    internal GdalLayerSurvey Survey(int layer, long maxBytes)
    {
        using var scope = GdalScope.Enter();
        var handle = NativeMethods.GDALDatasetGetLayer(_handle, layer);
        var fields = new GdalFields(NativeMethods.OGR_L_GetLayerDefn(handle));
        var survey = default(GdalLayerSurvey);
        NativeMethods.OGR_L_ResetReading(handle);
        while (survey.Bytes <= maxBytes && NativeMethods.OGR_L_GetNextFeature(handle) is var feature and not 0)
        {
            survey = survey.With(NativeMethods.OGR_F_GetGeometryRef(feature), fields.CountBytes(feature));
            NativeMethods.OGR_F_Destroy(feature);
        }

        return survey;
    }

    /// <summary>One layer as GeoJSON, UTF-8.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="arguments">More arguments of <c>ogr2ogr</c>: "-t_srs", "EPSG:4326".</param>
    /// <param name="hasSurfaces">Whether geometries are null that GeoJSON has no type for: surfaces in space. Curves have become lines.</param>
    internal byte[] ToGeoJson(string layer, IEnumerable<string> arguments, out bool hasSurfaces)
    {
        using var scope = GdalScope.Enter();
        RefuseGrids(layer);
        using var list = new StringListHandle(["-f", "GeoJSON", "-skipfailures", .. arguments, layer]);
        using var options = new VectorTranslateOptionsHandle(NativeMethods.GDALVectorTranslateOptionsNew(list.Pointer, 0));
        if (options.IsInvalid)
        {
            throw scope.Error($"Translating {_name}");
        }

        using var target = new GdalMemoryFile(".geojson");
        var added = false;
        try
        {
            _handle.DangerousAddRef(ref added);
            var source = _handle.DangerousGetHandle();
            var translated = NativeMethods.GDALVectorTranslate(target.Path, 0, 1, &source, options, out _);
            if (translated == 0)
            {
                throw scope.Error($"Translating {_name}");
            }

            NativeMethods.GDALClose(translated);
        }
        finally
        {
            if (added)
            {
                _handle.DangerousRelease();
            }
        }

        hasSurfaces = scope.Failures.Any(IsOfSurface);
        return scope.Failures.All(IsOfSurface) ? target.ToArray() : throw scope.Error($"Translating {_name}");
    }

    public void Dispose() => _handle.Dispose();

    private static bool IsOfSurface(string failure) => failure.Contains("geometry type unsupported as a GeoJSON geometry", StringComparison.Ordinal);

    /// <summary>Refuses a layer whose coordinate reference system names grids: PROJ would open them, and without them positions are off unseen.</summary>
    private void RefuseGrids(string layer)
    {
        for (var index = 0; index < LayerCount; index++)
        {
            var reference = NativeMethods.OGR_L_GetSpatialRef(NativeMethods.GDALDatasetGetLayer(_handle, index));
            if (reference != 0 && LayerName(index) == layer && GdalSpatialReference.HasGrids(reference))
            {
                throw new GdalException(
                    "Its coordinate reference system names a grid file, which is not opened; take it to EPSG:4326 first (-t_srs EPSG:4326).");
            }
        }
    }
}
