using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Orders, and what tasking has covered.</summary>
internal sealed class OrdersApi(ApiConnection connection)
{
    private const string Orders = "v2/orders";
    private const int MaxPages = 10_000;

    public Task<OrderInfo> GetAsync(string id, CancellationToken cancellationToken) => connection.GetAsync(
        $"{Orders}/{ApiPath.Segment(id, nameof(id))}", response => response.ReadRoot(OrderInfo.Parse), cancellationToken);

    /// <summary>Orders as the pages have them, requested as far as they are read.</summary>
    /// <param name="query">The filters, as names and values.</param>
    /// <param name="failures">Where the records go that are not orders.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async IAsyncEnumerable<OrderInfo> ListAsync(
        IReadOnlyList<(string Name, string? Value)> query,
        List<JobFailure> failures,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        for (var (page, pages) = (0, 1); page < pages && page < MaxPages; page++)
        {
            var path = ApiPath.WithQuery(Orders, [.. query, ("page", page.ToString(CultureInfo.InvariantCulture))]);
            var json = await connection.GetAsync(path, response => response.ReadRoot(root => root.Clone()), cancellationToken).ConfigureAwait(false);
            pages = json.FindNumber("totalPages") is >= 0 and < MaxPages and var total ? (int)total : pages;
            foreach (var order in Read(json, page, failures))
            {
                ApiRecords.Check(++count);
                yield return order;
            }
        }
    }

    public Task<T> GetCoverageAsync<T>(string id, Func<JsonElement, T> read, CancellationToken cancellationToken) => connection.GetAsync(
        $"v2/coverage/orders/{ApiPath.Segment(id, nameof(id))}", response => response.ReadRoot(read), cancellationToken);

    private static List<OrderInfo> Read(JsonElement page, int number, List<JobFailure> failures)
    {
        var orders = new List<OrderInfo>();
        foreach (var (record, index) in ApiRecords.Read(page, "content").Select((record, index) => (record, index)))
        {
            try
            {
                orders.Add(OrderInfo.Parse(record));
            }
            catch (JsonException error)
            {
                failures.Add(new JobFailure($"record {index + 1} of page {number}", new Up42Exception(error.Message, error)));
            }
        }

        return orders;
    }
}
