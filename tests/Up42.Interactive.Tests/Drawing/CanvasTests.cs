namespace Up42.Interactive.Tests.Drawing;

public sealed class CanvasTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void ToPng_has_two_pixels_for_each_and_what_was_drawn_where_it_was_drawn()
    {
        using var canvas = new Canvas(40, 30);
        canvas.Picture([255, 0, 0, 255, 0, 0, 255, 128], 2, new CanvasRect(10, 10, 20, 10));
        canvas.Polygon([[(0, 0), (9, 0), (9, 9), (0, 9)], [(3, 3), (6, 3), (6, 6), (3, 6)]], Rgba.Parse("#00ff00"), null);

        var image = Read(canvas);

        (image.Width, image.Height).ShouldBe((80, 60));
        Color(image, 15, 15).ShouldBe((255, 0, 0));
        Color(image, 25, 15).ShouldBe((127, 127, 255));
        Color(image, 1, 1).ShouldBe((0, 255, 0));
        Color(image, 4, 4).ShouldBe((255, 255, 255));
        Color(image, 35, 25).ShouldBe((255, 255, 255));
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void ToPng_of_very_large_paper_has_fewer_pixels()
    {
        using var canvas = new Canvas(10_000, 10_000);

        File.WriteAllBytes(_folder["large.png"], canvas.ToPng());

        using var image = RasterFile.Open(_folder["large.png"]);
        (image.Width * image.Height).ShouldBeInRange(39_000_000, 41_000_000);
    }

    [Fact]
    public void Text_stands_where_its_anchor_says_and_is_readable_in_the_font_of_the_library()
    {
        using var canvas = new Canvas(100, 40);
        canvas.Text("Höhe Ωя", 100, 20, TextStyle.Title, anchor: 1);

        var image = Read(canvas);

        var ink = Enumerable.Range(0, 200).Where(column => Enumerable.Range(0, 80).Any(row => image[1, column, row] < 128)).ToList();
        ink.Max().ShouldBeInRange(194, 199);
        ((double)ink.Min()).ShouldBe(200 - (2 * TextLayout.Width("Höhe Ωя", TextStyle.Title)), 4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("東京 😀 \ud800 \u202Eevil \0\u0001")]
    public void Text_that_the_font_lacks_is_drawn_without_a_failure(string text)
    {
        using var canvas = new Canvas(200, 20);
        canvas.Text(text, 0, 10, TextStyle.Name);

        var image = Read(canvas);

        Enumerable.Range(0, 400 * 40).Any(i => image[1, i % 400, i / 400] < 128).ShouldBe(text.Length > 0);
    }

    [Fact]
    public void Shorten_cuts_the_end_or_the_middle_to_the_width()
    {
        const string Name = "S2A_MSIL2A_20260611T101021_N0500_R022_T33UUU.tif";

        TextLayout.Shorten(Name, TextStyle.Title, 1000).ShouldBe(Name);
        TextLayout.Shorten(Name, TextStyle.Title, 200).ShouldMatch("^S2A_MSIL2A_.+…$");
        TextLayout.Shorten(Name, TextStyle.Title, 200, inMiddle: true).ShouldMatch("^S2A_MS.+….+UUU\\.tif$");
        TextLayout.Width(TextLayout.Shorten(Name, TextStyle.Title, 200, inMiddle: true), TextStyle.Title).ShouldBeInRange(150, 200);
        TextLayout.Shorten(Name, TextStyle.Title, 0).ShouldBe("…");
    }

    [Fact]
    public void Wrap_breaks_between_words_and_in_words_that_are_too_long()
    {
        var lines = TextLayout.Wrap($"bands 3 (red), 2 (green), 1 (blue) {new string('x', 60)} end", TextStyle.Note, 150, 10);

        lines.Count.ShouldBeGreaterThan(3);
        lines.ShouldAllBe(line => TextLayout.Width(line, TextStyle.Note) <= 150);
        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal).ShouldBe($"bands3(red),2(green),1(blue){new string('x', 60)}end");
        TextLayout.Wrap(new string('x', 600), TextStyle.Note, 150, 2)[1].ShouldEndWith("…");
    }

    [Fact]
    public void Legend_flows_into_rows_of_the_width()
    {
        var legend = new Legend([.. Enumerable.Range(0, 9).Select(i => new LegendEntry($"Landsat {i}", Rgba.Dark, new Pen(Rgba.Rule)))], 300);
        using var canvas = new Canvas(300, legend.Height);
        legend.Draw(canvas, 0, 0);

        var image = Read(canvas);

        legend.Height.ShouldBeInRange(50, 120);
        Enumerable.Range(0, image.Height).Any(row => image[1, image.Width - 2, row] < 128).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private static (double R, double G, double B) Color(RawImage image, int x, int y) =>
        (image[1, 2 * x, 2 * y], image[2, 2 * x, 2 * y], image[3, 2 * x, 2 * y]);

    private RawImage Read(Canvas canvas)
    {
        File.WriteAllBytes(_folder["a.png"], canvas.ToPng());
        return RawImage.Read(_folder["a.png"]);
    }
}
