using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Up42.Interactive;

/// <summary>
/// Makes the tiles of a raster's detail on all cores. Four tiles become a quarter each of one that is coarser as soon as they are there, so that
/// little more is in memory than the tiles under work and one in the making for each level.
/// </summary>
/// <param name="grid">The levels.</param>
/// <param name="source">The raster.</param>
/// <param name="isWanted">Whether a tile is to be encoded; those that are not are made where coarser ones need them.</param>
/// <param name="encode">Encodes a tile.</param>
/// <param name="advance">Is told of each tile of level 0 that is done.</param>
internal sealed class PyramidBuilder(
    DetailGrid grid, DetailSource source, Func<DetailTileKey, bool> isWanted, Func<TilePixels, byte[]> encode, Action? advance = null)
{
    private readonly ConcurrentDictionary<DetailTileKey, ParentTile> _parents = [];
    private readonly ConcurrentBag<DetailTile> _tiles = [];

    /// <summary>The tiles that hold anything, level by level, row by row.</summary>
    /// <exception cref="Up42Exception">A block cannot be read.</exception>
    public IReadOnlyList<DetailTile> Build(CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        try
        {
            Parallel.ForEach(Partitioner.Create(grid.Finest(), EnumerablePartitionerOptions.NoBuffering), options, key =>
            {
                Add(key, TileWarper.Warp(source, grid.Tile(key), cancellationToken));
                advance?.Invoke();
            });
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }

        return [.. _tiles.OrderBy(tile => tile.Key)];
    }

    private void Add(DetailTileKey key, TilePixels? pixels)
    {
        if (pixels is not null && isWanted(key))
        {
            _tiles.Add(new DetailTile(key, encode(pixels)));
        }

        if (key.Level == grid.Levels - 1)
        {
            return;
        }

        var next = key.Parent();
        var parent = _parents.GetOrAdd(next, parent => new ParentTile(grid.ChildrenOf(parent)));
        if (parent.Add(key, pixels?.Halved(source.Paint.IsCategorical, key.Level)))
        {
            _parents.TryRemove(next, out _);
            Add(next, parent.Pixels);
        }
    }
}
