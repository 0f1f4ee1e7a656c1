using System.Collections.Concurrent;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>A workflow: blocks in a row, to be run as jobs. The properties show what was last seen; the methods call the server.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Workflow : IDisplay
{
    private readonly AnalyticsApi _api;

    internal Workflow(AnalyticsApi api, string projectId, WorkflowInfo info) => (_api, ProjectId, Info) = (api, projectId, info);

    /// <summary>The workflow's id.</summary>
    public string Id => Info.Id;

    /// <summary>The project that the workflow belongs to.</summary>
    public string ProjectId { get; }

    /// <summary>The workflow's name.</summary>
    public string? Name => Info.Name;

    /// <summary>A description, where somebody wrote one.</summary>
    public string? Description => Info.Description;

    /// <summary>All facts, with the raw JSON.</summary>
    public WorkflowInfo Info { get; }

    /// <summary>Gets the workflow's steps; their names are the keys of input parameters. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<IReadOnlyList<WorkflowTaskInfo>> GetTasksAsync(CancellationToken cancellationToken = default) =>
        _api.Workflows.GetTasksAsync(ProjectId, Id, cancellationToken);

    /// <summary>Runs the workflow. The run is sent once and never repeated: a run costs credits.</summary>
    /// <param name="inputParameters">
    /// One member per task, <c>{"task-name:1": {…}}</c>: JSON text, a JsonElement, or an object that serialises so, such as a dictionary.
    /// </param>
    /// <param name="name">The job's name; null: the workflow's name.</param>
    /// <param name="testJob">A test run: it checks the inputs, costs nothing and orders nothing.</param>
    /// <param name="trackStatus">Wait until the job ends, as <see cref="Job.TrackStatusAsync"/> does.</param>
    /// <param name="cancellationToken">Cancels the request; a job that was sent runs on.</param>
    /// <exception cref="ArgumentException">The parameters are not a JSON object.</exception>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="JobFailedException">It was waited for and failed.</exception>
    public async Task<Job> RunJobAsync(
        object inputParameters, string? name = null, bool testJob = false, bool trackStatus = false, CancellationToken cancellationToken = default)
    {
        var body = InputParameters.ToJson(inputParameters, testJob);
        var info = await _api.Workflows.RunAsync(ProjectId, Id, name ?? Name ?? "job", body, cancellationToken).ConfigureAwait(false);
        var job = Job.FromInfo(_api, ProjectId, info);
        return trackStatus ? await job.TrackStatusAsync(cancellationToken: cancellationToken).ConfigureAwait(false) : job;
    }

    /// <summary>
    /// Runs the workflow once for each of many inputs and waits for all. Never more jobs run at a time than the project's setting
    /// <c>MAX_CONCURRENT_JOBS</c> allows.
    /// </summary>
    /// <param name="inputParametersList">Input parameters as of <see cref="RunJobAsync"/>.</param>
    /// <param name="name">What the jobs' names begin with, before <c>_1</c>, <c>_2</c>, …; null: the workflow's name.</param>
    /// <param name="maxConcurrentJobs">How many jobs run at a time, at most.</param>
    /// <param name="testJobs">Test runs: they check the inputs, cost nothing and order nothing.</param>
    /// <param name="cancellationToken">Cancels the requests; jobs that were sent run on.</param>
    /// <returns>The jobs that were started, in order; <see cref="JobCollection.Failures"/> has those that failed or could not be started.</returns>
    /// <exception cref="ArgumentException">One of the parameters is not a JSON object; nothing was started.</exception>
    /// <exception cref="Up42ApiException">The server does not say the project's settings.</exception>
    public async Task<JobCollection> RunJobsAsync(
        IEnumerable<object> inputParametersList,
        string? name = null,
        int maxConcurrentJobs = 10,
        bool testJobs = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputParametersList);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrentJobs, 1);
        var inputs = inputParametersList.Select((
            parameters, index) => (Parameters: ToElement(parameters), Name: $"{name ?? Name ?? "job"}_{index + 1}")).ToList();
        var allowed = await Project.GetMaxConcurrentJobsAsync(_api, ProjectId, cancellationToken).ConfigureAwait(false);
        var started = new ConcurrentQueue<Job>();
        using var reporter = new StatusReporter(_api.Connection, waited => LiveCards.Jobs(started, inputs.Count, waited));
        var runs = await inputs.SelectConcurrentlyAsync(
            int.Min(maxConcurrentJobs, allowed),
            (input, token) => RunToTheEndAsync(input.Parameters, input.Name, testJobs, started, reporter, token),
            cancellationToken).ConfigureAwait(false);
        return new JobCollection(
            _api, ProjectId, [.. runs.Select(run => run.Job).OfType<Job>()], [.. runs.Select(run => run.Failure).OfType<JobFailure>()]);
    }

    /// <summary>The workflow's facts.</summary>
    public string ToHtml() => new Fragment
    {
        Static = FactsTable.Create(
            FactsHtml.Title("Workflow", Name), ("Id", FactsHtml.Code(Id)), ("Project", FactsHtml.Code(ProjectId)),
            ("Description", FactsHtml.Text(Description))),
    }.ToHtml();

    /// <summary>Name and id in one line.</summary>
    public override string ToString() => SingleLine.Format($"Workflow {Info}");

    internal static async Task<Workflow> GetAsync(AnalyticsApi api, string projectId, string workflowId, CancellationToken cancellationToken) =>
        new(api, projectId, await api.Workflows.GetAsync(projectId, workflowId, cancellationToken).ConfigureAwait(false));

    private static JsonElement ToElement(object parameters)
    {
        using var document = JsonDocument.Parse(InputParameters.ToJson(parameters, testJob: false));
        return document.RootElement.Clone();
    }

    private async Task<(Job? Job, JobFailure? Failure)> RunToTheEndAsync(
        JsonElement parameters, string name, bool testJob, ConcurrentQueue<Job> started, StatusReporter reporter, CancellationToken cancellationToken)
    {
        Job? job = null;
        try
        {
            job = await RunJobAsync(parameters, name, testJob, trackStatus: false, cancellationToken).ConfigureAwait(false);
            started.Enqueue(job);
            await job.TrackAsync(reporter, StatusReporter.DefaultInterval, null, null, cancellationToken).ConfigureAwait(false);
            return (job, null);
        }
        catch (Up42Exception error)
        {
            return (job, new JobFailure(job?.Id ?? name, error));
        }
    }
}
