using System.Net;
using System.Text.Json;

namespace Up42.Interactive;

public sealed partial class Job
{
    private const int ConcurrentTasks = 4;

    /// <summary>Gets the job's tasks. One request, however many tasks there are.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The tasks in the server's order; the raw JSON is in each one's <see cref="JobTask.Info"/>.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<IReadOnlyList<JobTask>> GetJobTasksAsync(CancellationToken cancellationToken = default)
    {
        var tasks = await JobTask.GetAllAsync(_api, ProjectId, Id, cancellationToken).ConfigureAwait(false);
        Update(snapshot => snapshot with { Tasks = [.. tasks.Select(task => task.Info)] });
        return tasks;
    }

    /// <summary>Gets the logs of all tasks. One request, and one for each task.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobLogs> GetLogsAsync(CancellationToken cancellationToken = default)
    {
        var tasks = await GetJobTasksAsync(cancellationToken).ConfigureAwait(false);
        var found = await tasks.SelectConcurrentlyAsync(ConcurrentTasks, (task, token) => task.GetLogAsync(token), cancellationToken).ConfigureAwait(false);
        var logs = new JobLogs(Id, found);
        Update(snapshot => snapshot with { Logs = logs });
        return logs;
    }

    /// <summary>Gets the results' table, the job's <c>data.json</c>, in EPSG:4326.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses; a job that has not succeeded has no results.</exception>
    public async Task<FeatureTable> GetResultsTableAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _api.Jobs
                .GetResultsAsync(ProjectId, Id, response => ResultsTable.Read($"The results table of job {Id}", response), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Up42ApiException error) when (error.Status == HttpStatusCode.NotFound)
        {
            throw await ExplainAsync(error, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the same as <see cref="GetResultsTableAsync"/>, as JSON.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A GeoJSON FeatureCollection in EPSG:4326; dispose it when done.</returns>
    /// <exception cref="Up42ApiException">The server refuses; a job that has not succeeded has no results.</exception>
    public async Task<JsonDocument> GetResultsJsonAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _api.Jobs.GetResultsAsync(ProjectId, Id, ResultsTable.ReadJson, cancellationToken).ConfigureAwait(false);
        }
        catch (Up42ApiException error) when (error.Status == HttpStatusCode.NotFound)
        {
            throw await ExplainAsync(error, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the results' tables of all tasks that have succeeded. One request, and one for each of them.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>By the id of the task.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<IReadOnlyDictionary<string, FeatureTable>> GetJobTasksResultsTablesAsync(CancellationToken cancellationToken = default) =>
        OfSucceededTasksAsync((task, token) => task.GetResultsTableAsync(token), cancellationToken);

    /// <summary>Gets the same as <see cref="GetJobTasksResultsTablesAsync"/>, as JSON.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>GeoJSON FeatureCollections by the id of the task; dispose them when done.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<IReadOnlyDictionary<string, JsonDocument>> GetJobTasksResultsJsonAsync(CancellationToken cancellationToken = default) =>
        OfSucceededTasksAsync((task, token) => task.GetResultsJsonAsync(token), cancellationToken);

    private async Task<IReadOnlyDictionary<string, T>> OfSucceededTasksAsync<T>(
        Func<JobTask, CancellationToken, Task<T>> get, CancellationToken cancellationToken)
    {
        var tasks = await GetJobTasksAsync(cancellationToken).ConfigureAwait(false);
        var found = await tasks.Where(task => task.Status.IsSucceeded)
            .SelectConcurrentlyAsync(ConcurrentTasks, async (task, token) => (task.Id, Value: await get(task, token).ConfigureAwait(false)), cancellationToken)
            .ConfigureAwait(false);
        return found.ToDictionary(pair => pair.Id, pair => pair.Value);
    }

    // A 404 of results may mean that the job has none yet: the state says it better.
    private async Task<Exception> ExplainAsync(Up42ApiException error, CancellationToken cancellationToken)
    {
        var status = await GetStatusAsync(cancellationToken).ConfigureAwait(false);
        return status.IsSucceeded
            ? error
            : new Up42ApiException(NoResults(status), error.Status, error.Code, error.Title, error.RequestId, error);
    }

    private string NoResults(JobStatus status) => SingleLine.Format(
        $"Job {Id} is {status} and has no "
            + $"results{(status.IsTerminal ? ": await job.GetLogsAsync() says why" : " yet: await job.TrackStatusAsync() waits for them")}.");
}
