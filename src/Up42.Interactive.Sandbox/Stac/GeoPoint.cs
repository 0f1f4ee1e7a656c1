using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A position in degrees (EPSG:4326).</summary>
internal readonly record struct GeoPoint(double Longitude, double Latitude)
{
    public JsonArray ToJson() => new(Longitude, Latitude);
}
