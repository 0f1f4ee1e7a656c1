namespace Up42.Interactive.Sandbox;

/// <summary>A ship on the water. Positions are metres east and south of the image's corner.</summary>
/// <param name="X">Amidships.</param>
/// <param name="Y">Amidships.</param>
/// <param name="Length">Metres.</param>
/// <param name="Heading">The unit vector from stern to bow.</param>
/// <param name="Look">Chance for its colours and its cargo.</param>
/// <param name="IsMoving">Whether it draws a wake.</param>
internal sealed record Ship(double X, double Y, double Length, (double X, double Y) Heading, uint Look, bool IsMoving)
{
    // Where the bow begins to narrow, as a share of the half length.
    private const double Shoulder = 0.62;

    public double Beam => Length * (0.13 + (0.04 * Hash.Unit(Look, 3)));

    /// <summary>The box around the hull: left, top, right, bottom.</summary>
    public (double Left, double Top, double Right, double Bottom) Box
    {
        get
        {
            var (half, side) = (Length / 2, Beam / 2);
            (double Along, double Across)[] hull = [(half, 0), (Shoulder * half, side), (Shoulder * half, -side), (-half, side), (-half, -side)];
            var x = hull.Select(point => X + (point.Along * Heading.X) - (point.Across * Heading.Y)).ToList();
            var y = hull.Select(point => Y + (point.Along * Heading.Y) + (point.Across * Heading.X)).ToList();
            return (x.Min(), y.Min(), x.Max(), y.Max());
        }
    }

    /// <summary>A point in the ship's own frame: −1…1 from stern to bow and from side to side.</summary>
    public (double Along, double Across) Locate(double x, double y)
    {
        var (dx, dy) = (x - X, y - Y);
        return (((dx * Heading.X) + (dy * Heading.Y)) / (Length / 2), ((dy * Heading.X) - (dx * Heading.Y)) / (Beam / 2));
    }

    /// <summary>Whether a located point is on the hull.</summary>
    public static bool IsHull(double along, double across)
    {
        var width = along > Shoulder ? 1 - (((along - Shoulder) / (1 - Shoulder)) * ((along - Shoulder) / (1 - Shoulder))) : 1;
        return along is > -1 and < 1 && Math.Abs(across) < width;
    }
}
