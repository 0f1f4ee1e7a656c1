using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Executed tutorials through Debian's nbconvert: the page is not ours, the displays on it are.</summary>
[Trait("Tier", "Long")]
public sealed partial class NbconvertTests(Browser browser) : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names => [.. TutorialRun.Names.Skip(1)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nbconvert_page_shows_the_same_displays(string name)
    {
        using var run = await TutorialRun.StartAsync(name);
        run.Result.ExitCode.ShouldBe(0, run.Result.Error);
        Tool.Run("/usr/bin/python3", "-m", "nbconvert", "--to", "html", "--output-dir", _folder.Path, "--output", "page", run.Notebook);
        var titles = run.Cells.SelectMany(cell => cell["outputs"]?.AsArray() ?? []).Select(output => output!["data"]?["text/html"])
            .Where(html => html is not null).SelectMany(html => Frame().Matches(NotebookFile.Text(html))).Select(match => match.Groups["title"].Value).ToList();

        // nbconvert's own page asks for its scripts from outside; they are refused, and nothing of ours needs them.
        await using var page = await browser.OpenAsync(_folder["page.html"], new() { ViewportSize = new() { Width = 1200, Height = 1000 } });
        var frames = await page.Page.Locator(".u42-v1 > iframe").AllAsync();

        frames.Count.ShouldBe(titles.Count);
        foreach (var (frame, title) in frames.Zip(titles))
        {
            (await frame.GetAttributeAsync("title")).ShouldBe(System.Net.WebUtility.HtmlDecode(title));
            await frame.ScrollIntoViewIfNeededAsync();
            await frame.ContentFrame.Locator("body.u42-ready").WaitForAsync(new() { Timeout = 300_000 });
        }
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("""<iframe title="(?<title>[^"]*)" sandbox""")]
    private static partial Regex Frame();
}
