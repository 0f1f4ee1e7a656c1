using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Processing jobs, and the processes that they are runs of.</summary>
internal sealed class ProcessingApi(ApiConnection connection)
{
    private const string Jobs = "v2/processing/jobs";
    private const string Processes = "v2/processing/processes";

    public Task<ProcessingJobInfo> GetJobAsync(string id, CancellationToken cancellationToken) => connection.GetAsync(
        $"{Jobs}/{ApiPath.Segment(id, nameof(id))}", response => response.ReadRoot(ProcessingJobInfo.Parse), cancellationToken);

    /// <summary>Jobs as the pages have them, requested as far as they are read.</summary>
    /// <param name="query">The filters, as names and values.</param>
    /// <param name="failures">Where the records go that are not jobs.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public IAsyncEnumerable<ProcessingJobInfo> ListJobsAsync(
        IEnumerable<(string Name, string? Value)> query, List<JobFailure> failures, CancellationToken cancellationToken) =>
        new PagedList(connection).ReadAsync(
            ApiPath.WithQuery(Jobs, query),
            "jobs",
            ProcessingJobInfo.Parse,
            (number, error) => failures.Add(new JobFailure($"record {number.ToString(CultureInfo.InvariantCulture)}", error)),
            cancellationToken);

    /// <summary>The processes as raw JSON.</summary>
    public Task<IReadOnlyList<JsonElement>> ListProcessesAsync(CancellationToken cancellationToken) => connection.GetAsync(
        Processes,
        response => response.ReadRoot(list => (IReadOnlyList<JsonElement>)[.. ApiRecords.Read(list, "processes").Select(process => process.Clone())]),
        cancellationToken);

    public Task<JsonElement> GetProcessAsync(string id, CancellationToken cancellationToken) =>
        connection.GetAsync(Process(id), response => response.ReadRoot(process => process.Clone()), cancellationToken);

    /// <summary>Whether the account has accepted a licence; null where the server does not say.</summary>
    public Task<bool?> IsEulaAcceptedAsync(string id, CancellationToken cancellationToken) => connection.GetAsync(
        $"v2/eulas/{ApiPath.Segment(id, nameof(id))}",
        response => response.ReadRoot(eula => eula.Find("isAccepted")?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => (bool?)null,
        }),
        cancellationToken);

    /// <summary>Has inputs checked. A refusal of the inputs is a response as good as any.</summary>
    /// <param name="id">The process.</param>
    /// <param name="body">The inputs in their envelope.</param>
    /// <param name="refused">Reads what the server has against them: the status, and the document.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What the server has against them; null: nothing.</returns>
    public Task<T?> ValidateAsync<T>(string id, ReadOnlyMemory<byte> body, Func<int, JsonElement, T?> refused, CancellationToken cancellationToken)
        where T : class => connection.AskAsync(
            HttpMethod.Post,
            connection.Resolve($"{Process(id)}/validation"),
            body,
            response => (int)response.Status is 400 or 422 && response.ReadRefusal(json => refused((int)response.Status, json)) is { } refusal
                ? refusal
                : response.EnsureSuccess() ? null : default,
            cancellationToken);

    public Task<T> EstimateAsync<T>(string id, ReadOnlyMemory<byte> body, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        connection.AskAsync(
            HttpMethod.Post, connection.Resolve($"{Process(id)}/cost"), body, response => response.ReadRoot(read), cancellationToken);

    /// <summary>Runs a process. It costs credits: sent once, whatever comes back.</summary>
    public Task<ProcessingJobInfo> RunAsync(string id, string workspaceId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        connection.PostAsync(
            ApiPath.WithQuery($"{Process(id)}/execution", [("workspaceId", workspaceId)]),
            body,
            "see with await up42.GetProcessingJobsAsync() before you run it again.",
            response => response.ReadRoot(ProcessingJobInfo.Parse),
            cancellationToken);

    private static string Process(string id) => $"{Processes}/{ApiPath.Segment(id, nameof(id))}";
}
