using System.Globalization;

namespace Up42.Interactive.Sandbox;

/// <summary>The jobs that are there from the start.</summary>
internal static class SeedJobs
{
    private static readonly DateTimeOffset Spring = new(2023, 5, 22, 9, 14, 0, TimeSpan.Zero);

    public static IEnumerable<JobRun> Create(SandboxState state)
    {
        var (sentinel, lake, ships) = (state.Workflows[0], state.Workflows[1], state.Workflows[2]);
        yield return Make(sentinel, "Sentinel-2 AOI Berlin", Spring, Workflows.Sharpen(Scenes.Aoi, TimeSpan.FromSeconds(190)), 130,
            "Farmland, forest, a lake and a town near Berlin: four bands of reflectance, sharpened.");
        for (var index = 0; index < Scenes.LakeLevels.Count; index++)
        {
            var date = Scenes.LakeLevels[index].Date;
            yield return Make(lake, string.Create(CultureInfo.InvariantCulture, $"Lake monitoring {date:yyyy-MM-dd}"),
                new DateTimeOffset(date, new TimeOnly(15, 2), TimeSpan.Zero).AddDays(1), Workflows.Watch(Scenes.Lake(index), TimeSpan.FromSeconds(150)), 84,
                $"The lake at date {index + 1} of {Scenes.LakeLevels.Count}: its water falls by more than four metres.");
        }

        yield return Make(ships, "Ship detection Suez anchorage", Spring.AddDays(160), Workflows.Detect(TimeSpan.FromSeconds(310)), 1840,
            "Ships waiting on open water, in an 8-bit image and as 200 boxes.");
        yield return Make(sentinel, "Sentinel-2 AOI Brandenburg", Spring.AddDays(161), Workflows.Fail(), 40, "Failed in its second task; the log says why.");
        yield return new JobRun
        {
            Id = StableId.Create("job cancelled"),
            Workflow = sentinel,
            Name = "Sentinel-2 AOI, wrong dates",
            CreatedAt = Spring.AddDays(162),
            Tasks = Workflows.Sharpen(Scenes.Aoi, TimeSpan.FromMinutes(10)),
            CanceledAfter = TimeSpan.FromSeconds(75),
            Inputs = Workflows.Inputs(sentinel),
            Description = "Canceled while its first task ran.",
        };
        yield return new JobRun
        {
            Id = StableId.Create("job slow"),
            Workflow = sentinel,
            Name = "Sentinel-2 AOI, all of Brandenburg",
            CreatedAt = state.Started,
            Tasks = Workflows.Sharpen(Scenes.Aoi with { Seed = 2 }, TimeSpan.FromMinutes(20)),
            Credits = 910,
            Inputs = Workflows.Inputs(sentinel),
            Description = "Takes its time: twenty minutes from the sandbox's start.",
        };
        yield return Make(state.Workflows[3], "Somebody else's job", Spring, Workflows.Sharpen(Scenes.Tiny, TimeSpan.FromSeconds(60)), 10,
            "Of another project: its id answers 404 unless the account is logged in.");
    }

    private static JobRun Make(
        WorkflowPlan workflow, string name, DateTimeOffset created, IReadOnlyList<TaskPlan> tasks, decimal credits, string description) =>
            new()
            {
                Id = StableId.Create("job " + name),
                Workflow = workflow,
                Name = name,
                CreatedAt = created,
                Tasks = tasks,
                Credits = credits,
                Inputs = Workflows.Inputs(workflow),
                Description = description,
            };
}
