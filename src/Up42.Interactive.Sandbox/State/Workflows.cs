using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>What can be run, and what a run does.</summary>
internal static class Workflows
{
    private static readonly DateTimeOffset Founded = new(2023, 4, 3, 8, 30, 0, TimeSpan.Zero);

    public static WorkflowPlan Sentinel2(string projectId) => new(projectId, "Sentinel-2 sharpened AOI", "Sentinel-2 for an area of interest, sharpened.",
        [Blocks.Sentinel2, Blocks.Sharpening])
    {
        CreatedAt = Founded,
        Area = (12.96, 52.46, 13.06, 52.56),
        Dates = ("2023-05-01", "2023-05-31"),
        Plan = _ => Sharpen(Scenes.Aoi, TimeSpan.FromSeconds(20)),
    };

    public static WorkflowPlan Lake(string projectId) => new(projectId, "Lake monitoring", "The water's extent of a lake, date by date.",
        [Blocks.Sentinel2, Blocks.WaterIndex])
    {
        CreatedAt = Founded.AddHours(2),
        Area = (14.24, 52.24, 14.3, 52.28),
        Dates = ("2023-04-01", "2023-09-30"),
        Plan = _ => Watch(Scenes.Lake(0), TimeSpan.FromSeconds(15)),
    };

    public static WorkflowPlan Ships(string projectId) => new(projectId, "Ship detection", "Ships at anchor, found in very high resolution imagery.",
        [Blocks.Pleiades, Blocks.ShipDetection])
    {
        CreatedAt = Founded.AddHours(4),
        Area = (32.51, 29.856, 32.555, 29.884),
        Dates = ("2023-10-01", "2023-10-31"),
        Plan = _ => Detect(TimeSpan.FromSeconds(25)),
    };

    public static IReadOnlyList<TaskPlan> Sharpen(SceneOptions scene, TimeSpan duration) =>
    [
        Fetch(new SceneContent(scene), 0.6 * duration),
        new(Blocks.Sharpening, 0.4 * duration, new(0, "INFO", "Sharpening strength: medium"), new(0.1, "INFO", "1 image to process"),
            new(0.5, "WARNING", "Nodata collar found: pixels beside it are left as they are"), new(0.95, "INFO", "Saved 1 result"))
        {
            Content = new SceneContent(scene with { Sharpened = true }),
        },
    ];

    public static IReadOnlyList<TaskPlan> Watch(SceneOptions scene, TimeSpan duration) =>
    [
        Fetch(new SceneContent(scene), 0.7 * duration),
        new(Blocks.WaterIndex, 0.3 * duration, new(0, "INFO", "Bands green and nir found"),
            new(0.9, "INFO", FormattableString.Invariant($"Water level {scene.WaterLevel:+0.0;-0.0;0.0} m against the long-term mean")))
        {
            Content = new SceneContent(scene),
        },
    ];

    public static IReadOnlyList<TaskPlan> Detect(TimeSpan duration) =>
    [
        new(Blocks.Pleiades, 0.5 * duration, new(0, "INFO", "Searching OneAtlas for the area of interest"), new(0.3, "INFO", "1 scene, streaming at 2 m"))
        {
            Content = new ShipContent(withDetections: false),
            HasQuicklooks = true,
        },
        new(Blocks.ShipDetection, 0.5 * duration, new(0, "INFO", "Model ship-v4 loaded"), new(0.2, "INFO", "Masking land and clouds"),
            new(0.6, "WARNING", "12 candidates below the confidence threshold of 0.5 were dropped"),
            new(0.98, "INFO", "200 ships written to detections.geojson"))
        {
            Content = new ShipContent(withDetections: true),
            LogsJson = true,
        },
    ];

    public static IReadOnlyList<TaskPlan> Fail() =>
    [
        Fetch(new SceneContent(Scenes.Aoi), TimeSpan.FromSeconds(40)),
        new(Blocks.Sharpening, TimeSpan.FromSeconds(12), new(0, "INFO", "Sharpening strength: strong"), new(0.2, "INFO", "1 image to process"),
            new(0.4, "WARNING", "Free memory: 312 MB of 4096 MB"), new(0.7, "ERROR", "Cannot allocate 6442450944 bytes for the filter"),
            new(0.8, "ERROR", "Traceback (most recent call last):\n  File \"/block/src/run.py\", line 31, in <module>\n    SharpeningFilter.run()\n"
                + "  File \"/block/src/sharpening.py\", line 118, in run\n    result = self.apply(image)\nMemoryError"),
            new(0.9, "CRITICAL", "Block ended with exit code 137: choose a smaller area of interest"))
        {
            Fails = true,
        },
    ];

    public static TaskPlan Fetch(IJobContent content, TimeSpan duration) => new(Blocks.Sentinel2, duration,
        new(0, "INFO", "Query parameters read"), new(0.1, "INFO", "1 scene matches the area and the dates"),
        new(0.3, "INFO", "Downloading bands B02, B03, B04, B08"),
        new(0.7, "INFO", "Clipping to the area of interest"), new(0.95, "INFO", "Saved 1 result and its quicklook"))
    {
        Content = content,
        HasQuicklooks = true,
    };

    /// <summary>Input parameters as a user writes them.</summary>
    public static JsonNode Inputs(WorkflowPlan workflow) => new JsonObject(workflow.Blocks.Select((block, index) =>
        KeyValuePair.Create<string, JsonNode?>(block.TaskName, index > 0 ? new JsonObject { ["strength"] = "medium" } : new JsonObject
        {
            ["ids"] = null,
            ["time"] = $"{workflow.Dates.First}T00:00:00+00:00/{workflow.Dates.Last}T23:59:59+00:00",
            ["limit"] = 1,
            ["bbox"] = new JsonArray(workflow.Area.West, workflow.Area.South, workflow.Area.East, workflow.Area.North),
        })));
}
