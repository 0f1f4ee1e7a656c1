namespace Up42.Interactive;

/// <summary>
/// Shortest lines on the WGS 84 ellipsoid, right to a millimetre (T. Vincenty, Direct and inverse solutions of geodesics on the ellipsoid with
/// application of nested equations, Survey Review 23, 1975). Where two places lie nearly opposite each other and Vincenty's series does not
/// converge, the shortest way by a place a quarter round the Earth is looked for.
/// </summary>
internal static class Geodesic
{
    /// <summary>The radius of the equator in metres.</summary>
    public const double EquatorRadius = 6378137;

    /// <summary>How much shorter the way to a pole is, as a part of it.</summary>
    public const double Flattening = 1 / 298.257223563;

    private const double PoleRadius = EquatorRadius * (1 - Flattening);
    private const double Quarter = 1e7;
    private const int MaxSteps = 60;

    /// <summary>The distance of two places in degrees, and the direction of the second seen from the first, clockwise from north in radians.</summary>
    public static (double Meters, double Azimuth) Inverse(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude)
    {
        var (from, to) = (Reduced(fromLatitude), Reduced(toLatitude));
        var wide = Math.IEEERemainder(toLongitude - fromLongitude, Longitudes.Turn) * Math.PI / 180;
        if (wide == 0 && fromLatitude == toLatitude)
        {
            return (0, 0);
        }

        var lambda = wide;
        for (var step = 0; step < MaxSteps; step++)
        {
            var (sine, cosine) = Math.SinCos(lambda);
            var (east, north) = (to.Cosine * sine, (from.Cosine * to.Sine) - (from.Sine * to.Cosine * cosine));
            var (sigmaSine, sigmaCosine) = (Math.Sqrt((east * east) + (north * north)), (from.Sine * to.Sine) + (from.Cosine * to.Cosine * cosine));
            var sigma = Math.Atan2(sigmaSine, sigmaCosine);
            var alpha = sigmaSine == 0 ? 0 : from.Cosine * to.Cosine * sine / sigmaSine;
            var square = 1 - (alpha * alpha);
            var middle = square < 1e-15 ? 0 : sigmaCosine - (2 * from.Sine * to.Sine / square);
            var next = wide + Longer(alpha, square, sigma, sigmaSine, sigmaCosine, middle);
            if (Math.Abs(next) > Math.PI)
            {
                break;
            }

            if (Math.Abs(next - lambda) < 1e-12)
            {
                return (Along(square, sigma, sigmaSine, sigmaCosine, middle), Math.Atan2(east, north));
            }

            lambda = next;
        }

        return Opposite(fromLongitude, fromLatitude, toLongitude, toLatitude);
    }

    /// <summary>The place that lies some metres from another in a direction. Its longitude is within half a turn of the other's.</summary>
    public static (double Longitude, double Latitude) Direct(double longitude, double latitude, double azimuth, double meters)
    {
        var from = Reduced(latitude);
        var (sine, cosine) = Math.SinCos(azimuth);
        var first = Math.Atan2(from.Sine, from.Cosine * cosine);
        var alpha = from.Cosine * sine;
        var square = 1 - (alpha * alpha);
        var (a, b) = Series(square);
        var sigma = meters / (PoleRadius * a);
        for (var step = 0; step < MaxSteps; step++)
        {
            var middle = Math.Cos((2 * first) + sigma);
            var next = (meters / (PoleRadius * a)) + Shift(b, Math.Sin(sigma), Math.Cos(sigma), middle);
            if (Math.Abs(next - sigma) < 1e-13)
            {
                break;
            }

            sigma = next;
        }

        var (sigmaSine, sigmaCosine) = Math.SinCos(sigma);
        var across = (from.Sine * sigmaSine) - (from.Cosine * sigmaCosine * cosine);
        var north = Math.Atan2(
            (from.Sine * sigmaCosine) + (from.Cosine * sigmaSine * cosine), (1 - Flattening) * Math.Sqrt((alpha * alpha) + (across * across)));
        var lambda = Math.Atan2(sigmaSine * sine, (from.Cosine * sigmaCosine) - (from.Sine * sigmaSine * cosine));
        var east = lambda - Longer(alpha, square, sigma, sigmaSine, sigmaCosine, Math.Cos((2 * first) + sigma));
        return (longitude + (east * 180 / Math.PI), north * 180 / Math.PI);
    }

    private static (double Sine, double Cosine) Reduced(double latitude) =>
        Math.SinCos(Math.Atan((1 - Flattening) * Math.Tan(Math.Clamp(latitude, -90, 90) * Math.PI / 180)));

    private static (double A, double B) Series(double square)
    {
        var u = square * ((EquatorRadius * EquatorRadius) - (PoleRadius * PoleRadius)) / (PoleRadius * PoleRadius);
        return (1 + (u / 16384 * (4096 + (u * (-768 + (u * (320 - (175 * u))))))), u / 1024 * (256 + (u * (-128 + (u * (74 - (47 * u)))))));
    }

    private static double Along(double square, double sigma, double sigmaSine, double sigmaCosine, double middle)
    {
        var (a, b) = Series(square);
        return PoleRadius * a * (sigma - Shift(b, sigmaSine, sigmaCosine, middle));
    }

    private static double Shift(double b, double sigmaSine, double sigmaCosine, double middle)
    {
        var twice = -1 + (2 * middle * middle);
        return b * sigmaSine * (middle + (b / 4 * ((sigmaCosine * twice)
            - (b / 6 * middle * (-3 + (4 * sigmaSine * sigmaSine)) * (-3 + (4 * middle * middle))))));
    }

    /// <summary>How much the longitude of the auxiliary sphere goes beyond the true one.</summary>
    private static double Longer(double alpha, double square, double sigma, double sigmaSine, double sigmaCosine, double middle)
    {
        var c = Flattening / 16 * square * (4 + (Flattening * (4 - (3 * square))));
        return (1 - c) * Flattening * alpha * (sigma + (c * sigmaSine * (middle + (c * sigmaCosine * (-1 + (2 * middle * middle))))));
    }

    /// <summary>The least of all ways by the places a quarter round the Earth: first by steps of 5°, then by golden section.</summary>
    private static (double Meters, double Azimuth) Opposite(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude)
    {
        const double Step = Math.PI / 36;
        const double Golden = 0.6180339887498949;
        var best = Enumerable.Range(0, 72).Select(i => i * Step).MinBy(Way);
        var (low, high) = (best - Step, best + Step);
        for (var i = 0; i < 50; i++)
        {
            var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
            (low, high) = Way(left) < Way(right) ? (low, right) : (left, high);
        }

        return (Way((low + high) / 2), (low + high) / 2);

        double Way(double azimuth)
        {
            var (longitude, latitude) = Direct(fromLongitude, fromLatitude, azimuth, Quarter);
            return Quarter + Inverse(longitude, latitude, toLongitude, toLatitude).Meters;
        }
    }
}
