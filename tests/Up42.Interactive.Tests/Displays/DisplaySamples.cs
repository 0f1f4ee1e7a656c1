using System.Collections.Concurrent;
using System.Net;
using Up42.Interactive.Tests.Jobs;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Displays;

/// <summary>One display of every type that a cell can end with, or several where it has several faces.</summary>
public sealed class DisplaySamples : IDisposable
{
    private static FeatureTable Lakes { get; } = FeatureTable.Parse(
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', Enumerable.Range(1, 40).Select(Lake))}}]}""");

    private static FeatureTable Sensors { get; } = Enumerable.Range(0, 60).Select(i => new
    {
        sensor = new[] { "Pléiades", "Sentinel-2", "SPOT" }[i % 3],
        month = (i / 3) + 1,
        half = i < 30 ? "first" : "second",
        cloud = Math.Round(Math.Abs(Math.Sin(i)) * 100, 1),
    }).ToTable();

    private static readonly Dictionary<string, Func<DisplaySamples, IDisplay>> All = new()
    {
        ["AoiMap"] = _ => AoiMap.Draw("""{"type":"Polygon","coordinates":[[[13,52],[13.1,52],[13.1,52.1],[13,52]]]}"""),
        ["ArchiveException"] = _ =>
            new ArchiveException(
                "result.tgz is damaged; download it again.", isDamaged: true,
                new InvalidDataException("The archive entry was compressed using an unsupported method.")),
        ["BandPlot"] = samples => samples.Results.PlotResults([3, 2, 1]),
        ["BucketObject"] = _ => new BucketObject
        {
            Address = "gs://lakes/2024/result.tgz",
            Name = "2024/result.tgz",
            Length = 2_400_000,
            ContentType = "application/gzip",
            Crc32C = "yZRlqg==",
            Md5 = "XrY7u+Ae7tCTyyK7j1rNww==",
        },
        ["ComputedRaster"] = samples => samples.Results.Compute("(b4 - b3) / (b4 + b3)"),
        ["ComputedRaster-classes"] = samples => samples.Results.Compute("b4").Classify(60, 90).Rename("brightness"),
        ["CoveragePlot"] = samples => samples.Results.PlotCoverage(),
        ["FeatureColumn"] = samples => samples.Results.Table.Columns[0],
        ["FeatureGroup"] = _ => Lakes.GroupRowsBy("name")[0],
        ["FeatureGroups"] = _ => Lakes.GroupRowsBy("name"),
        ["FeatureRow"] = samples => samples.Results.Table[0],
        ["FeatureTable"] = samples => samples.Results.Table,
        ["FeatureTable-many"] = _ => Lakes,
        ["HistogramPlot"] = samples => samples.Results.PlotHistogram([1]),
        ["Job-succeeded"] = _ => Cards.Succeeded,
        ["Job-running"] = _ => Cards.Running,
        ["Job-failed"] = _ => Cards.Failed,
        ["JobCanceledException"] = _ => new JobCanceledException(Cards.Live(Cards.Snapshot("CANCELLED"))),
        ["JobCollection"] = _ => Cards.Collection(28),
        ["JobCollectionResults"] = samples => new JobCollectionResults(
            samples.Results.Directory,
            [
                new(Cards.Succeeded.Id, Cards.Succeeded.Snapshot, samples.Results),
                new(Cards.Failed.Id, Cards.Failed.Snapshot, new Up42Exception("Job 0a1b2c3d-j is FAILED and has no results.")),
            ],
            merge: true),
        ["JobCredits"] = _ => Cards.Succeeded.Snapshot.Credits!,
        ["JobFailedException"] = _ => new JobFailedException(Cards.Failed, Cards.Logs(Cards.Failed.Snapshot.Tasks!)),
        ["JobLogs"] = _ => Cards.Logs(Cards.Failed.Snapshot.Tasks!),
        ["JobResults"] = samples => samples.Results,
        ["JobResults-saved"] = samples => samples.Saved,
        ["JobSnapshot"] = _ => Cards.Snapshot("SUCCEEDED"),
        ["JobTask"] = _ => Cards.Task,
        ["JobTaskLog"] = _ => Cards.Logs(Cards.Failed.Snapshot.Tasks!).Tasks[1],
        ["LiveCard"] = _ => new LiveCard { Text = "Job 0a1b2c3d-j RUNNING, 2 min 10 s", IsBusy = true, Share = 0.5, Note = "retrying" },
        ["Order"] = _ => TodayCards.Order("BEING_FULFILLED"),
        ["OrderCoverage"] = _ => TodayCards.Coverage,
        ["OrderList"] = _ => TodayCards.Orders,
        ["Process"] = _ => TodayCards.Process(isAccepted: true),
        ["Process-unlicensed"] = _ => TodayCards.Process(isAccepted: false),
        ["ProcessingCost"] = _ => TodayCards.Cost,
        ["ProcessingJob-captured"] = _ => TodayCards.Job("captured"),
        ["ProcessingJob-running"] = _ => TodayCards.Job("running"),
        ["ProcessingJobCollection"] = _ => TodayCards.Jobs(24),
        ["ProcessingJobFailedException"] = _ => new ProcessingJobFailedException(TodayCards.Job("released")),
        ["ProcessingJobSnapshot"] = _ => TodayCards.Job("invalid").Snapshot,
        ["ProcessingValidation"] = _ => TodayCards.Valid,
        ["ProcessingValidation-invalid"] = _ => TodayCards.Invalid,
        ["Project"] = _ => Cards.Project,
        ["RasterFile"] = samples => samples.Raster,
        ["RasterImage"] = samples => samples.Raster.Preview(120, [3, 2, 1]),
        ["ResultComparison"] = samples => samples.Results.CompareResults(samples.Results, difference: "b4"),
        ["ResultMap"] = samples => samples.Results.MapResults(),
        ["ResultTimeline"] = samples => samples.Results.MapTimeline(date: _ => new(2020, 5, 1, 0, 0, 0, TimeSpan.Zero)),
        ["ResultRaster"] = samples => samples.Results.Rasters[0],
        ["StacCollection"] = _ => TodayCards.Collection,
        ["StacItem"] = _ => TodayCards.Items[0],
        ["StacItem-processed"] = _ => TodayCards.ProcessedItem,
        ["StacItems"] = _ => TodayCards.Items,
        ["StacItems-pictures"] = samples => samples.Gallery,
        ["TablePlot"] = _ => Lakes.PlotSeries("date", "km2"),
        ["TablePlot-lines"] = _ => Sensors.PlotSeries("month", "cloud", by: "sensor"),
        ["TablePlot-bars"] = _ => Sensors.PlotBars("sensor", "cloud", by: "half", statistic: "mean"),
        ["TablePlot-scatter"] = _ => Sensors.PlotScatter("month", "cloud", colorBy: "cloud"),
        ["TablePlot-histogram"] = _ => Sensors.PlotHistogram("cloud"),
        ["Up42ApiException"] = _ => new Up42ApiException(
            "GET /projects/p/jobs/x was refused: [404] No such job.", HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND", "No such job", "7f3c-11",
            new InvalidOperationException("inner")),
        ["Up42Client"] = _ => Cards.Client,
        ["Up42ConnectionException"] = _ =>
            new Up42ConnectionException(
                "The server api.up42.com was not reached in 5 tries; check the network and try again.",
                new IOException("Connection reset")),
        ["Up42Exception"] = _ => new Up42Exception("Download the results first: await job.DownloadResultsAsync()"),
        ["WorkExceededException"] = _ => new WorkExceededException("the rasters before it took as much work as all may take together; open it alone."),
        ["Workflow"] = _ => Cards.Workflow,
    };

    private readonly SampleScenes _scenes = new();
    private readonly ConcurrentDictionary<string, Shown> _shown = new();

    public static IReadOnlyList<string> Names => [.. All.Keys];

    private RasterFile Raster => field ??= Results.Rasters[0].Open();

    private StacItems Gallery => new(
        [.. TodayCards.Items.Select((item, index) => index % 3 == 1 ? item.WithThumbnail(Thumbnail) : item)], ["2 thumbnails are missing."]);

    private StacThumbnail Thumbnail => field ??= new(
        PictureThumbnail.Create(SampleScenes.RasterIn(_scenes.Olinda), 144, 2_000, out var width, out var height)!, width, height);

    private JobResults Results => field ??= JobResults.Open(_scenes.Olinda);

    // A raster more than the features name, and the job's facts beside them.
    private JobResults Saved
    {
        get
        {
            if (field is null)
            {
                var folder = Path.GetDirectoryName(SampleScenes.TableIn(_scenes.Berlin))!;
                File.Copy(SampleScenes.RasterIn(_scenes.Olinda), Path.Combine(folder, "mask.tif"));
                JobFile.Save(folder, Cards.Failed.Snapshot, text => text);
                field = JobResults.Open(_scenes.Berlin);
            }

            return field;
        }
    }

    public IDisplay Make(string name) => All[name](this);

    /// <summary>A display and its HTML, made once for all who only look at it.</summary>
    public Shown Show(string name) => _shown.GetOrAdd(name, _ =>
    {
        var display = Make(name);
        return new Shown(display, display.ToHtml());
    });

    /// <summary>A text without the folder that is another one each time.</summary>
    public string WithoutFolder(string text) =>
        text.Replace(Results.Directory, "FOLDER", StringComparison.Ordinal).Replace(Saved.Directory, "FOLDER", StringComparison.Ordinal);

    public void Dispose()
    {
        Raster.Dispose();
        _scenes.Dispose();
    }

    public sealed record Shown(IDisplay Display, string Html);

    private static string Lake(int number) =>
        $$"""
        {"type":"Feature","geometry":{"type":"Point","coordinates":[{{number}},50]},
        "properties":{"name":"Lake {{number % 4}}","date":"2023-04-{{(number % 28) + 1:00}}T10:00:00Z","km2":{{number}}.5} }
        """;
}
