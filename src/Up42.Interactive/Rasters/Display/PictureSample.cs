namespace Up42.Interactive;

/// <summary>A small picture that compresses as a large one does: squares spread evenly over it, side by side.</summary>
internal static class PictureSample
{
    private const int Side = 64;
    private const int Squares = 32;
    private const int Across = 8;
    private const double GoldenRatio = 0.6180339887498949;

    /// <summary>The sample, and which part of the picture it is; of a small picture the whole.</summary>
    /// <param name="picture">The picture.</param>
    public static (RgbaImage Sample, double Share) Take(RgbaImage picture)
    {
        var (columns, rows) = (picture.Width / Side, picture.Height / Side);
        if (columns * rows < 2 * Squares)
        {
            return (picture, 1);
        }

        // Multiples of the golden ratio lie evenly in any interval: neither rows nor columns are preferred.
        var share = (double)Squares / (columns * rows);
        var squares = Enumerable.Range(0, columns * rows).Where(square => square * GoldenRatio % 1 < share).ToList();
        var height = squares.Count / Across * Side;
        var pixels = new byte[4 * Across * Side * height];
        foreach (var (index, square) in squares.Take(squares.Count / Across * Across).Index())
        {
            var (row, column) = Math.DivRem(square, columns);
            for (var line = 0; line < Side; line++)
            {
                picture.Pixels.Slice(4 * ((((row * Side) + line) * picture.Width) + (column * Side)), 4 * Side)
                    .CopyTo(pixels.AsSpan(4 * Side * ((((index / Across * Side) + line) * Across) + (index % Across))));
            }
        }

        return (new RgbaImage(Across * Side, height, pixels), (double)(Across * Side * height) / (picture.Width * picture.Height));
    }
}
