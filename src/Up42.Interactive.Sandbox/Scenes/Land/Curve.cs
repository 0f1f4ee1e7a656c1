namespace Up42.Interactive.Sandbox;

/// <summary>Ramps between 0 and 1.</summary>
internal static class Curve
{
    /// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, straight between.</summary>
    public static double Ramp(double value, double from, double to) => Math.Max(0, Math.Min(1, (value - from) / (to - from)));

    /// <summary>The same with smooth ends.</summary>
    public static double Smooth(double value, double from, double to)
    {
        var t = Ramp(value, from, to);
        return t * t * (3 - (2 * t));
    }
}
