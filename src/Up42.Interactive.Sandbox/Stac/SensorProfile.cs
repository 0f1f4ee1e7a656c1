namespace Up42.Interactive.Sandbox;

/// <summary>A sensor as the storage names it.</summary>
/// <param name="Constellation">phr, spot, pneo, sentinel-2.</param>
/// <param name="Platform">The satellite.</param>
/// <param name="CollectionName">The data collection it is sold in.</param>
/// <param name="Producer">Who flies it.</param>
/// <param name="Gsd">Metres on the ground of its finest pixels.</param>
internal sealed record SensorProfile(string Constellation, string Platform, string CollectionName, string Producer, double Gsd)
{
    public static readonly SensorProfile Sentinel2 = new("sentinel-2", "sentinel-2a", "sentinel-2", "ESA", 10);
    public static readonly SensorProfile Spot = new("SPOT", "SPOT-6", "spot", "AIRBUS DS GEO", 1.5);
    public static readonly SensorProfile Pleiades = new("PHR", "PHR-1B", "phr", "AIRBUS DS GEO", 3);
    public static readonly SensorProfile PleiadesNeo = new("PNEO", "PNEO-4", "pneo", "AIRBUS DS GEO", 1.2);

    public string ProductId => StableId.Create("data product " + CollectionName);
}
