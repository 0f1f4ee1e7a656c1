using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The <c>crs</c> member of GeoJSON from before RFC 7946. Only longitude and latitude on WGS 84 are read as they are.</summary>
internal static class GeoJsonCrs
{
    public static void Check(ref JsonTokens tokens)
    {
        if (tokens.Type is not JsonTokenType.StartObject)
        {
            tokens.Skip();
            return;
        }

        var crs = Encoding.UTF8.GetString(tokens.ReadRaw());
        if (!crs.Contains("CRS84", StringComparison.Ordinal) && !crs.Contains("4326", StringComparison.Ordinal))
        {
            throw tokens.Error($"Its coordinates are in another system, {crs}; convert the file to EPSG:4326 first (ogr2ogr -t_srs EPSG:4326).");
        }
    }
}
