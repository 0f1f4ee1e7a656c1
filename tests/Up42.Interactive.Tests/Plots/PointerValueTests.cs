using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Plots;

/// <summary>What the pointer tells at random positions of a plot, against <c>gdallocationinfo</c> at the pixel that it names.</summary>
public sealed partial class PointerValueTests(Browser browser, PointerScenes scenes) : IClassFixture<Browser>, IClassFixture<PointerScenes>
{
    private const int Positions = 84;

    public static TheoryData<string> Rasters =>
    [
        "rasters/a05_alpha_float32/a.tif", "rasters/a10_constant_float/a.tif", "rasters/b28_classes_0_10_uint8/a.tif", "rasters/c36b_sinusoidal/a.tif",
        "rasters/f54_landsat_st_kelvin/a.tif", "rasters/f56_ndvi_int16_scaled/a.tif", "rasters/h61_skewed_zeros/a.tif", "rasters/i03_taudem_nodata/a.tif",
        PointerScenes.Reduced, PointerScenes.SouthUp, PointerScenes.Float, PointerScenes.Overviews, PointerScenes.Rare,
    ];

    [Theory]
    [MemberData(nameof(Rasters))]
    public async Task Random_positions_tell_the_value_of_the_pixel_that_is_named(string name)
    {
        var raster = scenes.Find(name);
        await using var page = await browser.OpenAsync(Save(raster));
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        var told = await PointAsync(page, new Random(7));

        var seen = told.Where(point => point.Label.Length > 0).Select(point => (point.X, point.Y, Reading: Reading.Parse(point.Label))).ToList();
        var named = seen.Where(point => point.Reading.Column >= 0).ToList();
        var pointed = GdalLocation.Of(raster, named.Select(point => (point.X, point.Y)), isCoordinate: named.Count > 0 && named[0].Reading.HasCoordinates);
        var truth = GdalLocation.Of(raster, named.Select(point => ((double)point.Reading.Column, (double)point.Reading.Row)), isCoordinate: false);

        seen.Count.ShouldBeGreaterThan(Positions * 9 / 10);
        named.Count.ShouldBeGreaterThan(Positions / 3);
        seen.Except(named).ShouldAllBe(point => point.Reading.Text.StartsWith("no data", StringComparison.Ordinal));
        using var file = RasterFile.Open(raster);
        var reduction = Math.Max(1, Math.Max(file.Width, file.Height) / 1024.0);
        var reach = (int)Math.Ceiling(reduction - 1);
        for (var i = 0; i < named.Count; i++)
        {
            var reading = named[i].Reading;
            if (reading.IsNoData)
            {
                continue;
            }

            var place = $"{named[i].X}, {named[i].Y}: {reading.Text}";
            Math.Abs(reading.Column - pointed[i].Column).ShouldBeLessThanOrEqualTo(reach, place);
            Math.Abs(reading.Row - pointed[i].Row).ShouldBeLessThanOrEqualTo(reach, place);
            if (reading.IsPixel)
            {
                Math.Abs(reading.Value - truth[i].Value).ShouldBeLessThanOrEqualTo(reading.HalfStep + (1e-6 * Math.Abs(truth[i].Value)), place);
            }
        }

        page.Errors.ShouldBeEmpty();
        page.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Positions_are_a_thousand() => (Rasters.Count * Positions).ShouldBeGreaterThan(1000);

    private string Save(string raster)
    {
        var path = scenes.NewPage();
        PlotBuilder.Bands([raster], ["1"], null, new PlotOptions(), TestContext.Current.CancellationToken).SaveHtml(path);
        return path;
    }

    /// <summary>Moves the pointer over random places of the axes: their coordinates, and the label that is seen.</summary>
    private static async Task<List<(double X, double Y, string Label)>> PointAsync(BrowserPage page, Random random)
    {
        var places = Enumerable.Range(0, Positions).Select(_ => new[] { random.NextDouble(), random.NextDouble() }).ToArray();
        var told = await page.Page.EvaluateAsync<System.Text.Json.JsonElement>(
            """
            async places => {
              const plot = document.querySelector('.js-plotly-plot'), { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect();
              const label = plot.querySelector('.u42-pixel-label'), told = [];
              for (const [across, down] of places) {
                const [x, y] = [across * xaxis._length, down * yaxis._length];
                plot.dispatchEvent(new PointerEvent('pointermove',
                  { clientX: box.left + xaxis._offset + x, clientY: box.top + yaxis._offset + y, pointerType: 'mouse', bubbles: true }));
                await new Promise(resolve => setTimeout(resolve, told.length ? 0 : 500));
                told.push({ x: xaxis.p2d(x), y: yaxis.p2d(y), label: label.hidden ? '' : label.innerText });
              }
              return told;
            }
            """,
            places);
        return [.. told.EnumerateArray().Select(point => (point.GetProperty("x").GetDouble(), point.GetProperty("y").GetDouble(), point.GetProperty("label").GetString()!))];
    }

    /// <summary>A label, taken apart.</summary>
    private sealed partial record Reading(string Text, int Column, int Row, double Value, double HalfStep)
    {
        /// <summary>Whether one pixel of the file is named, not an overview's or one of several.</summary>
        public bool IsPixel => Text.Split('\n')[^1].StartsWith("pixel", StringComparison.Ordinal);

        public bool IsNoData => double.IsNaN(Value);

        public bool HasCoordinates => Text.Contains("E ", StringComparison.Ordinal) || Text.Contains('°', StringComparison.Ordinal);

        public static Reading Parse(string text)
        {
            var value = Told().Match(text.Split('\n')[0]);
            var pixel = Pixel().Match(text);
            return new(
                text,
                pixel.Success ? int.Parse(pixel.Groups["column"].ValueSpan, CultureInfo.InvariantCulture) : -1,
                pixel.Success ? int.Parse(pixel.Groups["row"].ValueSpan, CultureInfo.InvariantCulture) : -1,
                value.Success ? Number(value.Groups["value"].Value) : double.NaN,
                value.Groups["half"].Success ? Number(value.Groups["half"].Value) : 0);
        }

        private static double Number(string text) => double.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

        [GeneratedRegex(@": (≈ )?(?<value>-?[0-9][0-9,.E-]*)( ± (?<half>[0-9][0-9,.E-]*))?")]
        private static partial Regex Told();

        [GeneratedRegex(@"pixels? (?<column>\d+)(–\d+)?, (?<row>\d+)")]
        private static partial Regex Pixel();
    }
}
