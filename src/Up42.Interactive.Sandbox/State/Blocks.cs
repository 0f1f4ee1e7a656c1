namespace Up42.Interactive.Sandbox;

/// <summary>The blocks that the sandbox's workflows are made of, under UP42's names.</summary>
internal static class Blocks
{
    public static readonly Block Sentinel2 = new(
        "esa-s2-l2a-gtiff-visual", "Sentinel-2 L2A (GeoTIFF)", "1.1.0", "Reflectance at the bottom of the atmosphere, 10 m.");
    public static readonly Block Sharpening = new("sharpening", "Sharpening Filter", "1.2.0", "Sharpens edges and fine structures.");
    public static readonly Block WaterIndex = new("ndwi", "NDWI", "1.0.3", "Normalised difference water index.");
    public static readonly Block Pleiades = new(
        "oneatlas-pleiades-aoiclipped", "Pléiades Display (Streaming)", "2.4.0", "Very high resolution imagery in natural colour.");
    public static readonly Block ShipDetection = new("ship-detection", "Ship Detection", "1.3.1", "Finds ships on open water.");
}
