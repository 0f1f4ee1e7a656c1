using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Polygons round neighbouring pixels of one class.</summary>
internal static class ClassPolygons
{
    /// <summary>The polygons, in columns and rows, as <c>gdal_polygonize.py</c> makes them.</summary>
    /// <param name="classes">The class of each pixel, row by row; 0 is none.</param>
    /// <param name="size">Columns and rows.</param>
    /// <param name="maxPolygons">How many there may be.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>Null where there are more.</returns>
    public static IReadOnlyList<(int Class, Polygon Polygon)>? Trace(
        ushort[] classes, RasterSize size, int maxPolygons, CancellationToken cancellationToken)
    {
        try
        {
            var reader = new WKBReader();
            return GdalPolygons.Trace(classes, size.Width, size.Height, maxPolygons, cancellationToken)?
                .Select(found => (found.Class, (Polygon)reader.Read(found.Wkb))).ToList();
        }
        catch (GdalException exception)
        {
            throw new Up42Exception(exception.Message, exception);
        }
    }
}
