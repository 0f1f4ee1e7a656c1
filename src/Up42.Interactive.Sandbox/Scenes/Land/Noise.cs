namespace Up42.Interactive.Sandbox;

/// <summary>
/// Gradient noise on an integer lattice (Perlin 2002, "Improving Noise"). Uses only +, − and ×, which IEEE 754 fixes to the last bit.
/// </summary>
internal readonly struct Noise(uint seed)
{
    // Sixteen directions from Pythagorean triples: unit vectors without a sine.
    private static readonly double[] GradientX =
        [1, 12 / 13.0, 0.6, 5 / 13.0, 0, -5 / 13.0, -0.6, -12 / 13.0, -1, -12 / 13.0, -0.6, -5 / 13.0, 0, 5 / 13.0, 0.6, 12 / 13.0];

    private static readonly double[] GradientY =
        [0, 5 / 13.0, 0.8, 12 / 13.0, 1, 12 / 13.0, 0.8, 5 / 13.0, 0, -5 / 13.0, -0.8, -12 / 13.0, -1, -12 / 13.0, -0.8, -5 / 13.0];

    /// <summary>The noise at a point, about −1…1; its features are one unit wide.</summary>
    public double At(double x, double y)
    {
        var (column, row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (dx, dy) = (x - column, y - row);
        var (wx, wy) = (Fade(dx), Fade(dy));
        var north = Corner(column, row, dx, dy);
        north += wx * (Corner(column + 1, row, dx - 1, dy) - north);
        var south = Corner(column, row + 1, dx, dy - 1);
        south += wx * (Corner(column + 1, row + 1, dx - 1, dy - 1) - south);
        return 1.5 * (north + (wy * (south - north)));
    }

    /// <summary>Octaves of noise, each half as wide and half as strong as the one before; about −1…1.</summary>
    public double Fractal(double x, double y, int octaves)
    {
        var (sum, weight) = (0.0, 1.0);
        for (var octave = 0; octave < octaves; octave++, weight *= 0.5)
        {
            sum += weight * At(x, y);
            (x, y) = ((2.03 * x) + 17.3, (2.03 * y) - 9.1);
        }

        return sum * 0.6;
    }

    private static double Fade(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    private double Corner(int column, int row, double dx, double dy)
    {
        var direction = Hash.Compute(column, row, seed) >> 28;
        return (GradientX[direction] * dx) + (GradientY[direction] * dy);
    }
}
