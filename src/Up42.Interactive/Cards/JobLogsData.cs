using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The data of the page of logs.</summary>
internal sealed record JobLogsData(string Caption, IReadOnlyList<TaskLogData> Tasks);

/// <summary>The log of one task.</summary>
/// <param name="Title">The task.</param>
/// <param name="Status">Its status.</param>
/// <param name="Color">The status badge's colour.</param>
/// <param name="Mark">The status badge's mark.</param>
/// <param name="About">The log in a few words.</param>
/// <param name="Open">Whether it is unfolded at first.</param>
/// <param name="First">The number of the first line here, from 1.</param>
/// <param name="Levels">The level of each line, as <see cref="JobLogLevel"/> counts.</param>
/// <param name="Lines">The lines.</param>
internal sealed record TaskLogData(
    string Title, string Status, string Color, string Mark, string About, bool Open, int First, IReadOnlyList<int> Levels, IReadOnlyList<string> Lines);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PageTextConverter), typeof(PageNumberConverter)])]
[JsonSerializable(typeof(JobLogsData))]
internal sealed partial class JobLogsJson : JsonSerializerContext;
