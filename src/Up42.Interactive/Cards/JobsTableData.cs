using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The data of the table of jobs, or of other things of which there are many.</summary>
/// <param name="Caption">The caption.</param>
/// <param name="Noun">What its rows are called: <c>jobs</c>.</param>
/// <param name="Example">What the search field shows while it is empty.</param>
/// <param name="Totals">What stands below the rows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The cells of each row.</param>
internal sealed record JobsTableData(
    string Caption, string Noun, string Example, string Totals, IReadOnlyList<JobColumnData> Columns, IReadOnlyList<IReadOnlyList<JobCellData>> Rows);

/// <summary>A column of the table of jobs.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Right">Whether its cells are aligned to the right.</param>
/// <param name="Kind">What it is searched by: "text", "date" (milliseconds), "duration" (seconds) or "number".</param>
internal sealed record JobColumnData(string Name, bool Right, string Kind);

/// <summary>A cell of the table of jobs.</summary>
/// <param name="Text">What stands in it; empty where the value is missing.</param>
/// <param name="Key">What it is sorted by; null: its text.</param>
/// <param name="Color">The status badge's colour; null for no badge.</param>
/// <param name="Mark">The status badge's mark.</param>
/// <param name="Code">True for an id.</param>
internal sealed record JobCellData(string Text, double? Key = null, string? Color = null, string? Mark = null, bool? Code = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PageTextConverter), typeof(PageNumberConverter)])]
[JsonSerializable(typeof(JobsTableData))]
internal sealed partial class JobsTableJson : JsonSerializerContext;
