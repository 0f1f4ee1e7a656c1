using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Everything that the sandbox knows: two projects, their workflows and jobs.</summary>
internal sealed class SandboxState
{
    private static readonly DateTimeOffset Founded = new(2023, 4, 3, 8, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<string, JobRun> _jobs = new();
    private readonly SandboxOptions _options;
    private readonly LatestRuns _latest;
    private int _runs;

    public SandboxState(SandboxOptions options)
    {
        (_options, _latest) = (options, new LatestRuns(id => _jobs.TryRemove(id, out _)));
        Clock = options.TimeProvider;
        Workflows = [.. new[] { ProjectId, ForeignProjectId }.SelectMany(project =>
            new[] { Sandbox.Workflows.Sentinel2(project), Sandbox.Workflows.Lake(project), Sandbox.Workflows.Ships(project) })];
        Started = Clock.GetUtcNow();
        foreach (var job in SeedJobs.Create(this).Concat(LightJobs(options.LightJobs)))
        {
            _jobs[job.Id] = job;
        }
    }

    public static string ProjectId { get; } = StableId.Create("project");

    public static string ForeignProjectId { get; } = StableId.Create("project of somebody else");

    public static SandboxCredentials Credentials { get; } = new()
    {
        ProjectId = ProjectId,
        ProjectApiKey = "sandbox-" + StableId.Create("key"),
        Username = "analyst@sandbox.example",
        Password = "sandbox-" + StableId.Create("password"),
        WorkspaceId = StableId.Create("workspace"),
    };

    public TimeProvider Clock { get; }

    public DateTimeOffset Started { get; }

    public IReadOnlyList<WorkflowPlan> Workflows { get; }

    public int PageSize => _options.PageSize;

    public int MaxConcurrentJobs => _options.MaxConcurrentJobs;

    public static bool HasProject(string projectId) => projectId == ProjectId || projectId == ForeignProjectId;

    public static JsonObject Project(string projectId) => new()
    {
        ["id"] = projectId,
        ["displayId"] = projectId[..8],
        ["name"] = projectId == ProjectId ? "Sandbox" : "Somebody else's",
        ["description"] = "Jobs to play with; nothing leaves this machine.",
        ["createdAt"] = ResponseJson.Date(Founded),
        ["updatedAt"] = ResponseJson.Date(Founded),
        ["createdBy"] = ResponseJson.Person(),
    };

    public JsonArray Settings(string projectId) =>
    [
        new JsonObject { ["name"] = "MAX_CONCURRENT_JOBS", ["value"] = MaxConcurrentJobs.ToString(CultureInfo.InvariantCulture), ["projectId"] = projectId },
        new JsonObject { ["name"] = "MAX_AOI_SIZE", ["value"] = "1000", ["projectId"] = projectId },
        new JsonObject { ["name"] = "JOB_QUERY_LIMIT_PARAMETER_MAX_VALUE", ["value"] = "200", ["projectId"] = projectId },
    ];

    public WorkflowPlan? Workflow(string projectId, string workflowId) =>
        Workflows.FirstOrDefault(workflow => workflow.ProjectId == projectId && workflow.Id == workflowId);

    public JobRun? Job(string projectId, string jobId) =>
        _jobs.TryGetValue(jobId, out var job) && job.Workflow.ProjectId == projectId ? job : null;

    public IEnumerable<JobRun> Jobs(string projectId) => _jobs.Values.Where(job => job.Workflow.ProjectId == projectId);

    /// <summary>Starts a job; null when too many are at work.</summary>
    public JobRun? Run(WorkflowPlan workflow, string? name, JsonNode? inputs)
    {
        var now = Clock.GetUtcNow();
        lock (Workflows)
        {
            if (Jobs(workflow.ProjectId).Count(job => job.WasRun && !job.At(now).IsTerminal) >= MaxConcurrentJobs)
            {
                return null;
            }

            var number = ++_runs;
            var isTest = (string?)inputs?["config"]?["mode"] == "DRY_RUN";
            var job = new JobRun
            {
                Id = StableId.Create($"run {workflow.Id} {number}"),
                Workflow = workflow,
                Name = name ?? workflow.Name,
                CreatedAt = now,
                Tasks = [.. workflow.Plan(inputs).Select(task => task with { Duration = task.Duration / _options.Speed })],
                Inputs = inputs,
                Mode = isTest ? "DRY_RUN" : "DEFAULT",
                Credits = isTest ? 0 : 120,
                WasRun = true,
                Speed = _options.Speed,
            };
            _jobs[job.Id] = job;
            _latest.Add(job.Id);
            return job;
        }
    }

    private IEnumerable<JobRun> LightJobs(int count)
    {
        var workflow = Workflows[0];
        return Enumerable.Range(1, count).Select(number => new JobRun
        {
            Id = StableId.Create($"light job {number}"),
            Workflow = workflow,
            Name = $"Light job {number}",
            CreatedAt = Founded.AddMinutes(number),
            Tasks = [Sandbox.Workflows.Fetch(new SceneContent(Scenes.Tiny), TimeSpan.FromSeconds(20))],
            Mode = number % 5 == 0 ? "DRY_RUN" : "DEFAULT",
            Credits = number % 5 == 0 ? 0 : number % 7,
            Inputs = Sandbox.Workflows.Inputs(workflow),
        });
    }
}
