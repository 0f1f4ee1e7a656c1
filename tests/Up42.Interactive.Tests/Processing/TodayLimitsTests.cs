using System.Text.Json;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Processing;

/// <summary>What today's platform may send, in displays that keep to their size.</summary>
public class TodayLimitsTests
{
    private const int MaxDisplay = 1_000_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("1e308")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("5e-324")]
    [InlineData("-0.0")]
    public void Displays_of_any_number_show_themselves(string number)
    {
        foreach (var display in TodayCards.Numbered(number))
        {
            display.ToHtml().ShouldNotMatch(@"\b(NaN|∞)");
            display.ToString()!.ShouldNotContain('\n');
        }
    }

    [Fact]
    public void Displays_of_texts_of_megabytes_are_small()
    {
        var displays = TodayCards.Hostile(new string('x', 3_000_000)).ToList();

        TooLarge(displays).ShouldBeEmpty();
        displays.ShouldAllBe(display => display.ToString()!.Length <= 500);
    }

    [Fact]
    public void Displays_of_text_that_is_not_Unicode_show_the_rest()
    {
        const string item = """{"id":"i","properties":{"up42-user:title":"a\ud800b","datetime":"\udc00"},"assets":{"x":{"title":"\ud800"}}}""";

        StacItem.Parse(JsonElement.Parse(item)).ToHtml().ShouldContain("a\uFFFDb");
        StacItems.Parse(JsonElement.Parse("""[{"id":"i","assets":{"\ud800":{}}},{"id":"j"}]""")).ShouldHaveSingleItem().Id.ShouldBe("j");
    }

    [Fact]
    public void Displays_of_lists_without_end_are_small()
    {
        string[] many = [.. Enumerable.Range(0, 300_000).Select(index => $"entry {index}")];
        var item = new
        {
            id = "i",
            properties = new Dictionary<string, object> { ["up42-user:tags"] = many },
            assets = new { a = new { roles = many, type = "x" } },
        };
        var json = new { id = "x", tags = many, keywords = many, providers = many.Select(name => new { name }) };
        var prices = many.Select(unit => new { credits = 1, unit });
        var process = new { id = "p", additionalParameters = new { parameters = new object[] { new { name = "price", value = prices } } } };
        IDisplay[] displays =
        [
            StacItem.Parse(JsonSerializer.SerializeToElement(item)),
            StacItems.Parse(JsonSerializer.SerializeToElement(new[] { item, item })),
            StacItems.Parse(JsonSerializer.SerializeToElement(many)),
            StacCollection.Parse(JsonSerializer.SerializeToElement(json)),
            TodayCards.OrderOf(JsonSerializer.Serialize(json)),
            TodayCards.ProcessOf(JsonSerializer.SerializeToElement(process)),
        ];

        TooLarge(displays).ShouldBeEmpty();
        displays.OfType<StacItems>().ShouldAllBe(items => items.Remarks.Count <= 1000);
    }

    private static IEnumerable<string> TooLarge(IEnumerable<IDisplay> displays) => displays.Select(display => (display, display.ToHtml().Length))
        .Where(shown => shown.Length > MaxDisplay).Select(shown => $"{shown.display.GetType().Name}: {shown.Length}");

    [Fact]
    public async Task Lists_of_records_without_number_are_refused()
    {
        var records = string.Join(',', Enumerable.Repeat("{}", 100_001));
        await using var server = await LoopbackServer.StartAsync();
        server.On("GET /v2/processing/jobs", $$"""{"jobs":[{{records}}],"links":[]}""");
        server.On("GET /v2/orders", $$"""{"content":[{{records}}]}""");
        server.On("POST /v2/assets/stac/search", $$"""{"features":[{{records}}]}""");
        using var client = await server.ConnectAccountAsync();
        const string refusal = "The server gave a list of more than 100,000 records: it was not read.";

        (await Should.ThrowAsync<Up42Exception>(() => client.GetProcessingJobsAsync(cancellationToken: Cancel))).Message.ShouldBe(refusal);
        (await Should.ThrowAsync<Up42Exception>(() => client.GetOrdersAsync(cancellationToken: Cancel))).Message.ShouldBe(refusal);
        var items = await client.Storage.SearchAsync(cancellationToken: Cancel);
        items.Remarks.Count.ShouldBe(1000);
        items.Remarks[^1].ShouldBe("More is left out.");
    }

    [Fact]
    public async Task Pages_without_end_are_refused()
    {
        var padding = new string('x', 20_000_000);
        await using var server = await LoopbackServer.StartAsync();
        server.On("POST /v2/assets/stac/search", (count, context) => LoopbackServer.JsonAsync(context, $$$"""
            {"features":[],"x":"{{{padding}}}","links":[{"rel":"next","method":"POST","href":"/v2/assets/stac/search","body":{"n":{{{count}}} } }]}
            """));
        using var client = await server.ConnectAccountAsync();

        (await Should.ThrowAsync<Up42Exception>(() => client.Storage.SearchAsync(cancellationToken: Cancel))).Message
            .ShouldBe("The server gave a list of more than 134 MB: ask for less of it, by a filter or a limit.");
        server.Count("POST /v2/assets/stac/search").ShouldBe(7);
    }
}
