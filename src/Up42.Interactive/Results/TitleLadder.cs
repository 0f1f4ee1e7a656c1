using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// What displays call a result: by its job, else by when and by what it was taken, else by the scene's id, else by its file.
/// </summary>
/// <param name="Job">The job's name; null where it is unknown.</param>
/// <param name="Taken">Date and sensor; null where they are unknown.</param>
/// <param name="Scene">The scene's id; null where it is unknown.</param>
/// <param name="File">The file, as told from all others.</param>
internal sealed record TitleLadder(string? Job, string? Taken, string? Scene, string File)
{
    private static readonly string[] DateColumns = ["acquisitionDate", "acquisition_date", "sensingDate", "sensing_date", "datetime", "start_datetime", "date"];
    private static readonly string[] SensorColumns = ["sensor", "constellation", "platform", "satellite", "mission", "producer"];
    private static readonly string[] SceneColumns = ["sceneId", "scene_id"];

    /// <summary>What a raster of results is called by.</summary>
    /// <param name="result">The results.</param>
    /// <param name="raster">The raster.</param>
    /// <param name="file">The file, as told from all others.</param>
    public static TitleLadder Create(JobResults result, ResultRaster raster, string file) => new(
        result.Job?.Info.Name ?? result.ProcessingJob?.Info.Title, TakenOf(raster), SceneOf(raster), file);

    /// <summary>What a raster is called by among others of its results.</summary>
    public static TitleLadder Create(ResultRaster raster) => new(Job: null, TakenOf(raster), SceneOf(raster), raster.Name);

    /// <summary>What the results of a job are called by.</summary>
    public static TitleLadder Create(JobResults result) => new(
        result.Job?.Info.Name ?? result.ProcessingJob?.Info.Title,
        result.Table.Count == 1 ? TakenOf(result.Table[0]) : null,
        Scene: null,
        result.ShownName);

    /// <summary>What an item is called that the rows of a table are of: by its title, else by when and by what it was taken; null without either.</summary>
    public static string? OfItem(FeatureTable table) =>
        SceneOf(table[0]) is { } scene && scene != (table.HasColumn("uid") ? table[0].GetText("uid") : null) ? scene : TakenOf(table[0]);

    /// <summary>The title of each of several results: the first of the four that no other has.</summary>
    public static IReadOnlyList<string> Titles(IReadOnlyList<TitleLadder> ladders)
    {
        var counts = ladders.SelectMany(Rungs).CountBy(rung => rung).ToDictionary();
        return [.. ladders.Select(ladder => Rungs(ladder).FirstOrDefault(rung => counts[rung] == 1).Title ?? ladder.File)];
    }

    /// <summary>When and by what a scene was taken, for example "2020-05-01, Landsat 7 ETM+"; null where no column says when.</summary>
    public static string? TakenOf(FeatureRow row) => DateAndSensorOf(row) is var (taken, sensor) ? Words(taken, sensor) : null;

    /// <summary>When the scene of a raster was taken; null where its features do not say it.</summary>
    public static DateTimeOffset? DateOf(ResultRaster raster) =>
        raster.Features.Select(row => DateAndSensorOf(row)?.Taken).FirstOrDefault(taken => taken is not null);

    private static string? TakenOf(ResultRaster raster) => raster.Features.Select(TakenOf).FirstOrDefault(taken => taken is not null);

    private static string? SceneOf(ResultRaster raster) => raster.Features.Select(SceneOf).FirstOrDefault(scene => scene is not null);

    private static (DateTimeOffset Taken, string? Sensor)? DateAndSensorOf(FeatureRow row)
    {
        if (Column(row, DateColumns) is not { } dates || row.Table[dates].Type is not (FeatureColumnType.Date or FeatureColumnType.Text)
            || row.GetDate(dates) is not { } taken)
        {
            return ByAcquisition(row);
        }

        return (taken, Column(row, SensorColumns) is { } sensors ? row.GetText(sensors) : null);
    }

    // Archives of Sobloo's scenes say it one level down, in milliseconds since 1970.
    private static (DateTimeOffset Taken, string? Sensor)? ByAcquisition(FeatureRow row)
    {
        const string Acquisition = "acquisition";
        return row.Table.HasColumn(Acquisition) && row.Table[Acquisition].Type == FeatureColumnType.Object && row.GetJson(Acquisition) is { } acquisition
            && acquisition.FindNumber("beginViewingDate") is > 0 and < 253_402_300_800_000 and var milliseconds
                ? (DateTimeOffset.UnixEpoch.AddMilliseconds(milliseconds), acquisition.FindText("missionName"))
                : null;
    }

    private static string Words(DateTimeOffset taken, string? sensor)
    {
        var date = DisplayText.DataDate(taken.ToUniversalTime(), isDay: true);
        return string.IsNullOrWhiteSpace(sensor) ? date : $"{date}, {sensor}";
    }

    /// <summary>The scene's id; null where no column has it.</summary>
    public static string? SceneOf(FeatureRow row) => Column(row, SceneColumns) is { } scenes && row.GetText(scenes) is { Length: > 0 } scene ? scene : null;

    private static IEnumerable<(int Rung, string Title)> Rungs(TitleLadder ladder) => new[] { ladder.Job, ladder.Taken, ladder.Scene, ladder.File }.Index()
        .Where(rung => !string.IsNullOrWhiteSpace(rung.Item)).Select(rung => (rung.Index, rung.Item!));

    private static string? Column(FeatureRow row, string[] names) => names.Select(row.Table.ColumnNamed).FirstOrDefault(column => column is not null);
}
