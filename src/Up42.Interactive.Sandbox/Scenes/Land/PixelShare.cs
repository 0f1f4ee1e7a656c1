namespace Up42.Interactive.Sandbox;

/// <summary>How much of a ten-metre pixel something covers.</summary>
internal static class PixelShare
{
    /// <summary>By the inside of an edge that lies <paramref name="inside"/> metres away (negative: outside).</summary>
    public static double OfArea(double inside) => Math.Max(0, Math.Min(1, 0.5 + (inside / 10)));

    /// <summary>By a line of a half width whose middle is <paramref name="distance"/> metres away.</summary>
    public static double OfLine(double distance, double half) =>
        Math.Max(0, Math.Min(distance + half, 5) - Math.Max(distance - half, -5)) / 10;
}
