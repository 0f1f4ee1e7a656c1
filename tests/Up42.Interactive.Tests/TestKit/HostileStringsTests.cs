using System.Net;

namespace Up42.Interactive.Tests.TestKit;

public sealed class HostileStringsTests(Browser browser)
{
    [Fact]
    public void All_are_two_hundred_different_ones_at_least()
    {
        HostileStrings.All.Distinct().Count().ShouldBe(HostileStrings.All.Count);
        HostileStrings.All.Count.ShouldBeGreaterThanOrEqualTo(200);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Each_markup_trips_the_canary_of_a_page_that_does_not_encode()
    {
        await using var page = await browser.ShowAsync(string.Concat(HostileStrings.Markup.Select(text => Frame(Unencoded(text)))));
        var frames = page.Page.MainFrame.ChildFrames;

        frames.Count.ShouldBe(HostileStrings.Markup.Count);
        var missed = new List<string>();
        foreach (var (frame, text) in frames.Zip(HostileStrings.Markup))
        {
            if ((await BrowserPage.FindCanariesAsync(frame)).Count == 0)
            {
                missed.Add(text);
            }
        }

        missed.ShouldBeEmpty();
        await Should.ThrowAsync<Xunit.Sdk.XunitException>(page.AssertNothingRanAsync);
    }

    [Theory]
    [InlineData("running", "<img> has an attribute onerror")]
    [InlineData("scripts off", "<img> has an attribute onerror")]
    [InlineData("sanitised", "<img> has src=\"x\"")]
    public async Task A_page_that_does_not_encode_trips_the_canary_however_it_is_shown(string kind, string found)
    {
        const string unencoded = "<p><img src=x onerror=window.canary=1></p>";
        await using var page = await browser.ShowAsync(
            kind == "sanitised" ? JupyterSanitizer.Sanitize(unencoded) : unencoded, new() { JavaScriptEnabled = kind != "scripts off" });

        (await Should.ThrowAsync<Xunit.Sdk.XunitException>(page.AssertNothingRanAsync)).Message.ShouldContain(found);
    }

    [Fact]
    public async Task Addresses_that_are_links_and_characters_that_stay_trip_the_canary()
    {
        await using var page = await browser.ShowAsync("<a href='javascript:0'>x</a><p title='\u202E'>y\u2066</p>");

        (await BrowserPage.FindCanariesAsync(page.Page.MainFrame)).ShouldBe(
            ["<a> has href=\"javascript:0\"", "<p> has a harmful character in title", "<p> has a harmful character in its text"], ignoreOrder: false);
    }

    [Fact]
    public async Task All_of_them_encoded_trip_nothing()
    {
        var text = string.Concat(HostileStrings.All.Select(text => Html.Format($"""<p title="{text}">{text}</p>""").ToString()));
        await using var page = await browser.ShowAsync(text + Frame(text));

        await page.AssertNothingRanAsync();
        (await page.Page.Locator("p").CountAsync()).ShouldBe(HostileStrings.All.Count);
    }

    private static string Frame(string html) => $"""<iframe title="one" srcdoc="{WebUtility.HtmlEncode(html)}"></iframe>""";

    private static string Unencoded(string text) =>
        $"""
        <!doctype html><p>{text}</p><p title="{text}"></p><p title='{text}'></p><p title={text}></p><p style="color:red{text}"></p>
        <script>var a = "{text}";</script><script>var a = '{text}';</script><script>var a = `{text}`;</script><script>/*{text}*/</script>
        <style>p{"{"}color:{text}{"}"}</style><textarea>{text}</textarea><!-- {text} -->
        """;
}
