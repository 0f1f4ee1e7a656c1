using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Jobs: their facts, cost and results.</summary>
internal sealed class JobsApi(ApiConnection connection)
{
    /// <summary>One page of a project's jobs; the page after the last is empty, or its data are null.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="page">From 0.</param>
    /// <param name="sort">Field and direction, for example <c>createdAt,desc</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<JobPage> ListAsync(string projectId, int page, string sort, CancellationToken cancellationToken)
    {
        var path = $"{ApiPath.Project(projectId)}/jobs?page={page.ToString(CultureInfo.InvariantCulture)}&sort={sort}";
        return connection.GetAsync(path, response => response.ReadData(list => ReadPage(path, page, list), mayBeNull: page > 0), cancellationToken);
    }

    public Task<JobInfo> GetAsync(string projectId, string jobId, CancellationToken cancellationToken) =>
        connection.GetDataAsync(Job(projectId, jobId), JobInfo.Parse, cancellationToken);

    public Task<JobCredits> GetCreditsAsync(string projectId, string jobId, CancellationToken cancellationToken) =>
        connection.GetDataAsync($"{Job(projectId, jobId)}/credits", JobCredits.Parse, cancellationToken);

    /// <summary>Asks the server to stop a job: sent once, whatever comes back.</summary>
    public Task CancelAsync(string projectId, string jobId, CancellationToken cancellationToken) => connection.PostAsync(
        $"{Job(projectId, jobId)}/cancel/", default, "see with await job.GetStatusAsync().", response => response.EnsureSuccess(), cancellationToken);

    /// <summary>The results table, a bare FeatureCollection in EPSG:4326.</summary>
    public Task<T> GetResultsAsync<T>(string projectId, string jobId, Func<ApiResponse, T> read, CancellationToken cancellationToken) =>
        connection.GetAsync(ResultsPath(Job(projectId, jobId)), read, cancellationToken);

    /// <summary>A new signed URL of the results' archive.</summary>
    public Task<Uri> GetArchiveUrlAsync(string projectId, string jobId, CancellationToken cancellationToken) =>
        connection.GetSignedUrlAsync(ArchivePath(Job(projectId, jobId)), cancellationToken);

    private static JobPage ReadPage(string path, int page, JsonElement list)
    {
        var (jobs, failures) = (new List<JobInfo>(), new List<JobFailure>());
        foreach (var (item, index) in (list.ValueKind == JsonValueKind.Null ? [] : ApiRecords.Read(list)).Select((item, index) => (item, index)))
        {
            try
            {
                jobs.Add(JobInfo.Parse(item));
            }
            catch (JsonException error)
            {
                failures.Add(new JobFailure($"record {index + 1} of page {page}", new Up42Exception($"GET /{path} has a record that is not a job's.", error)));
            }
        }

        return new JobPage(jobs, failures);
    }

    /// <summary>The path of a job, which its tasks lie below.</summary>
    internal static string Job(string projectId, string jobId) => $"{ApiPath.Project(projectId)}/jobs/{ApiPath.Segment(jobId, nameof(jobId))}";

    /// <summary>The results table below a job or a task.</summary>
    internal static string ResultsPath(string owner) => $"{owner}/outputs/data-json/";

    /// <summary>The archive's signed URL below a job or a task.</summary>
    internal static string ArchivePath(string owner) => $"{owner}/downloads/results/";
}
