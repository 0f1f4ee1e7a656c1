using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>A project: what workflows and jobs belong to. The properties show what was last seen; the methods call the server.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Project : IDisplay
{
    private const int DefaultConcurrentJobs = 1;
    private readonly AnalyticsApi _api;

    internal Project(AnalyticsApi api, ProjectInfo info) => (_api, Info) = (api, info);

    /// <summary>The project's id.</summary>
    public string Id => Info.Id;

    /// <summary>The project's name.</summary>
    public string? Name => Info.Name;

    /// <summary>A description, where somebody wrote one.</summary>
    public string? Description => Info.Description;

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset? CreatedAt => Info.CreatedAt;

    /// <summary>All facts, with the raw JSON.</summary>
    public ProjectInfo Info { get; }

    /// <summary>Gets the project's jobs, page by page, and for no more pages than it needs.</summary>
    /// <param name="testJobs">Take test runs.</param>
    /// <param name="realJobs">Take real runs.</param>
    /// <param name="limit">How many jobs at most.</param>
    /// <param name="sortBy">What the server sorts by.</param>
    /// <param name="descending">The latest, or the last of the alphabet, first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The jobs; <see cref="JobCollection.Failures"/> has the records that are not jobs.</returns>
    /// <exception cref="ArgumentException">Neither test runs nor real runs are wanted.</exception>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<JobCollection> GetJobsAsync(
        bool testJobs = true,
        bool realJobs = true,
        int limit = 500,
        JobSort sortBy = JobSort.CreatedAt,
        bool descending = true,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (!testJobs && !realJobs)
        {
            throw new ArgumentException("There are only test jobs and real jobs: ask for at least one of them.", nameof(realJobs));
        }

        var order = $"{JsonNamingPolicy.CamelCase.ConvertName(sortBy.ToString())},{(descending ? "desc" : "asc")}";
        var failures = new List<JobFailure>();
        var jobs = await PagesAsync(order, failures, cancellationToken)
            .Where(info => info.Mode.IsTest ? testJobs : realJobs)
            .Take(limit)
            .Select(info => Job.FromInfo(_api, Id, info))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new JobCollection(_api, Id, jobs, failures);
    }

    /// <summary>Gets the project's workflows. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public async Task<IReadOnlyList<Workflow>> GetWorkflowsAsync(CancellationToken cancellationToken = default)
    {
        var workflows = await _api.Workflows.ListAsync(Id, cancellationToken).ConfigureAwait(false);
        return [.. workflows.Select(info => new Workflow(_api, Id, info))];
    }

    /// <summary>Gets the project's settings. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<IReadOnlyList<ProjectSetting>> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        _api.Projects.GetSettingsAsync(Id, cancellationToken);

    /// <summary>Gets how many jobs of the project may run at a time. One request.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The setting <c>MAX_CONCURRENT_JOBS</c>; 1 where the project has none.</returns>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    public Task<int> GetMaxConcurrentJobsAsync(CancellationToken cancellationToken = default) =>
        GetMaxConcurrentJobsAsync(_api, Id, cancellationToken);

    /// <summary>The project's facts.</summary>
    public string ToHtml() => new Fragment
    {
        Static = FactsTable.Create(
            FactsHtml.Title("Project", Name), ("Id", FactsHtml.Code(Id)), ("Description", FactsHtml.Text(Description)), ("Created", FactsHtml.Date(CreatedAt))),
    }.ToHtml();

    /// <summary>Name and id in one line.</summary>
    public override string ToString() => SingleLine.Format($"Project {Info}");

    internal static async Task<Project> GetAsync(AnalyticsApi api, string projectId, CancellationToken cancellationToken) =>
        new(api, await api.Projects.GetAsync(projectId, cancellationToken).ConfigureAwait(false));

    internal static async Task<int> GetMaxConcurrentJobsAsync(AnalyticsApi api, string projectId, CancellationToken cancellationToken)
    {
        var settings = await api.Projects.GetSettingsAsync(projectId, cancellationToken).ConfigureAwait(false);
        var setting = settings.FirstOrDefault(setting => setting.Name == ProjectSetting.MaxConcurrentJobs);
        return int.TryParse(setting?.Value, CultureInfo.InvariantCulture, out var limit) ? int.Max(limit, DefaultConcurrentJobs) : DefaultConcurrentJobs;
    }

    // Jobs that start while the pages are read shift the rest: what comes twice counts once, and a page without news is the last.
    private async IAsyncEnumerable<JobInfo> PagesAsync(
        string sort, List<JobFailure> failures, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>();
        for (var page = 0; ; page++)
        {
            var listed = await _api.Jobs.ListAsync(Id, page, sort, cancellationToken).ConfigureAwait(false);
            var news = listed.Jobs.Where(info => seen.Add(info.Id)).ToList();
            failures.AddRange(listed.Failures);
            if (news.Count == 0)
            {
                yield break;
            }

            foreach (var info in news)
            {
                yield return info;
            }
        }
    }
}
