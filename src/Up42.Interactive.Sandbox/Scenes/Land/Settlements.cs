namespace Up42.Interactive.Sandbox;

/// <summary>Villages on a loose grid, one town, and the country roads between them.</summary>
internal sealed class Settlements
{
    private const double Spacing = 3300;

    private readonly uint _seed;
    private readonly Relief _relief;
    private readonly double _townX;
    private readonly double _townY;
    private readonly Noise _outline;
    private readonly Noise _bend;
    private readonly int _first;
    private readonly int _count;
    private readonly (double X, double Y, double Radius)[] _sites;

    /// <param name="seed">Chance.</param>
    /// <param name="relief">Keeps houses out of the water.</param>
    /// <param name="townX">The town's centre, metres.</param>
    /// <param name="townY">The town's centre, metres.</param>
    /// <param name="reach">Metres from the place's centre that will be asked for.</param>
    public Settlements(uint seed, Relief relief, double townX, double townY, double reach)
    {
        (_seed, _relief, _townX, _townY, _outline, _bend) = (seed, relief, townX, townY, new Noise(seed + 21), new Noise(seed + 22));
        _first = (int)Math.Floor(-reach / Spacing) - 2;
        _count = (-2 * _first) + 1;
        _sites = new (double, double, double)[_count * _count];
        for (var index = 0; index < _sites.Length; index++)
        {
            _sites[index] = MakeSite(_first + (index % _count), _first + (index / _count));
        }
    }

    /// <summary>Built-up intensity: 0 outside, 1 in the middle of a town. It reaches out along the roads.</summary>
    public double Density(double x, double y, double road)
    {
        var rough = (0.5 * _outline.Fractal(x / 1150, y / 1150, 3)) + (0.15 * Curve.Ramp(road, 230, 20)) - 0.06;
        var (dx, dy) = ((x - _townX) / 2500, (y - _townY) / 1750);
        var density = 1.1 - Math.Sqrt((dx * dx) + (dy * dy));
        var (column, row) = (Cell(x), Cell(y));
        for (var j = row - 1; j <= row + 1; j++)
        {
            for (var i = column - 1; i <= column + 1; i++)
            {
                var (siteX, siteY, radius) = Site(i, j);
                if (radius > 0)
                {
                    (dx, dy) = (x - siteX, y - siteY);
                    density = Math.Max(density, 0.6 - (0.6 * Math.Sqrt((dx * dx) + (dy * dy)) / radius));
                }
            }
        }

        return Math.Min(1, density + rough);
    }

    /// <summary>Metres to the middle of the nearest country road.</summary>
    public double Road(double x, double y)
    {
        var (bentX, bentY) = (x + (210 * _bend.At(x / 1900, y / 1900)), y + (210 * _bend.At(9 + (x / 1900), y / 1900)));
        var (column, row) = (Cell(x), Cell(y));
        var nearest = double.MaxValue;
        for (var j = row - 1; j <= row + 1; j++)
        {
            for (var i = column - 1; i <= column + 1; i++)
            {
                var from = Site(i, j);
                var kind = Hash.Compute(i, j, _seed + 5);
                var east = Site(i + 1, j);
                var north = Site(i + ((kind & 3) == 0 ? 1 : 0), j + 1);
                nearest = Math.Min(nearest, ToSegment(bentX, bentY, from.X, from.Y, east.X, east.Y));
                nearest = (kind & 0x30) == 0 ? nearest : Math.Min(nearest, ToSegment(bentX, bentY, from.X, from.Y, north.X, north.Y));
            }
        }

        return Math.Sqrt(nearest);
    }

    private static int Cell(double metres) => (int)Math.Floor(metres / Spacing);

    private static double ToSegment(double x, double y, double fromX, double fromY, double toX, double toY)
    {
        var (dx, dy) = (toX - fromX, toY - fromY);
        var t = Math.Max(0, Math.Min(1, (((x - fromX) * dx) + ((y - fromY) * dy)) / ((dx * dx) + (dy * dy))));
        (dx, dy) = (x - fromX - (t * dx), y - fromY - (t * dy));
        return (dx * dx) + (dy * dy);
    }

    private (double X, double Y, double Radius) Site(int column, int row) => _sites[((row - _first) * _count) + column - _first];

    private (double X, double Y, double Radius) MakeSite(int column, int row)
    {
        var hash = Hash.Compute(column, row, _seed);
        var (x, y) = ((column + 0.2 + (0.6 * Hash.Unit(hash))) * Spacing, (row + 0.2 + (0.6 * Hash.Unit(hash, 16))) * Spacing);
        var size = Hash.Unit(Hash.Mix(hash + 3));
        var dry = _relief.LakeDepth(x, y) < -3 && Math.Abs(_relief.River(x, y)) > 350;
        return (x, y, size > 0.2 && dry ? 190 + (480 * size * size) : 0);
    }
}
