namespace Up42.Interactive;

/// <summary>Which tile of an image's detail.</summary>
/// <param name="Level">Its level; 0 is the finest.</param>
/// <param name="Row">Its row from the north.</param>
/// <param name="Column">Its column from the west.</param>
internal readonly record struct DetailTileKey(int Level, int Row, int Column) : IComparable<DetailTileKey>
{
    /// <summary>The tile of the next coarser level that it is a quarter of.</summary>
    public DetailTileKey Parent() => new(Level + 1, Row / 2, Column / 2);

    /// <summary>The tiles of the next finer level below it.</summary>
    public IEnumerable<DetailTileKey> Children() =>
    [
        new(Level - 1, 2 * Row, 2 * Column), new(Level - 1, 2 * Row, (2 * Column) + 1),
        new(Level - 1, (2 * Row) + 1, 2 * Column), new(Level - 1, (2 * Row) + 1, (2 * Column) + 1),
    ];

    /// <inheritdoc/>
    public int CompareTo(DetailTileKey other) => (Level, Row, Column).CompareTo((other.Level, other.Row, other.Column));
}
