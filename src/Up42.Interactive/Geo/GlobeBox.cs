using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A box in space, in metres from the middle of the Earth: it knows no antimeridian and no poles.</summary>
internal readonly record struct GlobeBox(double MinX, double MinY, double MinZ, double MaxX, double MaxY, double MaxZ)
{
    private static readonly double EccentricitySquared = Geodesic.Flattening * (2 - Geodesic.Flattening);

    /// <summary>The middle of its sides.</summary>
    public (double X, double Y, double Z) Middle => ((MinX + MaxX) / 2, (MinY + MaxY) / 2, (MinZ + MaxZ) / 2);

    /// <summary>The box around all that lies between two meridians and two parallels.</summary>
    public static GlobeBox Around(Envelope degrees)
    {
        var (south, north) = (Math.Max(-90, degrees.MinY), Math.Min(90, degrees.MaxY));
        var nearest = south <= 0 && north >= 0 ? 0 : Math.Min(Math.Abs(south), Math.Abs(north));
        var (wide, narrow) = (Radius(nearest).Across, Radius(Math.Max(Math.Abs(south), Math.Abs(north))).Across);
        var (xs, ys) = (Cosines(degrees.MinX, degrees.MaxX), Cosines(degrees.MinX - 90, degrees.MaxX - 90));
        return new GlobeBox(
            Math.Min(xs.Low * wide, xs.Low * narrow), Math.Min(ys.Low * wide, ys.Low * narrow), Radius(south).Up,
            Math.Max(xs.High * wide, xs.High * narrow), Math.Max(ys.High * wide, ys.High * narrow), Radius(north).Up);
    }

    /// <summary>The box around two.</summary>
    public GlobeBox And(GlobeBox other) => new(
        Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Min(MinZ, other.MinZ),
        Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY), Math.Max(MaxZ, other.MaxZ));

    /// <summary>Metres through the Earth: never more than over its surface.</summary>
    public double Distance(GlobeBox other)
    {
        var (x, y, z) = (Gap(MinX, MaxX, other.MinX, other.MaxX), Gap(MinY, MaxY, other.MinY, other.MaxY), Gap(MinZ, MaxZ, other.MinZ, other.MaxZ));
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }

    private static double Gap(double low, double high, double otherLow, double otherHigh) => Math.Max(0, Math.Max(otherLow - high, low - otherHigh));

    private static (double Across, double Up) Radius(double latitude)
    {
        var (sine, cosine) = Math.SinCos(latitude * Math.PI / 180);
        var radius = Geodesic.EquatorRadius / Math.Sqrt(1 - (EccentricitySquared * sine * sine));
        return (radius * cosine, radius * (1 - EccentricitySquared) * sine);
    }

    private static (double Low, double High) Cosines(double from, double to)
    {
        var (one, other) = (Math.Cos(from * Math.PI / 180), Math.Cos(to * Math.PI / 180));
        var holdsMost = Math.Floor(to / Longitudes.Turn) >= Math.Ceiling(from / Longitudes.Turn);
        var holdsLeast = Math.Floor((to - 180) / Longitudes.Turn) >= Math.Ceiling((from - 180) / Longitudes.Turn);
        return (holdsLeast ? -1 : Math.Min(one, other), holdsMost ? 1 : Math.Max(one, other));
    }
}
