using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The area of an order.</summary>
internal static class OrderArea
{
    /// <summary>The area as rows; none where it cannot be read.</summary>
    public static FeatureTable Read(JsonElement geoJson)
    {
        try
        {
            return FeatureTable.Parse(geoJson.GetRawText());
        }
        catch (Up42Exception)
        {
            return FeatureTable.Empty;
        }
    }
}
