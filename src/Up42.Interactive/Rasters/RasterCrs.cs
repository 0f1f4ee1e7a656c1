using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>A coordinate reference system: its name and facts.</summary>
public sealed record RasterCrs
{
    private static readonly Lazy<RasterCrs> LongitudeLatitude = new(() => FromEpsg(4326));

    /// <summary>Its name: "WGS 84 / UTM zone 33N".</summary>
    public required string Name { get; init; }

    /// <summary>Its EPSG code; null where it has none, or none is recognised.</summary>
    public int? Epsg { get; init; }

    /// <summary>Its definition as well-known text.</summary>
    public required string Wkt { get; init; }

    /// <summary>True when its coordinates are longitude and latitude.</summary>
    public bool IsGeographic { get; init; }

    /// <summary>The unit of its axes: "metre", "degree".</summary>
    public required string AxisUnit { get; init; }

    /// <summary>The unit of its axes as it stands behind a number: "m", "°", else the unit's name.</summary>
    internal string UnitSymbol => AxisUnit.ToLowerInvariant() switch
    {
        "metre" or "meter" => "m",
        "kilometre" or "kilometer" => "km",
        "degree" => "°",
        _ => AxisUnit,
    };

    /// <summary>The unit with what parts it from a number: " m", "°".</summary>
    internal string UnitSuffix => UnitSymbol is "°" or "" ? UnitSymbol : $" {UnitSymbol}";

    /// <summary>Longitude and latitude on WGS 84, EPSG:4326.</summary>
    internal static RasterCrs Wgs84 => LongitudeLatitude.Value;

    /// <summary>A coordinate reference system by its EPSG code.</summary>
    /// <param name="code">The code: 32633.</param>
    /// <exception cref="Up42Exception">There is no such code, or GDAL is missing.</exception>
    public static RasterCrs FromEpsg(int code)
    {
        try
        {
            using var reference = GdalSpatialReference.FromEpsg(code);
            return From(reference);
        }
        catch (GdalException exception)
        {
            throw new Up42Exception(
                exception.IsLibraryMissing ? exception.Message : string.Create(CultureInfo.InvariantCulture, $"There is no coordinate reference system EPSG:{code}."),
                exception);
        }
    }

    /// <summary>The name and the code: "WGS 84 / UTM zone 33N (EPSG:32633)".</summary>
    public override string ToString() => Epsg is { } code ? string.Create(CultureInfo.InvariantCulture, $"{Name} (EPSG:{code})") : Name;

    internal static RasterCrs From(GdalSpatialReference reference) => new()
    {
        Name = reference.Name,
        Epsg = reference.Epsg,
        Wkt = reference.ToWkt(),
        IsGeographic = reference.IsGeographic,
        AxisUnit = reference.AxisUnit,
    };
}
