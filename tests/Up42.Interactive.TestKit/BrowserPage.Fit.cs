namespace Up42.Interactive.TestKit;

public sealed partial class BrowserPage
{
    // What is wider than its place without a way to scroll there. Leaflet's map is a window on more by its nature.
    private const string Cut = """
        () => {
          const found = [];
          const root = document.documentElement;
          const name = (element) => `${element.localName}${element.className && element.getAttribute ? `.${element.getAttribute("class")}` : ""}`;
          if (root.scrollWidth > innerWidth + 1) {
            found.push(`the page is ${root.scrollWidth} wide in ${innerWidth}`);
          }
          if (parent !== window && root.scrollHeight > innerHeight + 2) {
            found.push(`the frame's page is ${root.scrollHeight} high in ${innerHeight}`);
          }
          for (const element of document.body.querySelectorAll("*:not(svg *)")) {
            const style = getComputedStyle(element);
            if (element.closest(".leaflet-container, svg") || element.getClientRects().length === 0
              || style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none"
              || (element.clientWidth <= 1 && element.clientHeight <= 1)) {
              continue;
            }
            if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
              found.push(`${name(element)} hides ${element.scrollWidth} in ${element.clientWidth}`);
            }
            if (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2) {
              found.push(`${name(element)} hides a height of ${element.scrollHeight} in ${element.clientHeight}`);
            }
          }
          return found;
        }
        """;

    /// <summary>
    /// What is cut: pages wider than the window, frames lower than what is in them, elements that hide a part of themselves. The frames must have
    /// started, by <see cref="StartFramesAsync"/>; one that changes its height then has a second to do so.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindCutAsync()
    {
        List<string> found = [];
        for (var attempt = 0; attempt < 10; attempt++)
        {
            found = await MeasureCutAsync();
            if (found.Count == 0)
            {
                break;
            }

            await Page.WaitForTimeoutAsync(100);
        }

        return found;
    }

    private async Task<List<string>> MeasureCutAsync()
    {
        List<string> found = [.. await Page.EvaluateAsync<string[]>(Cut)];
        foreach (var frame in await Page.Locator("iframe:visible").AllAsync())
        {
            var title = await frame.GetAttributeAsync("title");
            var inside = await frame.ContentFrame.Locator("html").EvaluateAsync<string[]>(Cut);
            found.AddRange(inside.Select(cut => $"{title}: {cut}"));
        }

        return found;
    }
}
