using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Displays;

public sealed partial class DisplayTests(DisplaySamples samples) : IClassFixture<DisplaySamples>
{
    private const int PageBudget = 200_000;
    private const int PlotBudget = 1_500_000;
    private const int MapBudget = 4_000_000;

    public static TheoryData<string> Names => [.. DisplaySamples.Names];

    [Fact]
    public void Every_type_that_shows_itself_has_a_sample_and_the_attribute_that_notebooks_look_for()
    {
        var types = typeof(IDisplay).Assembly.GetTypes()
            .Where(type => typeof(IDisplay).IsAssignableFrom(type) && type is { IsInterface: false, IsAbstract: false })
            .Where(type => type != typeof(ForeignDisplay)).ToList(); // stands for an object of another library, which the host formats
        types.Where(
            type => type.GetCustomAttributes(inherit: true).All(attribute => attribute.GetType().Name != "TypeFormatterSourceAttribute"))
                .ShouldBeEmpty();
        DisplaySamples.Names.Select(name => name.Split('-')[0]).Distinct().Order().ShouldBe(types.Select(type => type.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Html_and_text_are_as_expected_and_the_same_each_time(string name)
    {
        var (one, html) = samples.Show(name);

        one.ToHtml().ShouldBe(html);
        samples.Make(name).ToHtml().ShouldBe(html);
        Expectation.Match(samples.WithoutFolder(DisplayGolden.Format(one, html)), $"Displays/{name}.html");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToString_is_one_line_and_the_html_keeps_to_its_budget(string name)
    {
        var (display, html) = samples.Show(name);

        // A table says in its first line what it is, and then shows itself as text.
        var text = display is Exception error ? error.GetType() + ": " + error.Message
            : display is FeatureTable ? display.ToString()!.Split('\n')[0]
            : display.ToString()!;
        display.ToString()!.ShouldStartWith(text);
        text.ShouldNotContain('\n');
        text.Length.ShouldBeInRange(5, 300);
        Encoding.UTF8.GetByteCount(html).ShouldBeLessThanOrEqualTo(
            name.Split('-')[0].EndsWith("Plot", StringComparison.Ordinal) ? PlotBudget
                : name is "ResultMap" or "ResultComparison" or "ResultTimeline" or "AoiMap" ? MapBudget
                : PageBudget);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_formatter_of_NET_Interactive_finds_it_also_in_lists_and_anonymous_objects(string name)
    {
        var (display, html) = samples.Show(name);

        display.ToDisplayString("text/html").ShouldBe(html);
        display.ToDisplayString("text/plain").ShouldBe(display.ToString());
        new List<object> { display, 1 }.ToDisplayString("text/html").ShouldContain(html);
        new { shown = display, number = 1 }.ToDisplayString("text/html").ShouldContain(html);
    }

    [Fact]
    public void JupyterLabs_sanitizer_leaves_all_words_and_pictures()
    {
        var displays = DisplaySamples.Names.Select(name => samples.Show(name).Html).ToList();

        var left = JupyterSanitizer.Sanitize(string.Join("<hr>", displays)).Split("<hr />");

        left.Length.ShouldBe(displays.Count);
        foreach (var (sanitised, whole) in left.Zip(displays.Select(html => Frame().Replace(html, ""))))
        {
            DisplayText(sanitised).ShouldBe(DisplayText(whole));
            DisplayGolden.Pictures(sanitised).Count.ShouldBe(DisplayGolden.Pictures(whole).Count);
            sanitised.ShouldNotContain("<iframe");
            sanitised.ShouldNotContain("<style");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_pictures_are_pictures_with_words_for_them(string name)
    {
        var html = samples.Show(name).Html;

        foreach (var (type, bytes) in DisplayGolden.Pictures(html))
        {
            (type switch
            {
                "image/png" => bytes.AsSpan(1).StartsWith("PNG"u8),
                "image/webp" => bytes.AsSpan(8).StartsWith("WEBP"u8),
                "image/svg+xml" => System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!.Name.LocalName == "svg",
                _ => false,
            }).ShouldBeTrue(type);
        }

        Image().Matches(html).ShouldAllBe(image => image.Value.Contains(" alt=\"", StringComparison.Ordinal));
    }

    private static string DisplayText(string html) => string.Join(
        ' ', WebUtility.HtmlDecode(Tag().Replace(Style().Replace(html, " "), " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<iframe .*?</iframe>", RegexOptions.Singleline)]
    private static partial Regex Frame();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<img [^>]*>")]
    private static partial Regex Image();
}
