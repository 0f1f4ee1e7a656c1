namespace Up42.Interactive;

/// <summary>An image whose detail is being made.</summary>
/// <param name="Request">The image.</param>
/// <param name="Grid">Its levels.</param>
/// <param name="Sample">How many bytes they take.</param>
/// <param name="Area">The area of interest.</param>
internal sealed record DetailImage(DetailRequest Request, DetailGrid Grid, DetailSample Sample, DetailArea Area)
{
    private readonly double _share = Area.IsEmpty ? 0 : (double)Grid.Finest().Count(key => Area.Touches(Grid, key)) / TilesOf(Grid);

    /// <summary>The tiles of level 0.</summary>
    public long Tiles => TilesOf(Grid);

    /// <summary>What the levels are expected to take in a quality.</summary>
    /// <param name="quality">Its place among <see cref="DetailSample.Qualities"/>.</param>
    /// <param name="correction">How much more they took than expected, where that is known.</param>
    public DetailCut Expect(int quality, double correction)
    {
        double[] levels = [.. Enumerable.Range(0, Grid.Levels).Select(level => correction * Sample.Bytes(level, quality))];
        return new DetailCut(Grid.PixelSize, [.. levels.Select(bytes => bytes * _share)], [.. levels.Select(bytes => bytes * (1 - _share))]);
    }

    /// <summary>What tiles take; of levels that were not made nothing.</summary>
    public DetailCut Measure(IReadOnlyList<DetailTile> tiles)
    {
        var (inside, outside) = (new double[Grid.Levels], new double[Grid.Levels]);
        foreach (var tile in tiles)
        {
            var part = !Area.IsEmpty && Area.Touches(Grid, tile.Key) ? inside : outside;
            part[tile.Key.Level] += tile.Picture.Length;
        }

        return new DetailCut(Grid.PixelSize, inside, outside);
    }

    private static long TilesOf(DetailGrid grid) => (long)grid.Tiles(0).Width * grid.Tiles(0).Height;

    /// <summary>Whether a file carries a tile.</summary>
    public bool IsCarried(DetailCut cut, DetailTileKey key) =>
        key.Level >= cut.Whole || (key.Level >= cut.Finest && !Area.IsEmpty && Area.Touches(Grid, key));

    /// <summary>Makes the tiles that a file carries.</summary>
    /// <exception cref="Up42Exception">A block cannot be read.</exception>
    public IReadOnlyList<DetailTile> Build(DetailCut cut, int quality, Action advance, CancellationToken cancellationToken)
    {
        using var source = Request.Open();
        return new PyramidBuilder(
            Grid, source, key => IsCarried(cut, key), tile => source.Paint.Encode(tile, DetailSample.Qualities[quality]), advance).Build(cancellationToken);
    }
}
