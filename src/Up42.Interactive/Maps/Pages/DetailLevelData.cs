namespace Up42.Interactive;

/// <summary>A level of a picture's detail.</summary>
/// <param name="PixelSize">The side of a pixel in EPSG:3857.</param>
/// <param name="Columns">Tiles across.</param>
/// <param name="Rows">Tiles down.</param>
/// <param name="IsWhole">Whether tiles that are not there hold nothing; else they were left out.</param>
/// <param name="Tiles">The tiles that are there, counted row by row.</param>
/// <param name="Bytes">The bytes of each.</param>
internal sealed record DetailLevelData(
    double PixelSize, int Columns, int Rows, bool IsWhole, IReadOnlyList<int> Tiles, IReadOnlyList<int> Bytes)
{
    public static DetailLevelData Create(ImageDetail detail, int level)
    {
        var size = detail.Grid.Tiles(level);
        var tiles = detail.Tiles.Where(tile => tile.Key.Level == level).ToList();
        return new DetailLevelData(
            detail.Grid.PixelSize * Math.Pow(2, level),
            size.Width,
            size.Height,
            level >= detail.Whole,
            [.. tiles.Select(tile => (tile.Key.Row * size.Width) + tile.Key.Column)],
            [.. tiles.Select(tile => tile.Picture.Length)]);
    }
}
