using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Pages ask no server for anything, and take in no file that is not a picture of the notebook's.</summary>
public sealed class ExportCallsTests(Browser browser) : IDisposable
{
    private static readonly byte[] Png = [0x89, .. "PNG"u8];

    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("<input type=image src=\"https://evil.example/a.png\">")]
    [InlineData("<input type=image src=\"//evil.example/a.png\">")]
    [InlineData("<table background=\"https://evil.example/a.png\"><tr><td background=\"//evil.example/b.png\">x</td></tr></table>")]
    [InlineData("<img srcset=\"https://evil.example/a.png 2x\" lowsrc=\"https://evil.example/b\" src=\"https://evil.example/c\" usemap=\"//evil.example\">")]
    [InlineData("<button formaction=\"//evil.example\">x</button> <blockquote cite=\"https://evil.example\">x</blockquote>")]
    [InlineData("<a ping=\"https://evil.example\" style=\"width:url(https://evil.example/a);shape-outside:url(//evil.example)\">x</a>")]
    [InlineData("<div style=\"width:url(https://evil.example/a);height:image-set('https://evil.example/b' 1x)\">x</div>")]
    [InlineData("![x](//evil.example/a.png) ![y](https://www.youtube.com/embed/evil.example) ![z](https://evil.example/a.mp4)")]
    public void Addresses_of_others_stay_in_links_alone(string markup)
    {
        var page = Render(Prose(markup + " <a href=\"https://good.example\">x</a>"));

        page.ShouldNotContain("evil.example");
        page.ShouldContain("href=\"https://good.example\"");
    }

    [Fact]
    public async Task Frames_that_a_cell_makes_load_nothing()
    {
        const string Frame = "<iframe sandbox=\"allow-scripts\" srcdoc=\"<p>in</p><img src=https://evil.example/a.png><script>"
            + "new Image().src='https://evil.example/b.png';fetch('https://evil.example/c')</script>\"></iframe>";
        const string Script = "<script>new Image().src='https://evil.example/d.png'</script><p>in</p>";
        var html = Render(Output(Frame), Output(Script));
        await File.WriteAllTextAsync(_folder["out.html"], html, TestContext.Current.CancellationToken);

        await using var page = await browser.OpenAsync(_folder["out.html"]);
        foreach (var frame in await page.Page.Locator("iframe").AllAsync())
        {
            await frame.ContentFrame.GetByText("in").WaitForAsync();
        }

        page.Requests.ShouldBeEmpty();
        html.ShouldContain("img-src data: blob: https://server.arcgisonline.com https://a.basemaps.cartocdn.com https://tile.openstreetmap.org; base-uri");
    }

    [Fact]
    public void Pictures_are_regular_files_of_the_folder_that_begin_as_pictures_do()
    {
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllBytes(_folder["elsewhere/a.png"], Png);
        File.CreateSymbolicLink(_folder["linked"], _folder["elsewhere"]);
        File.CreateSymbolicLink(_folder["passwd.png"], "/etc/passwd");
        File.CreateSymbolicLink(_folder["zero.png"], "/dev/zero");
        Tool.Run("mkfifo", _folder["pipe.png"]);
        File.WriteAllText(_folder["text.png"], "a secret");
        File.WriteAllText(_folder["text.svg"], "a secret");
        File.WriteAllText(_folder["b.svg"], "\uFEFF <svg/>");
        Enlarge("large.png", 9_000_000);

        string[] refused = ["linked/a.png", "passwd.png", "zero.png", "pipe.png", "text.png", "text.svg", "large.png", "none.png", "%00.png"];
        var clock = Stopwatch.StartNew();
        var page = Render(Prose(string.Join(' ', refused.Select(name => $"![{name}]({name})"))), Prose("![b](b.svg) ![a](elsewhere/a.png)"));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        page.ShouldContain("A picture is left out: passwd.png. The reason: links are not followed.");
        page.ShouldContain("A picture is left out: linked/a.png. The reason: links are not followed.");
        page.ShouldContain("A picture is left out: pipe.png. The reason: it is not a file.");
        page.ShouldContain("A picture is left out: text.svg. The reason: it does not begin as a picture does.");
        page.ShouldContain("A picture is left out: large.png. The reason: it has 9 MB, and up to 8 MB are shown.");
        page.Split("src=\"data:image/").Length.ShouldBe(1 + 2);
        page.ShouldContain("alt=\"passwd.png\"");
    }

    [Fact]
    public void Pictures_of_a_page_are_bounded_together()
    {
        Enlarge("a.png", 6 << 20);
        var pictures = new PagePictures(_folder.Path, new PageBudget());

        var shown = Enumerable.Range(0, 9).Count(_ => pictures.Embed("a.png", null) is not null);

        shown.ShouldBe(3);
        pictures.TakeRemarks().ShouldBe(["A picture is left out: a.png. The reason: the pictures of this page take more than 32 MB in all."]);
        pictures.TakeRemarks().ShouldBeEmpty();
    }

    private static JsonObject Prose(string source) => new() { ["cell_type"] = "markdown", ["source"] = source };

    private static JsonObject Output(string html) => new()
    {
        ["cell_type"] = "code",
        ["source"] = "1",
        ["outputs"] = new JsonArray(new JsonObject { ["output_type"] = "display_data", ["data"] = new JsonObject { ["text/html"] = html } }),
    };

    private void Enlarge(string name, long length)
    {
        using var file = File.Create(_folder[name]);
        file.Write(Png);
        file.SetLength(length);
    }

    private string Render(params JsonNode[] cells)
    {
        File.WriteAllText(_folder["in.ipynb"], new JsonObject { ["cells"] = new JsonArray(cells), ["nbformat"] = 4 }.ToJsonString());
        return NotebookPage.Render(Notebook.Read(_folder["in.ipynb"]));
    }

    public void Dispose() => _folder.Dispose();
}
