using System.Collections.Concurrent;
using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>A coordinate reference system: its name and facts.</summary>
public sealed record RasterCrs
{
    private const int WebMercatorCode = 3857;

    private static readonly string[] DatabaseVariables = ["PROJ_DATA", "PROJ_LIB"];

    private static readonly ConcurrentDictionary<string, double> Turns = new(StringComparer.Ordinal);
    private static readonly Lazy<RasterCrs> LongitudeLatitude = new(() => FromEpsg(4326));
    private static readonly Lazy<RasterCrs> WebMaps = new(() => FromEpsg(WebMercatorCode));

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

    /// <summary>The length of a turn around the Earth in its unit, after which x begins anew; 0 where x does not go round.</summary>
    internal double Turn => Turns.GetOrAdd(Wkt, _ => CrsTurn.Measure(this));

    /// <summary>True for longitude and latitude on WGS 84 in degrees, not for any other geographic system.</summary>
    internal bool IsWgs84 => IsGeographic && Epsg == 4326;

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

    /// <summary>The coordinates of web maps, EPSG:3857.</summary>
    internal static RasterCrs WebMercator => WebMaps.Value;

    /// <summary>A coordinate reference system by its EPSG code.</summary>
    /// <param name="code">The code: 32633.</param>
    /// <exception cref="Up42Exception">The code does not exist, or GDAL is missing.</exception>
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
                exception.IsLibraryMissing ? exception.Message
                : exception.Details.Any(detail => detail.Contains("proj.db", StringComparison.OrdinalIgnoreCase)) ? NoDatabase()
                : string.Create(CultureInfo.InvariantCulture, $"There is no coordinate reference system EPSG:{code}."),
                exception);
        }
    }

    /// <summary>The name and the code: "WGS 84 / UTM zone 33N (EPSG:32633)".</summary>
    public override string ToString() => SingleLine.Format(
        Epsg is { } code ? string.Create(CultureInfo.InvariantCulture, $"{Name} (EPSG:{code})") : Name);

    private static string NoDatabase()
    {
        var variable = DatabaseVariables.FirstOrDefault(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });
        return variable is null
            ? "PROJ's database proj.db was not found: install PROJ's data (Debian and Ubuntu: proj-data), or set PROJ_LIB to the folder that holds it."
            : $"PROJ's database proj.db cannot be read from '{Environment.GetEnvironmentVariable(variable)}', which {variable} names: "
              + $"unset {variable}, or set it to the folder that holds proj.db.";
    }

    internal static RasterCrs From(GdalSpatialReference reference)
    {
        return new RasterCrs
        {
            Name = reference.Name,
            Epsg = reference.Epsg,
            Wkt = reference.ToWkt(),
            IsGeographic = reference.IsGeographic,
            AxisUnit = reference.AxisUnit,
        };
    }
}
