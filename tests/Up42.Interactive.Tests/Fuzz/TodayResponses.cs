using System.Text;
using System.Text.Json;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Fuzz;

/// <summary>Responses of today's platform as the client reads and shows them, without the server.</summary>
internal static class TodayResponses
{
    public static string[] Seeds { get; } =
    [
        TodayCards.ItemOf("Berlin", "Mitte").Raw.GetRawText(),
        TodayCards.Job("captured").Info.Raw.GetRawText(),
        TodayCards.Order("FULFILLED").Info.Raw.GetRawText(),
        TodayCards.Coverage.Raw.GetRawText(),
        """{"id":"c","title":"t","extent":{"temporal":{"interval":[["2024-01-01T00:00:00Z",null]]}},"keywords":["k"],"providers":[{"name":"p"}]}""",
        """{"totalCredits":12.5,"totalSize":3.25,"unit":"SQ_KM","pricingStrategy":"AREA"}""",
    ];

    public static string[] Formulas { get; } =
    [
        "+ where((b1 - 3) / (b1 + 3) > 0.5 and not b1 == 7, clip(b1, 0, 1e4), min(b1, 2 ^ -3))",
        " + abs(-b1) * sqrt(\"b1\") - log(exp([b1])) or max(1, 2, b1) <= 3",
    ];

    /// <summary>Reads one body as everything that it may be, and shows it.</summary>
    public static void Read(byte[] body)
    {
        JsonElement json;
        try
        {
            // As ApiResponse repairs what is not UTF-8.
            json = JsonElement.Parse(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)));
        }
        catch (JsonException)
        {
            return;
        }

        Func<IDisplay>[] ways =
        [
            () => StacItem.Parse(json), () => StacItem.Parse(json).ToTable(), () => StacItems.Parse(JsonSerializer.SerializeToElement(new[] { json, json })),
            () => StacCollection.Parse(json), () => OrderCoverage.Parse(json, "o"), () => OrderCoverage.Parse(json, "o").ToTable(),
            () => new ProcessingCost("p", json), () => TodayCards.ProcessOf(json), () => TodayCards.OrderOf(json.GetRawText()),
            () => new ProcessingJobSnapshot { Info = ProcessingJobInfo.Parse(json), SeenAt = DateTimeOffset.UnixEpoch },
        ];
        foreach (var way in ways)
        {
            try
            {
                var display = way();
                display.ToHtml();
                if (display is not FeatureTable)
                {
                    display.ToString()!.ShouldNotContain('\n');
                }
            }
            catch (JsonException)
            {
                // The callers of these say so in a sentence: ApiResponse, for one that came from a server.
            }
        }
    }
}
