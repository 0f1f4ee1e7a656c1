using System.Text.Json;
using Up42.Interactive.Tests.Model;

namespace Up42.Interactive.Tests.Jobs;

/// <summary>Jobs as a server would have given them, to be shown; no server is asked.</summary>
internal static class Cards
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    private static readonly AnalyticsApi Nobody = new(new ApiConnection(
        new AnalyticsLogin(Up42Credentials.FromProject("p", "k"), Nowhere), new Up42ClientOptions { TimeProvider = new StoppedClock() }, Nowhere));

    public static Job Succeeded => Live(Snapshot("SUCCEEDED"));

    public static Job Running => Live(Snapshot("RUNNING"));

    public static Job Failed
    {
        get
        {
            var snapshot = Snapshot("FAILED");
            return Live(snapshot with { Logs = Logs(snapshot.Tasks!) });
        }
    }

    public static JobTask Task => new(Nobody, "5b5f0e1a-p", "0a1b2c3d-j", Tasks("SUCCEEDED")[1]);

    public static AnalyticsApi Api => Nobody;

    public static Project Project =>
        ProjectOf(new { id = "5b5f0e1a-p", name = "Lakes", description = "Lakes of the north", createdAt = "2024-01-15T11:00:00Z" });

    public static Workflow Workflow => WorkflowOf(new { id = "77aa-w", name = "Ship detection on Pléiades", description = "Two blocks" });

    public static Up42Client Client => new(Nobody, null, "5b5f0e1a-p", "c0ffee-w");

    public static Project ProjectOf(object facts) => new(Nobody, ProjectInfo.Parse(Json(facts)));

    public static Workflow WorkflowOf(object facts) => new(Nobody, "5b5f0e1a-p", WorkflowInfo.Parse(Json(facts)));

    public static JobLogs Logs(IReadOnlyList<JobTaskInfo> tasks) => new("0a1b2c3d-j",
    [
        new(tasks[0], "2024-01-15 11:01:02,000 - blockutils - INFO - 3 scenes found\n2024-01-15 11:01:09,000 - blockutils - DEBUG - cache cold\n"),
        new(tasks[1], string.Concat(Enumerable.Range(1, 300).Select(number => $"INFO tile {number} of 300\n"))
            + "WARNING tile 300 is half under clouds\nERROR CUDA out of memory: tried to allocate 2.4 GiB\nTraceback (most recent call "
                + "last):\n  File \"block.py\", line 12\nCRITICAL giving up\n"),
    ]);

    public static JobCollection Collection(int count) => new(
        Nobody,
        "5b5f0e1a-p",
        [.. Enumerable.Range(1, count).Select(number => Live(Snapshot(
            number % 7 == 0 ? "FAILED" : number % 5 == 0 ? "RUNNING" : "SUCCEEDED", $"0a1b2c3d-{number:0000}", $"Lake {number}")))],
        [new JobFailure("0a1b2c3d-9999", new Up42Exception("GET /projects/5b5f0e1a-p/jobs/0a1b2c3d-9999 was refused: [404] No such job."))]);

    public static JobCollection Collection(IReadOnlyList<Job> jobs, IReadOnlyList<JobFailure> failures) => new(Nobody, "5b5f0e1a-p", jobs, failures);

    public static JobSnapshot Snapshot(string status, string id = "0a1b2c3d-j", string name = "Ships of Rotterdam") => new()
    {
        Info = JobInfo.Parse(Json(new
        {
            id,
            name,
            mode = "DEFAULT",
            status,
            createdAt = "2024-01-15T11:00:00Z",
            startedAt = "2024-01-15T11:01:00Z",
            finishedAt = status == "RUNNING" ? null : "2024-01-15T11:31:12Z",
            workflowId = "77aa-w",
            workflowName = "Ship detection on Pléiades",
            inputs = new Dictionary<string, object>
            {
                ["oneatlas-pleiades-aoiclipped:1"] = new
                {
                    ids = new[] { "16e18e15-c941-4aae-97cd-d67b18dc9f6e" },
                    time = "2020-01-01/2020-12-31",
                    limit = 1,
                    bbox = (object?)null,
                    intersects = new { type = "Polygon", coordinates = new[] { new[] { new[] { 4.1, 51.9 }, [4.2, 51.9], [4.2, 52.0], [4.1, 51.9] } } },
                },
                ["ship-detection:1"] = new { threshold = 0.6, classes = new[] { "ship", "barge" } },
            },
        })),
        ProjectId = "5b5f0e1a-p",
        SeenAt = new DateTimeOffset(2024, 1, 15, 12, 0, 5, TimeSpan.Zero),
        Tasks = Tasks(status),
        Credits = status == "SUCCEEDED" ? JobCredits.Parse(Json(new { creditsUsed = 1250 })) : null,
    };

    public static Job Live(JobSnapshot snapshot) => new(Nobody, snapshot);

    public static JsonElement Json(object value) => JobInfoTests.Json(JsonSerializer.Serialize(value));

    private static IReadOnlyList<JobTaskInfo> Tasks(string status) =>
    [
        JobTaskInfo.Parse(Json(new
        {
            id = "t1-0a1b",
            name = "oneatlas-pleiades-aoiclipped:1",
            status = "SUCCEEDED",
            startedAt = "2024-01-15T11:01:00Z",
            finishedAt = "2024-01-15T11:10:30Z",
            block = new { id = "b1", name = "oneatlas-pleiades-aoiclipped", displayName = "Pléiades, clipped to the area" },
            blockVersion = "1.2.0",
        })),
        JobTaskInfo.Parse(Json(new
        {
            id = "t2-0a1b",
            name = "ship-detection:1",
            status,
            startedAt = "2024-01-15T11:10:31Z",
            finishedAt = status == "RUNNING" ? null : "2024-01-15T11:31:12Z",
            block = new { id = "b2", name = "ship-detection", displayName = "Ship detection" },
            blockVersion = "2.1.3",
        })),
    ];

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 1, 15, 12, 0, 5, TimeSpan.Zero);
    }
}
