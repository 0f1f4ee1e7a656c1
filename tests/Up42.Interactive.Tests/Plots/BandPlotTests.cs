using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace Up42.Interactive.Tests.Plots;

public sealed class BandPlotTests(SampleScenes scenes) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Olinda => SampleScenes.RasterIn(scenes.Olinda);

    [Fact]
    public void ToDisplayString_of_the_plot_is_its_html() => Plot(1, Olinda).ToDisplayString("text/html").ShouldBe(Plot(1, Olinda).ToHtml());

    [Fact]
    public void ToString_says_bands_stretch_size_and_crs() =>
        Plot([4, 3, 2], Olinda).ToString().ShouldBe(
            "Plot of L7_ETMs.tif: bands 4 (red), 3 (green), 2 (blue); "
            + "stretched from 12–95, 30–113, 42–100; 349 × 352 pixels; SIRGAS 2000 / UTM zone 25S (EPSG:31985)");

    [Fact]
    public void ToHtml_keeps_to_its_size() => Plot(null, Olinda).ToHtml().Length.ShouldBeLessThan(1_500_000);

    [Fact]
    public void ToHtml_of_nine_rasters_keeps_to_its_size() => Plot(null, [.. Enumerable.Repeat(Olinda, 9)]).ToHtml().Length.ShouldBeLessThan(1_500_000);

    [Fact]
    public void ToHtml_gives_the_same_bytes_each_time() => Plot(null, Olinda).ToHtml().ShouldBe(Plot(null, Olinda).ToHtml());

    [Fact]
    public void Titles_fewer_than_rasters_are_kept_and_file_names_follow() =>
        PlotBuilder.Bands([Olinda, Olinda], ["Recife"], null, new(), TestContext.Current.CancellationToken).Titles.ShouldBe(["Recife", "L7_ETMs.tif"]);

    [Fact]
    public void Band_7_of_4_names_the_bands_there_are() =>
        Should.Throw<Up42Exception>(() => Plot(7, SampleScenes.RasterIn(scenes.Berlin))).Message.ShouldContain("no band 7; it has 4 bands");

    [Fact]
    public void Two_bands_are_no_picture() =>
        Should.Throw<ArgumentException>(() => Plot([1, 2], Olinda))
            .Message.ShouldStartWith("A picture shows 1 band in grey or 3 bands as red, green and blue; 2 were given.");

    [Fact]
    public void Berlin_is_cropped_to_its_data_and_says_so() =>
        Plot(null, SampleScenes.RasterIn(scenes.Berlin)).ToString().ShouldContain("data in 256 × 256 of 768 × 768");

    [Fact]
    public void ToChart_stands_alone_with_picture_and_axes()
    {
        var json = GenericChart.toFigureJson(Plot(1, Olinda, Olinda).ToChart());

        json.Split("\"source\":\"data:image/webp;base64,").Length.ShouldBe(3);
        json.ShouldContain("\"yaxis2\"");
        json.ShouldContain("Easting (m) · SIRGAS 2000 / UTM zone 25S");
    }

    [Fact]
    public void SaveHtml_writes_the_page_with_its_picture_once()
    {
        var html = File.ReadAllText(Plot([3, 2, 1], Olinda).SaveHtml(_folder["a/plot.html"]));

        html.ShouldStartWith("<!doctype html>");
        html.Split("data:image/webp").Length.ShouldBe(2);
    }

    public void Dispose() => _folder.Dispose();

    private static BandPlot Plot(BandList? bands, params string[] rasters) =>
        PlotBuilder.Bands([.. rasters.Select(raster => (NamedRaster)raster)], [], bands, new PlotOptions(), TestContext.Current.CancellationToken);
}
