using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Up42.Interactive.Cli.Tests.Notebooks;

public sealed class ExportTests(Browser browser) : IDisposable
{
    private const string Fragment =
        """
        <div class="u42-v1"><style>.u42-v1{color:red}</style><iframe title="T" sandbox="allow-scripts allow-same-origin"
         src="https://example.org/" style="display:none;width:100%;height:200px;border:0"
        srcdoc="&lt;h2 onclick=&quot;x()&quot;&gt;still&lt;/h2&gt;&lt;script&gt;document.querySelector('h2').textContent = 'live'&lt;/script&gt;"></iframe>
        <div class="u42-s"><table><caption>The answer</caption><tr><td>1</td></tr></table></div></div>
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Export_prose_is_rendered_and_its_raw_markup_sanitised()
    {
        await using var page = await OpenAsync(
            Prose(
                "# A *title*\n\n<script>window.hacked = 1</script><b onclick=\"hacked = 2\">bold</b>\n\n[x](javascript:hacked=3) <img "
                    + "src=x onerror=hacked=4>"));

        (await page.Page.TitleAsync()).ShouldBe("A *title*");
        (await page.Page.Locator("h1 em").InnerTextAsync()).ShouldBe("title");
        await page.Page.Locator("b").ClickAsync();
        (await page.Page.EvaluateAsync<bool>("'hacked' in window")).ShouldBeFalse();
        (await page.Page.Locator("a").GetAttributeAsync("href")).ShouldBeNull();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_code_in_prose_is_highlighted_where_it_is_CSharp()
    {
        await using var page = await OpenAsync(Prose("```csharp\nvar x = 1 < 2;\n```\n\n```bash\nmake demo\n```"));

        (await page.Page.Locator(".prose pre").AllInnerTextsAsync()).ShouldBe(["var x = 1 < 2;", "make demo\n"]);
        (await page.Page.Locator(".prose .k").InnerTextAsync()).ShouldBe("var");
    }

    [Fact]
    public async Task Export_pictures_of_prose_are_taken_in_from_files_and_attachments()
    {
        File.WriteAllBytes(_folder["one pixel.png"], Convert.FromBase64String(Pixel));
        var prose = Prose("![file](one%20pixel.png) ![attached](attachment:two.png) ![far](https://example.org/a.png) ![gone](no.png)");
        prose["attachments"] = new JsonObject { ["two.png"] = new JsonObject { ["image/png"] = Pixel } };
        await using var page = await OpenAsync(prose);

        (await page.Page.EvaluateAsync<int[]>("[...document.images].map(image => image.naturalWidth)")).ShouldBe([1, 1, 0, 0]);
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_display_with_its_own_frame_is_live_in_it_and_static_on_paper()
    {
        await using var page = await OpenAsync(Code("1", Data("text/html", Fragment)));

        var frame = page.Page.Locator("iframe");
        (await page.Page.FrameLocator("iframe").Locator("h2").InnerTextAsync()).ShouldBe("live");
        (await frame.GetAttributeAsync("sandbox")).ShouldBe("allow-scripts");
        (await frame.GetAttributeAsync("src")).ShouldBeNull();
        (await frame.BoundingBoxAsync())!.Height.ShouldBe(200);
        (await page.Page.Locator("caption").IsVisibleAsync()).ShouldBeFalse();

        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Page.Locator("caption").IsVisibleAsync()).ShouldBeTrue();
        (await frame.IsVisibleAsync()).ShouldBeFalse();
        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_display_keeps_the_height_that_follows_its_width()
    {
        var display = Fragment.Replace("height:200px", "height:200px;height:min(932px,calc(50cqi + 7px))", StringComparison.Ordinal);
        await using var page = await OpenAsync(Code("1", Data("text/html", display)));

        var box = (await page.Page.Locator("iframe").BoundingBoxAsync())!;
        box.Height.ShouldBe((box.Width / 2) + 7, tolerance: 1);
    }

    [Fact]
    public async Task Export_output_with_scripts_runs_in_a_frame_of_its_own_height_that_cannot_reach_the_page()
    {
        const string Script = "<p>x</p><script>document.body.innerHTML += '<div style=\"height:700px\">ran</div>'; try { "
            + "parent.document.title = 'hacked' } catch {}</script>";
        await using var page = await OpenAsync(Prose("# Kept"), Code("1", Data("text/html", Script)));

        await page.Page.FrameLocator("iframe").GetByText("ran").WaitForAsync();
        await page.Page.WaitForFunctionAsync("document.querySelector('iframe').offsetHeight > 700");
        (await page.Page.TitleAsync()).ShouldBe("Kept");
    }

    [Fact]
    public async Task Export_output_that_a_sanitiser_would_break_stays_out_of_the_page()
    {
        string[] markups =
        [
            "<table onmouseover=\"document.title='hacked'\"><tr><td>x</td></tr></table>",
            "<style>body{display:none}</style>x",
            "<form action=\"https://example.org\"><input></form>",
            "<svg><script>1</script></svg>",
            "<link rel=stylesheet href=\"https://example.org/a.css\">x",
            "<base href=\"https://example.org\">x",
            "<meta http-equiv=refresh content=\"0;url=https://example.org\">x",
        ];
        await using var page = await OpenAsync([.. markups.Select(markup => Code("1", Data("text/html", markup)))]);

        (await page.Page.Locator(".output:has(iframe.frame)").CountAsync()).ShouldBe(markups.Length);
        (await page.Page.Locator(".markup").CountAsync()).ShouldBe(0);
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_pictures_from_elsewhere_in_outputs_are_not_asked_for()
    {
        await using var page = await OpenAsync(
            Code("1", Data("text/html", "<img src=\"https://example.org/pixel.png\" alt=\"far\"><img src=\"file:///etc/hostname\">")));

        page.Requests.ShouldBeEmpty();
        (await page.Page.Locator("img").First.GetAttributeAsync("alt")).ShouldBe("far");
    }

    [Fact]
    public async Task Export_styles_that_load_something_are_dropped_from_prose_and_outputs()
    {
        const string Markup = "<p "
            + "style=\"color:red;background:url(https://example.org/a.png);list-style-image:url(https://example.org/b.png);"
            + "cursor:url(https://example.org/c.png),auto\">styled</p>";
        await using var page = await OpenAsync(Prose(Markup), Code("1", Data("text/html", Markup)));

        page.Requests.ShouldBeEmpty();
        (await page.Page.ContentAsync()).ShouldNotContain("example.org");
        (await page.Page.Locator("p[style*=color]").CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Export_text_is_text_without_terminal_colours()
    {
        await using var page = await OpenAsync(Code(
            "var a = \"<b>\";",
            Stream("stdout", "<b>\u001b[31mred\u001b[0m\r 10 %\r100 %\ndone\r\n"),
            Stream("stderr", "careful"),
            JsonNode.Parse("""{"output_type":"error","ename":"Bad","evalue":"<i>","traceback":["\u001b[1mat\u001b[0m cell 1"]}""")!.AsObject(),
            JsonNode.Parse("""{"output_type":"error","ename":"E","evalue":"no","traceback":["Own.E: no","   at cell 1"]}""")!.AsObject()));

        (await page.Page.Locator(".output pre").AllInnerTextsAsync()).ShouldBe(["100 %\ndone\n", "careful", "at cell 1", "   at cell 1"]);
        (await page.Page.Locator(".error p, .code").AllInnerTextsAsync()).ShouldBe(["var a = \"<b>\";", "Bad: <i>", "E: no"]);
        (await page.Page.Locator(".code .s").InnerTextAsync()).ShouldBe("\"<b>\"");
    }

    [Fact]
    public async Task Export_drawing_is_a_picture_in_which_nothing_runs()
    {
        await using var page = await OpenAsync(
            Code("1",
                Data("image/svg+xml",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"10\"><script>parent.document.title='hacked'</script></svg>")));

        (await page.Page.EvaluateAsync<int>("document.images[0].naturalWidth")).ShouldBe(30);
        (await page.Page.TitleAsync()).ShouldBe("in");
    }

    [Fact]
    public async Task Export_code_reads_as_written()
    {
        const string Source = "#r \"nuget: Up42.Interactive\"\n// <note> & more\nvar x = $\"{1:0.0} %\"; /* b */\n\tclass A<T> { }\nawait F(\"\"\"raw\"\"\");";
        await using var page = await OpenAsync(Code(Source));

        (await page.Page.Locator(".code code").TextContentAsync()).ShouldBe(Source);
        (await page.Page.Locator(".d").TextContentAsync()).ShouldBe("#r \"nuget: Up42.Interactive\"\n");
        (await page.Page.Locator(".c").AllTextContentsAsync()).ShouldBe(["// <note> & more", "/* b */"]);
    }

    [Fact]
    public async Task Export_contents_lead_to_the_headings_also_to_those_of_one_name()
    {
        await using var page = await OpenAsync(
            new BrowserNewContextOptions { ViewportSize = new() { Width = 1600, Height = 500 } },
            Prose("# Title\n\n## Look & *see* `x`\n\ntext"), Code("1"), Prose("## Next\n\n### Deeper"),
                Code("2", Data("text/markdown", "## Shown by a cell")), Prose("## Next\n" + new string('\n', 5) + "end"));

        (await page.Page.Locator("nav li").AllInnerTextsAsync()).ShouldBe(["Look & see x", "Next", "Deeper", "Next"]);
        await page.Page.Locator("nav a").Last.ClickAsync();
        (await page.Page.EvaluateAsync<string>("document.querySelector(':target').parentElement.innerText")).ShouldBe("Next\n\nend");
        (await page.Page.EvaluateAsync<int>("new Set([...document.querySelectorAll('[id]')].map(element => element.id)).size")).ShouldBe(5);
    }

    [Fact]
    public async Task Export_code_folds_cell_by_cell_and_all_at_once()
    {
        var hidden = Code("var folded = 3;");
        hidden["metadata"] = new JsonObject { ["jupyter"] = new JsonObject { ["source_hidden"] = true } };
        await using var page = await OpenAsync(Code("var first = 1;\nvar more = 2;"), hidden);
        var code = page.Page.Locator(".code");

        (await code.First.IsVisibleAsync()).ShouldBeTrue();
        (await code.Last.IsVisibleAsync()).ShouldBeFalse();
        (await page.Page.Locator("summary .first").Last.InnerTextAsync()).ShouldBe("var folded = 3;");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Hide code" }).ClickAsync();
        (await code.First.IsVisibleAsync()).ShouldBeFalse();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show code" }).ClickAsync();
        (await code.Last.IsVisibleAsync()).ShouldBeTrue();
        await page.Page.Locator(".source > summary").First.ClickAsync();
        (await code.First.IsVisibleAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Export_reads_in_light_and_dark_and_on_a_narrow_screen(ColorScheme scheme)
    {
        await using var page = await OpenAsync(
            new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = 480, Height = 800 } },
            Prose("# Title\n\ntext"),
            Code("var aRatherLongName = \"a line of code that is far wider than a narrow screen, which scrolls for itself\";",
                Stream("stdout", new string('x', 400))));

        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(480);
        var background = await page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        background.ShouldBe(scheme == ColorScheme.Dark ? "rgb(20, 24, 29)" : "rgb(255, 255, 255)");
    }

    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static JsonObject Prose(string source) => new() { ["cell_type"] = "markdown", ["source"] = source };

    private static JsonObject Code(string source, params JsonNode[] outputs) =>
        new() { ["cell_type"] = "code", ["execution_count"] = 1, ["source"] = source, ["outputs"] = new JsonArray(outputs) };

    private static JsonObject Data(string mimeType, string content) =>
        new() { ["output_type"] = "display_data", ["data"] = new JsonObject { [mimeType] = content } };

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private Task<BrowserPage> OpenAsync(params JsonNode[] cells) => OpenAsync(new BrowserNewContextOptions(), cells);

    private async Task<BrowserPage> OpenAsync(BrowserNewContextOptions options, params JsonNode[] cells)
    {
        var notebook = new JsonObject { ["cells"] = new JsonArray(cells), ["nbformat"] = 4, ["nbformat_minor"] = 5 };
        await File.WriteAllTextAsync(_folder["in.ipynb"], notebook.ToJsonString());
        await File.WriteAllTextAsync(_folder["out.html"], NotebookPage.Render(Notebook.Read(_folder["in.ipynb"])));
        return await browser.OpenAsync(_folder["out.html"], options);
    }

    public void Dispose() => _folder.Dispose();
}
