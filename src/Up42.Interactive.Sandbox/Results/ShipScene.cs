using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>Ships waiting on open water, seen from above: 8-bit red, green and blue at three metres.</summary>
internal sealed class ShipScene
{
    public const int Width = 1600;
    public const int Height = 1200;
    public const double PixelSize = 3;

    private const int Columns = 20;
    private const int Rows = 10;
    private const uint Seed = 77;

    private static readonly Vector3 DeepWater = new(22, 52, 68);
    private static readonly Vector3 White = new(232, 234, 230);

    private static readonly Vector3[] Decks =
        [new(128, 62, 48), new(92, 98, 104), new(58, 84, 118), new(110, 112, 100), new(150, 150, 146), new(70, 96, 78)];

    private readonly Noise _swell = new(Seed + 1);
    private readonly Noise _calm = new(Seed + 2);

    /// <summary>The two hundred ships.</summary>
    public IReadOnlyList<Ship> Ships { get; } = [.. Enumerable.Range(0, Columns * Rows).Select(index => Place(index % Columns, index / Columns))];

    /// <summary>Three bands of width × height.</summary>
    public byte[][] Paint()
    {
        var picture = new Vector3[Width * Height];
        Parallel.For(0, Height, row =>
        {
            for (var column = 0; column < Width; column++)
            {
                picture[(row * Width) + column] = Water((column + 0.5) * PixelSize, (row + 0.5) * PixelSize);
            }
        });
        foreach (var ship in Ships)
        {
            Draw(ship, picture);
        }

        return [.. Enumerable.Range(0, 3).Select(band => Array.ConvertAll(picture, color => (byte)Math.Max(1f, Math.Min(255f, color[band] + 0.5f))))];
    }

    private static Ship Place(int column, int row)
    {
        var hash = Hash.Compute(column, row, Seed);
        var (cellWidth, cellHeight) = (Width * PixelSize / Columns, Height * PixelSize / Rows);
        var chance = Hash.Unit(Hash.Mix(hash + 1));
        var isMoving = chance > 0.88;

        // At anchor all lie in the same wind; those under way go where they like.
        var t = isMoving ? (2 * Hash.Unit(hash, 7)) - 1 : 0.42 + (0.16 * (Hash.Unit(hash, 7) - 0.5));
        var heading = ((1 - (t * t)) / (1 + (t * t)), 2 * t / (1 + (t * t)));
        var length = 42 + (150 * chance * chance);

        // Anywhere in its own cell: no two touch.
        var (x, y) = (0.9 * (cellWidth - length) * (Hash.Unit(hash) - 0.5), 0.9 * (cellHeight - length) * (Hash.Unit(hash, 16) - 0.5));
        return new Ship(((column + 0.5) * cellWidth) + x, ((row + 0.5) * cellHeight) + y, length, heading, hash, isMoving);
    }

    private static Vector3 Deck(Ship ship, double along, double across)
    {
        var deck = Decks[(int)(ship.Look % (uint)Decks.Length)];
        if (along is > -0.86 and < -0.66 && Math.Abs(across) < 0.85)
        {
            return White;
        }

        if (ship.Length > 90 && Math.Abs(across) < 0.8 && along is > -0.6 and < 0.6)
        {
            // Containers or hatches, row by row.
            var cargo = Hash.Compute((int)Math.Floor(along * 9), ship.Look % 2 == 0 ? 0 : (int)Math.Floor(across * 2.5), ship.Look);
            return ship.Look % 2 == 0 ? deck * (float)(0.75 + (0.5 * Hash.Unit(cargo))) : Decks[cargo % (uint)Decks.Length] * 1.25f;
        }

        return Math.Abs(across) > 0.82 ? deck * 1.25f : deck;
    }

    private Vector3 Water(double x, double y)
    {
        var (along, across) = ((0.8 * x) + (0.6 * y), (0.8 * y) - (0.6 * x));
        var swell = (0.6 * _swell.At(along / 130, across / 34)) + (0.4 * _swell.At(along / 31, across / 11));
        var calm = _calm.Fractal(x / 1700, y / 900, 3);
        var grain = Hash.Unit(Hash.Compute((int)x, (int)y, Seed)) - 0.5;
        return (DeepWater * (float)(1 + (0.16 * calm))) + new Vector3((float)((5 * swell * (1 + calm)) + (3 * grain)));
    }

    private void Draw(Ship ship, Vector3[] picture)
    {
        var reach = ship.IsMoving ? 3.2 * ship.Length : ship.Length;
        var (left, right) = (Pixel(ship.X - reach, Width), Pixel(ship.X + reach, Width));
        var (top, bottom) = (Pixel(ship.Y - reach, Height), Pixel(ship.Y + reach, Height));
        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                ref var color = ref picture[(row * Width) + column];
                color = Shade(ship, column, row, color);
            }
        }
    }

    private static int Pixel(double metres, int size) => (int)Math.Max(0, Math.Min(size - 1, Math.Floor(metres / PixelSize)));

    // Nine looks into every pixel soften the edges.
    private Vector3 Shade(Ship ship, int column, int row, Vector3 water)
    {
        var sum = Vector3.Zero;
        for (var sample = 0; sample < 9; sample++)
        {
            var (x, y) = ((column + (((sample % 3) + 0.5) / 3)) * PixelSize, (row + (((sample / 3) + 0.5) / 3)) * PixelSize);
            var (along, across) = ship.Locate(x, y);
            var (shadowAlong, shadowAcross) = ship.Locate(x - 4, y + 5);
            sum += Ship.IsHull(along, across) ? Deck(ship, along, across)
                : Ship.IsHull(shadowAlong, shadowAcross) ? water * 0.55f
                : ship.IsMoving ? Foam(along, across, x, y, water) : water;
        }

        return sum / 9;
    }

    private Vector3 Foam(double along, double across, double x, double y, Vector3 water)
    {
        var behind = -along - 0.9;
        if (behind is < 0 or > 5)
        {
            return water;
        }

        // A churned middle, and two arms that open with the distance.
        var fade = 1 - (behind / 5);
        var middle = Math.Max(0, 1 - Math.Abs(across) / (0.8 + (0.25 * behind)));
        var arm = Math.Max(0, 1 - (Math.Abs(Math.Abs(across) - 0.9 - (1.5 * behind)) / 0.6));
        var foam = fade * fade * ((0.45 * middle) + (0.3 * arm)) * (0.75 + (0.5 * _swell.At(x / 9, y / 9)));
        return water + ((White - water) * (float)Math.Max(0, foam));
    }
}
