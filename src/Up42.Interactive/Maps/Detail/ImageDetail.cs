namespace Up42.Interactive;

/// <summary>The detail of an image as a file carries it.</summary>
/// <param name="Grid">Its levels.</param>
/// <param name="Finest">The finest level that there is anything of.</param>
/// <param name="Whole">The finest level that there is all of.</param>
/// <param name="Tiles">The tiles that hold anything, level by level, row by row.</param>
/// <param name="IsCategorical">Whether its colours are classes.</param>
/// <param name="Note">In words, which resolution was reached.</param>
internal sealed record ImageDetail(
    DetailGrid Grid, int Finest, int Whole, IReadOnlyList<DetailTile> Tiles, bool IsCategorical, string Note)
{
    /// <summary>The tiles as a text for the page.</summary>
    public Html ToText() => Html.Join(Tiles.Select(tile => Html.Trusted(DenseText.Encode(tile.Picture))));
}
