using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>KML, shapefiles and GeoPackages through GDAL's vector drivers, as GeoJSON in EPSG:4326. This file alone of the room touches GDAL.</summary>
internal static class GdalVectorReader
{
    private static readonly string[] Drivers = ["ESRI Shapefile", "GPKG", "LIBKML", "KML"];
    private static readonly string[] Exactly = ["-lco", "COORDINATE_PRECISION=15", "-lco", "WRITE_NAME=NO"];

    /// <summary>All layers below each other; where there are several, the column <c>layer</c> names each row's.</summary>
    public static FeatureTable Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = GdalVectors.Open(path, Drivers);
            var layers = Enumerable.Range(0, file.LayerCount).Select(layer => ReadLayer(file, layer, name)).ToArray();
            return layers switch
            {
                [] => FeatureTable.Empty,
                [var only] => only,
                _ => FeatureTable.Concat(layers.Select((table, layer) => table.WithColumn("layer", _ => file.LayerName(layer)))),
            };
        }
        catch (GdalException error)
        {
            throw new Up42Exception(
                error.IsLibraryMissing ? error.Message : $"{name} can not be read: {error.Message} Read are GeoJSON, WKT, KML, shapefiles and GeoPackages.", error);
        }
    }

    private static FeatureTable ReadLayer(GdalVectors file, int layer, string name)
    {
        using var reference = file.LayerReference(layer);
        var table = Translate(file, layer, name, reference);
        return reference is not null || table.Bounds is not { } box || (box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90)
            ? table
            : throw new Up42Exception($"{name} names no coordinate reference system (a shapefile has it in its .prj), and its coordinates are no degrees.");
    }

    private static FeatureTable Translate(GdalVectors file, int layer, string name, GdalSpatialReference? reference)
    {
        var json = file.ToGeoJson(file.LayerName(layer), reference is null ? Exactly : ["-t_srs", "EPSG:4326", .. Exactly]);
        var tokens = new JsonTokens(json, name);
        var crs = reference is null ? null : reference.Epsg is { } code ? FormattableString.Invariant($"EPSG:{code}") : reference.Name;
        return GeoJsonReader.Read(ref tokens, crs);
    }
}
