namespace Up42.Interactive;

internal static class ConcurrentExtensions
{
    /// <summary>Calls a function for each item, at most so many at a time; results in the order of the items. The first failure ends it.</summary>
    public static async Task<IReadOnlyList<TResult>> SelectConcurrentlyAsync<TItem, TResult>(
        this IEnumerable<TItem> items, int maxConcurrency, Func<TItem, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken)
    {
        var all = items.ToList();
        var results = new TResult[all.Count];
        await Parallel.ForAsync(
            0,
            all.Count,
            new ParallelOptions { MaxDegreeOfParallelism = maxConcurrency, CancellationToken = cancellationToken },
            async (index, token) => results[index] = await call(all[index], token).ConfigureAwait(false)).ConfigureAwait(false);
        return results;
    }
}
