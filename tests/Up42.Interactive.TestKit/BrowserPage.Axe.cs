using System.Text.Json;
using Xunit;

namespace Up42.Interactive.TestKit;

public sealed partial class BrowserPage
{
    // Each frame is looked at from inside; what a page says of its frames, their titles, is found in the page.
    private const string RunAxe =
        """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
          const { violations, passes } = await axe.run(document, { iframes: false, runOnly: tags, rules: { 'target-size': { enabled: true } } });
          return { passed: passes.length,
           violations: violations.flatMap(rule => rule.nodes.map(node =>
            `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`)) };
        }
        """;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "web", "axe.js")) + "\n;null");

    /// <summary>Lets axe-core look at the page and its frames; fails with what it finds against WCAG 2.2, levels A and AA.</summary>
    public async Task AxeAsync()
    {
        var found = new List<string>();
        foreach (var frame in Page.Frames)
        {
            await frame.EvaluateAsync(Axe.Value);
            var result = await frame.EvaluateAsync<JsonElement>(RunAxe);
            Assert.True(result.GetProperty("passed").GetInt32() > 0, "axe found nothing to look at.");
            found.AddRange(result.GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()!));
        }

        Assert.True(found.Count == 0, $"axe found {found.Count} violations:\n{string.Join("\n", found.Take(20))}");
    }
}
