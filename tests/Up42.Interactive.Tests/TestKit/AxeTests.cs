namespace Up42.Interactive.Tests.TestKit;

public sealed class AxeTests(Browser browser)
{
    [Fact]
    public async Task AxeAsync_fails_on_faint_text_in_the_page_and_on_a_nameless_button_in_a_frame()
    {
        await using var page = await browser.ShowAsync(
            """
            <p style="color:#aaa;background:#fff">faint</p>
            <iframe title="inner" sandbox="allow-scripts" srcdoc="<html lang='en'><title>x</title><button></button></html>"></iframe>
            """);

        var error = await Should.ThrowAsync<Xunit.Sdk.XunitException>(page.AxeAsync);

        error.Message.ShouldContain("axe found 2 violations");
        error.Message.ShouldContain("color-contrast: p");
        error.Message.ShouldContain("button-name: button");
    }

    [Fact]
    public async Task AxeAsync_accepts_a_plain_table()
    {
        await using var page = await browser.ShowAsync("<table><caption>Tasks</caption><tr><th scope=\"col\">name</th></tr><tr><td>one</td></tr></table>");

        await page.AxeAsync();
    }
}
