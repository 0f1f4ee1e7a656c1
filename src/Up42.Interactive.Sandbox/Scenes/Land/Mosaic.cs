namespace Up42.Interactive.Sandbox;

/// <summary>
/// Land cut by people: blocks around scattered centres, each with a direction of its own and split into rectangles again and again.
/// </summary>
/// <param name="seed">Chance.</param>
/// <param name="spacing">Metres between the centres of blocks.</param>
/// <param name="smallest">No side of a piece is split below this many metres.</param>
/// <param name="largest">Metres; a piece with a longer side is split.</param>
internal sealed class Mosaic(uint seed, double spacing, double smallest, double largest)
{
    private readonly Noise _bendX = new(seed + 1);
    private readonly Noise _bendY = new(seed + 2);

    public MosaicPiece At(double x, double y)
    {
        // Bent coordinates: borders follow the land instead of a ruler.
        var (bentX, bentY) = (x + (0.10 * spacing * _bendX.At(x / spacing, y / spacing)), y + (0.10 * spacing * _bendY.At(x / spacing, y / spacing)));
        var (column, row) = ((int)Math.Floor(bentX / spacing), (int)Math.Floor(bentY / spacing));
        var (nearest, second) = (double.MaxValue, double.MaxValue);
        var (block, neighbour) = (0u, 0u);
        var (blockX, blockY, neighbourX, neighbourY) = (0.0, 0.0, 0.0, 0.0);
        for (var j = row - 1; j <= row + 1; j++)
        {
            for (var i = column - 1; i <= column + 1; i++)
            {
                var hash = Hash.Compute(i, j, seed);
                var (cx, cy) = ((i + 0.1 + (0.8 * Hash.Unit(hash))) * spacing, (j + 0.1 + (0.8 * Hash.Unit(hash, 16))) * spacing);
                var distance = ((cx - bentX) * (cx - bentX)) + ((cy - bentY) * (cy - bentY));
                if (distance < nearest)
                {
                    (second, neighbour, neighbourX, neighbourY) = (nearest, block, blockX, blockY);
                    (nearest, block, blockX, blockY) = (distance, hash, cx, cy);
                }
                else if (distance < second)
                {
                    (second, neighbour, neighbourX, neighbourY) = (distance, hash, cx, cy);
                }
            }
        }

        var (gapX, gapY) = (neighbourX - blockX, neighbourY - blockY);
        var blockBorder = (second - nearest) / (2 * Math.Sqrt((gapX * gapX) + (gapY * gapY)));
        return Split(x, y, bentX - blockX, bentY - blockY, Hash.Mix(block + 7), blockBorder, Hash.Mix(block ^ neighbour));
    }

    private MosaicPiece Split(double x, double y, double dx, double dy, uint block, double blockBorder, uint blockBorderId)
    {
        // A direction without a sine: (1 − t²)/(1 + t²), 2t/(1 + t²).
        var t = (2 * Hash.Unit(block)) - 1;
        var (cos, sin) = ((1 - (t * t)) / (1 + (t * t)), 2 * t / (1 + (t * t)));
        var (u, v) = ((cos * dx) + (sin * dy), (cos * dy) - (sin * dx));
        var half = 1.5 * spacing;
        var (left, right, bottom, top) = (-half, half, -half, half);
        var id = block;
        var (border, borderId) = (double.MaxValue, 0u);
        var scale = 0.6 + (0.8 * Hash.Unit(block, 16));
        while (true)
        {
            var (width, height) = (right - left, top - bottom);
            var longest = Math.Max(width, height);
            if (longest < smallest * 2 || longest < largest * scale * (0.55 + (0.9 * Hash.Unit(id, 9))))
            {
                break;
            }

            var share = 0.34 + (0.32 * Hash.Unit(id));
            var cutWidth = width > height * (0.6 + (0.8 * Hash.Unit(id, 16)));
            cutWidth = (cutWidth && width > 2 * smallest) || height < 2 * smallest;
            var cut = cutWidth ? left + (share * width) : bottom + (share * height);
            var offset = (cutWidth ? u : v) - cut;
            if (Math.Abs(offset) < border)
            {
                (border, borderId) = (Math.Abs(offset), id);
            }

            id = Hash.Mix(unchecked((id * 2) + (offset < 0 ? 3u : 5u)));
            (left, right) = cutWidth ? (offset < 0 ? (left, cut) : (cut, right)) : (left, right);
            (bottom, top) = cutWidth ? (bottom, top) : (offset < 0 ? (bottom, cut) : (cut, top));
        }

        var (middleU, middleV) = ((left + right) / 2, (bottom + top) / 2);
        var (offU, offV) = (middleU - u, middleV - v);
        return new MosaicPiece
        {
            Id = id,
            Block = block,
            Border = border,
            BorderId = Hash.Mix(borderId + 1),
            BlockBorder = blockBorder,
            BlockBorderId = blockBorderId,
            CentreX = x + (cos * offU) - (sin * offV),
            CentreY = y + (sin * offU) + (cos * offV),
            Along = right - left > top - bottom ? u : v,
            Across = right - left > top - bottom ? v : u,
        };
    }
}
