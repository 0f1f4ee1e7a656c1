using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Tests.Rasters;

public sealed class RasterFileDisplayTests(SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void ToHtml_shows_a_thumbnail_and_the_facts()
    {
        using var raster = RasterFile.Open(SampleScenes.RasterIn(scenes.Olinda));

        var html = raster.ToHtml();

        html.ShouldContain("<img src=\"data:image/webp;base64,");
        html.ShouldContain("349 × 352 pixels");
        html.ShouldContain("SIRGAS 2000 / UTM zone 25S (EPSG:31985)");
        html.ShouldContain("28.5 × 28.5 m");
        html.ShouldContain("<td>uint8</td>");
        html.Length.ShouldBeLessThan(200_000);
        raster.ToDisplayString("text/html").ShouldBe(html);
    }

    [Fact]
    public void ToHtml_after_dispose_is_the_same_or_without_a_thumbnail()
    {
        var shown = RasterFile.Open(SampleScenes.RasterIn(scenes.Olinda));
        var html = shown.ToHtml();
        shown.Dispose();
        shown.ToHtml().ShouldBe(html);

        var closed = RasterFile.Open(SampleScenes.RasterIn(scenes.Olinda));
        closed.Dispose();
        closed.ToHtml().ShouldContain("No thumbnail: the raster was closed before it was shown.");
    }

    [Fact]
    public void ToHtml_of_a_hostile_name_and_many_bands_is_text_and_short()
    {
        var path = _folder["\"><img src=x onerror=alert(1)>.tif"];
        RasterZoo.MakeScene(_folder, 70, 50);
        File.Copy(RasterZoo.Make(_folder, "130 bands"), path);
        using var raster = RasterFile.Open(path);

        var html = raster.ToHtml();

        html.ShouldNotContain("<img src=x");
        html.ShouldContain("106 more bands are not shown.");
    }

    public void Dispose() => _folder.Dispose();
}
