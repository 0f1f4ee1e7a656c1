namespace Up42.Interactive;

/// <summary>
/// All formats of features that are read: a format is one row here, told by a file's first bytes. The first row that matches reads it.
/// </summary>
internal static class VectorFormats
{
    public static IReadOnlyList<VectorFormat> All { get; } =
    [
        new("GeoPackage", [".gpkg"], start => start.StartsWith("SQLite format 3\0"u8), GeoPackage.Read),
        new("shapefile", [".shp"], start => start.StartsWith(0, 0, 0x27, 0x0A), path => GdalVectorReader.Read(path, "ESRI Shapefile")),
        new("FlatGeobuf", [".fgb"], start => start.StartsWith("fgb"u8), path => GdalVectorReader.Read(path, "FlatGeobuf")),
        new("GeoParquet", [".parquet"], start => start.StartsWith("PAR1"u8), path => GdalVectorReader.Read(path, "Parquet")),
        new("KMZ", [".kmz"], start => ZippedVectors.Holds(start, ".kml"), path => ZippedVectors.Read(path, ".kml")),
        new("zipped shapefile", [".zip"], start => ZippedVectors.Holds(start, ".shp"), path => ZippedVectors.Read(path, ".shp")),
        new("KML", [".kml"], start => XmlRoot.Is(start, "kml"), path => GdalVectorReader.Read(path, "LIBKML", "KML")),
        new("Esri JSON", [".json"], start => start.Text is ['{', ..] && start.Says("\"esriGeometry"),
            path => JsonThroughGdal.Read(path, "ESRIJSON", Limits.Default.EsriLists)),
        new("TopoJSON", [".topojson", ".json"], IsTopoJson, JsonThroughGdal.ReadTopology),
        new("GeoJSON", [".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson"], start => start.Text is ['{' or '[' or '\x1E', ..], GeoJsonText.ReadFile),
        new("WKT", [".wkt", ".txt"], start => WktFile.IsWkt(start.Text), WktFile.Read),
    ];

    /// <summary>The names of all in a sentence.</summary>
    public static string Names => DisplayText.List([.. All.Select(format => format.Name)]);

    private static bool IsTopoJson(FileStart start) => start.Text is ['{', ..] && (start.Says("\"type\":\"Topology\"") || start.Says("\"type\": \"Topology\""));
}
