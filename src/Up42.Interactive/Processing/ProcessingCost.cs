using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What a run would cost.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ProcessingCost : IDisplay
{
    internal ProcessingCost(string processId, JsonElement json) => (ProcessId, Raw) = (processId, json.Clone());

    /// <summary>The process.</summary>
    public string ProcessId { get; }

    /// <summary>Credits in all; null where the server does not say.</summary>
    public decimal? Credits => Raw.FindDecimal("totalCredits");

    /// <summary>How much is worked on, in <see cref="Unit"/>; null where the price does not depend on it.</summary>
    public double? Size => Raw.FindNumber("totalSize");

    /// <summary>The unit of the size, for example <c>SQ_KM</c>; null where there is none.</summary>
    public string? Unit => Raw.FindText("unit");

    /// <summary>How the price is made, for example <c>AREA</c>.</summary>
    public string? PricingStrategy => Raw.FindText("pricingStrategy");

    /// <summary>Everything the server said.</summary>
    public JsonElement Raw { get; }

    /// <summary>The cost, and what it is made of.</summary>
    public string ToHtml() => new Fragment
    {
        Static = Html.Join(
        [
            FactsTable.Create(
                FactsHtml.Title("Cost of", ProcessId),
                ("In all", Html.Format($"<b>{CreditText.Format(Credits)}</b>")),
                ("For", FactsHtml.Text(SizeText)),
                ("Pricing", FactsHtml.Text(PricingStrategy))),
            Html.Format($"<p>Next: <code>await process.RunAsync(inputs)</code> runs it and costs that.</p>"),
        ]),
    }.ToHtml();

    /// <summary>The cost in one line.</summary>
    public override string ToString() => SingleLine.Format($"Cost of {ProcessId}: {CreditText.Format(Credits)}{(SizeText is null ? "" : $" for {SizeText}")}");

    private string? SizeText => Size is { } size
        ? $"{NumberText.Format(size, digits: 4, grouped: true)} {(Unit is null ? "" : ProcessPrice.NameOf(Unit))}".Trim()
        : null;
}
