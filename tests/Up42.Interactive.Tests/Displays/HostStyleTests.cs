using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Displays;

/// <summary>The static part under the rules that hosts have for what a cell shows.</summary>
public sealed class HostStyleTests(Browser browser)
{
    // Verso's for a table's head in its dark theme, the classic Notebook's for folds.
    private const string Rules =
        """
        .verso-output--html table th { background: #f0f0f0; border: 1px solid #ccc; color: #111; }
        .verso-output--html table td { border: 1px solid #ccc; }
        details, summary { display: block; }
        """;

    private const string Styles =
        """
        selector => {
          const style = getComputedStyle(document.querySelector(selector));
          return [style.color, style.backgroundColor, style.borderLeftWidth, style.display].join(' ');
        }
        """;

    [Fact]
    public async Task Labels_can_be_read_in_Verso_and_folds_have_their_triangle_in_the_classic_Notebook()
    {
        var fragment = new Fragment
        {
            Static = Html.Trusted(
                "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><details><summary>more</summary>…</details>"),
        };

        await using var page = await browser.ShowAsync(
            $"<style>{Rules}</style><div class=\"verso-output--html\">{fragment.ToHtml()}</div>",
            new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });

        (await page.Page.EvaluateAsync<string>(Styles, "th")).ShouldBe("rgb(227, 232, 238) rgba(0, 0, 0, 0) 0px table-cell");
        (await page.Page.EvaluateAsync<string>(Styles, "td")).ShouldBe("rgb(227, 232, 238) rgba(0, 0, 0, 0) 0px table-cell");
        (await page.Page.EvaluateAsync<string>(Styles, "summary")).ShouldEndWith(" list-item");
    }
}
