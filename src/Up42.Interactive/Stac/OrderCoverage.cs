using System.Text.Json;

namespace Up42.Interactive;

/// <summary>How much of the area of a tasking order has been delivered.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class OrderCoverage : IDisplay
{
    private readonly Lazy<FeatureTable> _table;

    private OrderCoverage(string orderId, JsonElement raw)
    {
        (OrderId, Raw) = (orderId, raw);
        _table = new(() => FeatureTable.Concat(Read("covered"), Read("remainder")));
    }

    /// <summary>The order.</summary>
    public string OrderId { get; }

    /// <summary>What has been delivered, in square kilometres; null where the server does not say.</summary>
    public double? CoveredSquareKilometers => Part("covered").FindNumber("sqKmArea");

    /// <summary>What has been delivered, in percent of the order's area; null where the server does not say.</summary>
    public double? CoveredPercent => Part("covered").FindNumber("percentage");

    /// <summary>What is still to come, in square kilometres; null where the server does not say.</summary>
    public double? RemainderSquareKilometers => Part("remainder").FindNumber("sqKmArea");

    /// <summary>Everything the server said.</summary>
    public JsonElement Raw { get; }

    /// <summary>Reads coverage from its JSON.</summary>
    /// <param name="json">An object with <c>covered</c> and <c>remainder</c>.</param>
    /// <param name="orderId">The order.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static OrderCoverage Parse(JsonElement json, string orderId) => json.Find("covered") is null && json.Find("remainder") is null
        ? throw new JsonException("There is neither a covered part nor a remainder.")
        : new OrderCoverage(orderId, json.Clone());

    /// <summary>The areas as rows, in EPSG:4326; the column <c>part</c> says <c>covered</c> or <c>remainder</c>.</summary>
    public FeatureTable ToTable() => _table.Value;

    /// <summary>The numbers, and where the areas are.</summary>
    public string ToHtml() => new Fragment
    {
        Static = Html.Join(
        [
            FactsTable.Create(
                FactsHtml.Title("Coverage of order", OrderId),
                ("Delivered", Size(CoveredSquareKilometers, CoveredPercent)),
                ("Still to come", Size(RemainderSquareKilometers, Part("remainder").FindNumber("percentage")))),
            InputArea.Find(Part("covered")) is { } area ? OutlineHtml.Render(area, "Delivered") : Html.Empty,
            Html.Format($"<p>Next: <code>coverage.PlotCoverage()</code> plots both parts, <code>coverage.ToTable()</code> has them.</p>"),
        ]),
    }.ToHtml();

    /// <summary>How much has been delivered, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"Coverage of order {OrderId}: {(CoveredPercent is { } percent ? $"{DisplayText.Percent(percent / 100)} delivered" : "unknown")}");

    private static Html Size(double? area, double? percent) => FactsHtml.Text(string.Join(
        ", ",
        new[]
        {
            area is { } size ? $"{NumberText.Format(size, digits: 4, grouped: true)} km²" : null,
            percent is { } share ? DisplayText.Percent(share / 100) : null,
        }.OfType<string>()));

    private JsonElement Part(string name) => Raw.Find(name) ?? default;

    private FeatureTable Read(string part)
    {
        if (Part(part).Find("geometry") is not { ValueKind: JsonValueKind.Object } geometry)
        {
            return FeatureTable.Empty;
        }

        return GeoJsonText.Read(System.Text.Encoding.UTF8.GetBytes(geometry.GetRawText()), $"The {part} part").WithColumn("part", _ => part);
    }
}
