namespace Up42.Interactive;

/// <summary>The part of a picture that holds data, in pixels; <paramref name="Right"/> and <paramref name="Bottom"/> lie behind the last ones.</summary>
internal readonly record struct ValidBox(int Left, int Top, int Right, int Bottom)
{
    /// <summary>The box around all pixels that are not fully transparent; null where there is none.</summary>
    public static ValidBox? Measure(RgbaImage picture)
    {
        var (left, top, right, bottom) = (picture.Width, picture.Height, 0, 0);
        var pixels = picture.Pixels;
        for (var i = 0; i < picture.Width * picture.Height; i++)
        {
            if (pixels[(4 * i) + 3] != 0)
            {
                var (row, column) = Math.DivRem(i, picture.Width);
                (left, right) = (Math.Min(left, column), Math.Max(right, column + 1));
                (top, bottom) = (Math.Min(top, row), Math.Max(bottom, row + 1));
            }
        }

        return right == 0 ? null : new ValidBox(left, top, right, bottom);
    }
}
