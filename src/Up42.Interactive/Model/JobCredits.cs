using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What a job cost.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record JobCredits : IDisplay
{
    /// <summary>Credits used; null where the server does not know them.</summary>
    public required decimal? CreditsUsed { get; init; }

    /// <summary>Everything the server said.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public JsonElement Raw { get; init; }

    /// <summary>Reads the cost from its JSON.</summary>
    /// <param name="json">An object with <c>creditsUsed</c>.</param>
    /// <exception cref="JsonException">The number does not exist.</exception>
    public static JobCredits Parse(JsonElement json) => Read(json) with { Raw = json.Clone() };

    /// <inheritdoc/>
    public string ToHtml() => new Fragment { Static = Html.Format($"<p><b>{ToString()}</b></p>") }.ToHtml();

    /// <summary>For example <c>100 credits</c>.</summary>
    public override string ToString() => CreditText.Format(CreditsUsed);

    private static JobCredits Read(JsonElement json) =>
        json.Deserialize(ModelJson.Default.JobCredits) ?? throw new JsonException("The credits are null.");
}
