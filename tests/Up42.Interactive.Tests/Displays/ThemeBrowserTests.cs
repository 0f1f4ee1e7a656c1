using Microsoft.Playwright;

namespace Up42.Interactive.Tests.Displays;

/// <summary>Light and dark change while a display is shown: by the reader's setting, or by <c>data-theme</c>, which goes before it.</summary>
public sealed class ThemeBrowserTests(Browser browser, DisplaySamples samples) : IClassFixture<DisplaySamples>, IDisposable
{
    private const string SetTheme = "theme => document.documentElement.setAttribute('data-theme', theme)";

    private readonly TempFolder _folder = new();

    [Fact]
    public Task A_map_follows_the_theme_that_its_page_names() => AssertFollowsAsync("ResultMap", ColorScheme.Light, ColorScheme.Dark, isNamed: true);

    [Theory]
    [Trait("Tier", "Long")]
    [InlineData("ResultMap", ColorScheme.Dark, ColorScheme.Light, true)]
    [InlineData("ResultMap", ColorScheme.Light, ColorScheme.Dark, false)]
    [InlineData("ResultTimeline", ColorScheme.Light, ColorScheme.Dark, true)]
    [InlineData("BandPlot", ColorScheme.Light, ColorScheme.Dark, true)]
    [InlineData("BandPlot", ColorScheme.Dark, ColorScheme.Light, false)]
    [InlineData("TablePlot-bars", ColorScheme.Dark, ColorScheme.Light, true)]
    [InlineData("FeatureTable-many", ColorScheme.Light, ColorScheme.Dark, true)]
    [InlineData("FeatureTable-many", ColorScheme.Dark, ColorScheme.Light, false)]
    public Task Pages_follow_theme_and_setting(string name, ColorScheme before, ColorScheme after, bool isNamed) =>
        AssertFollowsAsync(name, before, after, isNamed);

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Cards_follow_the_theme_of_the_page_around_them_and_are_light_on_paper()
    {
        await using var page = await browser.ShowAsync(samples.Show("JobSnapshot").Html);
        (await GroundAsync()).ShouldBe("rgb(255, 255, 255)");

        await page.Page.EvaluateAsync(SetTheme, "dark");
        (await GroundAsync()).ShouldBe("rgb(20, 24, 30)");
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.Page.EvaluateAsync(SetTheme, "light");
        (await GroundAsync()).ShouldBe("rgb(255, 255, 255)");
        await page.Page.EvaluateAsync(SetTheme, "dark");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await GroundAsync()).ShouldBe("rgb(255, 255, 255)");
        page.Errors.ShouldBeEmpty();

        Task<string> GroundAsync() => page.Page.EvaluateAsync<string>(
            """
            () => {
              const probe = document.querySelector('.u42-s').appendChild(document.createElement('i'));
              probe.style.color = 'var(--u42-bg)';
              return getComputedStyle(probe).color;
            }
            """);
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task A_page_in_a_frame_takes_over_the_theme_of_a_host_that_it_can_read()
    {
        var table = File.ReadAllText(Save("FeatureTable-many"));
        await using var page = await browser.ShowAsync($"<iframe height=600 srcdoc='{System.Net.WebUtility.HtmlEncode(table)}'></iframe>");
        var frame = page.Page.Frames[1];
        await frame.Locator("body.u42-ready").WaitForAsync();
        await page.Page.EvaluateAsync(SetTheme, "dark");
        await frame.WaitForFunctionAsync("() => getComputedStyle(document.body).backgroundColor === 'rgb(20, 24, 30)'");
        await page.Page.EvaluateAsync(SetTheme, "light");
        await frame.WaitForFunctionAsync("() => getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'");
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>After the change the page looks as one that was opened with that colour scheme, and not as before.</summary>
    private async Task AssertFollowsAsync(string name, ColorScheme before, ColorScheme after, bool isNamed)
    {
        var path = Save(name);
        await using var expected = await OpenAsync(path, after);
        await using var page = await OpenAsync(path, before);
        var (wanted, old) = (await expected.ScreenshotAsync(), await page.ScreenshotAsync());
        await (isNamed
            ? page.Page.EvaluateAsync(SetTheme, after == ColorScheme.Dark ? "dark" : "light")
            : page.Page.EmulateMediaAsync(new() { ColorScheme = after }));
        await page.Page.WaitForTimeoutAsync(400);

        var found = await page.ScreenshotAsync();
        Difference(found, wanted).ShouldBeLessThan(0.001);
        Difference(found, old).ShouldBeGreaterThan(0.2);
        page.Errors.ShouldBeEmpty();
    }

    /// <summary>The share of pixels that are not alike.</summary>
    private static double Difference(RawImage one, RawImage other)
    {
        (one.Width, one.Height).ShouldBe((other.Width, other.Height));
        var count = one.Width * one.Height;
        return Enumerable.Range(0, count).Count(i => Enumerable.Range(1, 3).Any(
            band => Math.Abs(one[band, i % one.Width, i / one.Width] - other[band, i % one.Width, i / one.Width]) > 12)) / (double)count;
    }

    private string Save(string name) => samples.Make(name) switch
    {
        FeatureTable table => table.SaveHtml(_folder["page.html"]),
        var display => ((PageDisplay)display).SaveHtml(_folder["page.html"]),
    };

    private async Task<BrowserPage> OpenAsync(string path, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(path, new() { ColorScheme = scheme });
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        await page.Page.WaitForTimeoutAsync(600);
        return page;
    }
}
