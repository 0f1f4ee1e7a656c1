namespace Up42.Interactive;

/// <summary>The finer levels of a picture, from its north-west corner on; their tiles stand in a text of their own, one after the other.</summary>
/// <param name="TileSize">Pixels on a side of a tile.</param>
/// <param name="IsCategorical">Whether a mixture of two colours would be a third class.</param>
/// <param name="Levels">The levels, the finest first.</param>
internal sealed record ImageDetailData(int TileSize, bool IsCategorical, IReadOnlyList<DetailLevelData> Levels)
{
    public static ImageDetailData? Create(ImageDetail? detail) => detail is not { Tiles.Count: > 0 } ? null : new(
        DetailGrid.TileSize,
        detail.IsCategorical,
        [.. Enumerable.Range(detail.Finest, detail.Grid.Levels - detail.Finest).Select(level => DetailLevelData.Create(detail, level))]);
}
