using System.Text.Json;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The data of a plot's page.</summary>
/// <param name="Columns">Panels in a row.</param>
/// <param name="Height">Pixels down, all rows together.</param>
/// <param name="Panels">The figures.</param>
/// <param name="Bar">What the colours of all panels mean; null where each has its own, or none.</param>
internal sealed record PlotPageData(int Columns, int Height, IReadOnlyList<PlotPanelData> Panels, PlotBarData? Bar);

/// <summary>One figure of a plot's page.</summary>
/// <param name="Figure">Plotly's figure as JSON; null where the static part is all there is.</param>
/// <param name="Picture">The picture of the static part that it shows, counted from 0; null where it shows none.</param>
/// <param name="Columns">The picture's columns.</param>
/// <param name="Aspect">Width by height that the axes keep; null where they fill what there is.</param>
/// <param name="Values">What the pointer reads; null where it reads what the figure holds.</param>
/// <param name="Bar">What the colours mean; null where they are bands' own.</param>
internal sealed record PlotPanelData(
    [property: JsonConverter(typeof(FigureConverter))] string? Figure = null, int? Picture = null, int Columns = 0, double? Aspect = null,
    PlotValuesData? Values = null, PlotBarData? Bar = null);

/// <summary>Writes a figure as Plotly.NET wrote it; its texts went through <see cref="FigureText"/>.</summary>
internal sealed class FigureConverter : PageConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteRawValue(value);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PageTextConverter), typeof(PageNumberConverter)])]
[JsonSerializable(typeof(PlotPageData))]
internal sealed partial class PlotPageJson : JsonSerializerContext;
