namespace Up42.Interactive;

/// <summary>Where rings cross the middle lines of rows.</summary>
internal static class RowCrossings
{
    /// <summary>
    /// The columns of the crossings of each row, in order; between the first and the second of a row, the third and the fourth, lies the inside.
    /// </summary>
    /// <param name="rings">The rings.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="middle">The middle line of a row, which goes up with the row.</param>
    public static List<double>[] Find(IReadOnlyList<PixelRing> rings, int rows, Func<int, double> middle)
    {
        var crossings = new List<double>[rows];
        for (var row = 0; row < rows; row++)
        {
            crossings[row] = [];
        }

        var (first, step) = (middle(0), rows > 1 ? middle(1) - middle(0) : 1);
        foreach (var ring in rings)
        {
            for (var i = 1; i < ring.X.Length; i++)
            {
                var (top, bottom) = ring.Y[i - 1] < ring.Y[i] ? (i - 1, i) : (i, i - 1);

                // A row too early, since the quotient is rounded: the first row is found by its line.
                var start = (int)Math.Clamp(Math.Floor((ring.Y[top] - first) / step), 0, rows);

                // The upper end of an edge belongs to it, the lower does not, so that a vertex on a line counts once.
                for (var row = start; row < rows && middle(row) < ring.Y[bottom]; row++)
                {
                    if (middle(row) >= ring.Y[top])
                    {
                        var share = (middle(row) - ring.Y[top]) / (ring.Y[bottom] - ring.Y[top]);
                        crossings[row].Add(ring.X[top] + (share * (ring.X[bottom] - ring.X[top])));
                    }
                }
            }
        }

        foreach (var row in crossings)
        {
            row.Sort();
        }

        return crossings;
    }
}
