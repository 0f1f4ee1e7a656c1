using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>EPSG:3857: x = R·λ, y = R·ln tan(π/4 + φ/2), on a sphere of the radius R (EPSG Guidance Note 7-2, method 1024).</summary>
internal static class WebMercator
{
    /// <summary>The width of the world.</summary>
    internal const double Circumference = 2 * Math.PI * Radius;

    private const double Radius = 6378137;

    // Where the square world of web maps ends: atan(sinh π).
    private const double MaxLatitude = 85.051128779806589;

    /// <summary>The box of a box in longitude and latitude; longitudes beyond 180 go on, latitudes end where web maps do.</summary>
    internal static Envelope FromWgs84(Envelope box) => new(X(box.MinX), X(box.MaxX), Y(box.MinY), Y(box.MaxY));

    /// <summary>Of a coordinate pair, the longitude and latitude.</summary>
    internal static (double Longitude, double Latitude) ToWgs84(double x, double y)
        => (x / Radius * 180 / Math.PI, (2 * Math.Atan(Math.Exp(y / Radius)) - Math.PI / 2) * 180 / Math.PI);

    /// <summary>Coordinates become longitudes and latitudes, in place.</summary>
    internal static void ToWgs84(double[] x, double[] y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = ToWgs84(x[i], y[i]);
        }
    }

    /// <summary>The box in longitude and latitude of a box; longitudes beyond 180 go on.</summary>
    internal static Envelope ToWgs84(Envelope box)
    {
        var (west, south) = ToWgs84(box.MinX, box.MinY);
        var (east, north) = ToWgs84(box.MaxX, box.MaxY);
        return new Envelope(west, east, south, north);
    }

    private static double X(double longitude) => Radius * longitude * Math.PI / 180;

    private static double Y(double latitude)
        => Radius * Math.Log(Math.Tan(Math.PI / 4 + Math.Clamp(latitude, -MaxLatitude, MaxLatitude) * Math.PI / 360));
}
