namespace Up42.Interactive.Gdal;

/// <summary>Where it lies: geotransform and coordinate reference system.</summary>
internal sealed unsafe partial class GdalDataset
{
    /// <summary>
    /// GDAL's six numbers, or null where there are none: x = g[0] + column·g[1] + row·g[2], y = g[3] + column·g[4] + row·g[5], for the
    /// upper left corner of a pixel.
    /// </summary>
    internal double[]? Geotransform
    {
        get
        {
            using var scope = GdalScope.Enter();
            var numbers = new double[6];
            fixed (double* first = numbers)
            {
                return NativeMethods.GDALGetGeoTransform(Handle, first) == 0 ? numbers : null;
            }
        }

        set
        {
            using var scope = GdalScope.Enter();
            fixed (double* first = value)
            {
                scope.Check(NativeMethods.GDALSetGeoTransform(Handle, first), $"Setting the geotransform of {Name}");
            }
        }
    }

    /// <summary>The number of ground control points.</summary>
    internal int GroundControlPoints
    {
        get
        {
            using var scope = GdalScope.Enter();
            return NativeMethods.GDALGetGCPCount(Handle);
        }
    }

    /// <summary>A copy of the coordinate reference system, or null; the caller disposes it.</summary>
    internal GdalSpatialReference? GetSpatialReference()
    {
        using var scope = GdalScope.Enter();
        var reference = NativeMethods.GDALGetSpatialRef(Handle);
        return reference == 0 ? null : GdalSpatialReference.Copy(reference);
    }

    /// <summary>A copy of the coordinate reference system of the ground control points, or null; the caller disposes it.</summary>
    internal GdalSpatialReference? GetGroundControlReference()
    {
        using var scope = GdalScope.Enter();
        var reference = NativeMethods.GDALGetGCPSpatialRef(Handle);
        return reference == 0 ? null : GdalSpatialReference.Copy(reference);
    }

    internal void SetSpatialReference(GdalSpatialReference reference)
    {
        using var scope = GdalScope.Enter();
        scope.Check(NativeMethods.GDALSetSpatialRef(Handle, reference.Handle), $"Setting the coordinate reference system of {Name}");
    }
}
