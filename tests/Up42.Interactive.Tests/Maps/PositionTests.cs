using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Maps;

/// <summary>
/// Spots are painted into rasters of many coordinate reference systems. Where their middles come to lie on the screen is compared with where the
/// map puts the places that PROJ computes for them.
/// </summary>
public sealed class PositionTests(Browser browser) : IDisposable
{
    private const int Size = 400;
    private const int Radius = 6;
    private const int Reach = 22;

    /// <summary>
    /// The coordinate reference system, the longitude and latitude of the raster's middle, the pixel's size in its unit, how far it is
    /// turned.
    /// </summary>
    private static readonly (int Epsg, double Longitude, double Latitude, double Pixel, double Degrees)[] Scenes =
    [
        (32633, 15, 52, 60, 0), (32733, 15, -33, 60, 0), (32635, 27, 80, 60, 0), (32618, -75, 5, 60, 25), (32760, 179.9, -18, 60, 0),
        (32601, -179.9, 65, 60, 0),
        (3413, -45, 78, 200, 0), (3413, 120, 80, 200, -35), (3031, 0, -75, 200, 0), (3995, 60, 79, 200, 0), (4326, 13, 52, 0.0006, 0),
        (4326, -70, 80, 0.0006, 0),
        (4326, 30, -10, 0.0006, 40), (3857, 13, 52, 60, 0), (3857, 13, 52, 60, 15), (3035, 10, 52, 60, 0), (2154, 3, 46.5, 60, 0), (27700, -2, 54, 60, 0),
        (25832, 9, 50, 60, 0), (2056, 8, 47, 60, 0), (28992, 5.5, 52, 60, 0), (2193, 175, -41, 60, 0), (5070, -96, 37, 4000, 0), (6933, 30, 10, 60, 0),
    ];

    private readonly TempFolder _folder = new();

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Spots_of_rasters_in_many_reference_systems_lie_where_PROJ_puts_them()
    {
        var rasters = Scenes.Select((_, index) => Paint(index)).ToArray();
        var map = new MapBuilder(new MapOptions { Basemaps = [] })
            .AddImages([.. rasters.Select(raster => (MapRaster)raster)], null)
                .Build();
        await using var page = await browser.OpenAsync(map.SaveHtml(_folder["map.html"]), new() { ViewportSize = new() { Width = 800, Height = 640 } });
        await page.Page.Locator("body.u42-ready").WaitForAsync();
        await page.Page.AddStyleTagAsync(new() { Content = ".leaflet-control-container { display: none }" });

        var off = new List<string>();
        for (var index = 0; index < rasters.Length; index++)
        {
            await LookAtAsync(page, index);
            var distances = await DistancesAsync(page, rasters[index]);
            if (!IsInPlace(distances))
            {
                off.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Scenes[index]}: {distances.Max(spot => spot.Rounded):0.00} px, unrounded "
                    + $"{distances.Max(spot => spot.Exact):0.00} px"));
            }
        }

        off.ShouldBeEmpty();
        await ShiftAsync(page, rasters.Length - 1, 3);
        var shifted = await DistancesAsync(page, rasters[^1]);
        shifted.ShouldAllBe(spot => !IsInPlace(new[] { spot }));
        shifted.Average(spot => spot.Exact).ShouldBe(3, 0.5);
        page.Errors.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<(int Column, int Row)> Spots() => from row in new[] { 60, 200, 340 } from column in new[] { 60, 200, 340 } select (column, row);

    /// <summary>A raster with bright spots on dark ground.</summary>
    private string Paint(int index)
    {
        var pixels = Enumerable.Repeat((byte)40, Size * Size).ToArray();
        foreach (var (column, row) in Spots())
        {
            for (var y = -Radius; y <= Radius; y++)
            {
                var half = (int)Math.Sqrt((Radius * Radius) - (y * y));
                pixels.AsSpan(((row + y) * Size) + column - half, (2 * half) + 1).Fill(250);
            }
        }

        var (epsg, longitude, latitude, pixel, degrees) = Scenes[index];
        using var crs = GdalSpatialReference.FromEpsg(epsg);
        using var wgs84 = GdalSpatialReference.FromEpsg(4326);
        using var toCrs = new GdalTransformation(wgs84, crs);
        double[] eastings = [longitude], northings = [latitude];
        toCrs.Transform(eastings, northings);
        var (along, across) = (pixel * Math.Cos(degrees * Math.PI / 180), pixel * Math.Sin(degrees * Math.PI / 180));
        using var raster = GdalDataset.Create("GTiff", _folder[$"{index}.tif"], Size, Size, 1, GdalDataType.Byte, []);
        raster.SetSpatialReference(crs);
        raster.Geotransform = [eastings[0] - (Size / 2 * (along + across)), along, across, northings[0] - (Size / 2 * (across - along)), across, -along];
        raster.Band(1).WriteRows<byte>(0, pixels);
        raster.Close();
        return _folder[$"{index}.tif"];
    }

    /// <summary>
    /// Within a pixel of Leaflet's own answer, which is rounded to whole pixels and so up to 0.7 off, and within half of one of the place
    /// itself.
    /// </summary>
    private static bool IsInPlace(IEnumerable<(double Rounded, double Exact)> distances) => distances.All(spot => spot is { Rounded: <= 1, Exact: <= 0.5 });

    /// <summary>
    /// How far each spot on the screen is, in pixels, from where the map puts PROJ's place: by <c>latLngToContainerPoint</c>, and by the
    /// same without rounding.
    /// </summary>
    private static async Task<List<(double Rounded, double Exact)>> DistancesAsync(BrowserPage page, string raster)
    {
        var input = string.Join('\n', Spots().Select(spot => Text($"{spot.Column + 0.5} {spot.Row + 0.5}")));
        var places = await page.Page.EvaluateAsync<double[][]>(
            """
            positions => positions.map(([lng, lat]) => { const turned = [lat, lng + 360 * Math.round((u42Map.getCenter().lng - lng) / 360)],
             box = u42Map.getContainer().getBoundingClientRect();
              const rounded = u42Map.latLngToContainerPoint(turned),
               exact = u42Map.layerPointToContainerPoint(u42Map.project(turned).subtract(u42Map.getPixelOrigin()));
              return [rounded.x + box.left, rounded.y + box.top, exact.x + box.left, exact.y + box.top]; })
            """,
            Numbers(Tool.RunWithInput("gdaltransform", input, "-t_srs", "EPSG:4326", "-output_xy", raster)));
        var screen = await page.ScreenshotAsync();
        return [.. places.Select(place =>
        {
            var (x, y) = Middle(screen, place[2], place[3]);
            return (Distance(x - place[0], y - place[1]), Distance(x - place[2], y - place[3]));
        })];

        static double Distance(double x, double y) => Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>The middle of what is bright around a place; NaN where nothing is.</summary>
    private static (double X, double Y) Middle(RawImage screen, double x, double y)
    {
        var (sum, sumX, sumY) = (0.0, 0.0, 0.0);
        for (var row = (int)y - Reach; row <= (int)y + Reach; row++)
        {
            for (var column = (int)x - Reach; column <= (int)x + Reach; column++)
            {
                var isInside = column >= 0 && row >= 0 && column < screen.Width && row < screen.Height;
                var weight = isInside && screen[1, column, row] is var value and > 145 && screen[3, column, row] == value ? value - 40 : 0;
                (sum, sumX, sumY) = (sum + weight, sumX + (weight * (column + 0.5)), sumY + (weight * (row + 0.5)));
            }
        }

        return (sumX / sum, sumY / sum);
    }

    /// <summary>Shows one image alone, as large as it fits.</summary>
    private static async Task LookAtAsync(BrowserPage page, int index) => await page.Page.EvaluateAsync(
        """
        index => { window.overlays ??= Object.values(u42Map._layers).filter(layer => layer._image);
          overlays.forEach(layer => layer.remove()); const shown = overlays[index].addTo(u42Map);
           u42Map.fitBounds(shown.getBounds(), { animate: false }); return shown._image.decode(); }
        """,
        index);

    private static async Task ShiftAsync(BrowserPage page, int index, int pixels) => await page.Page.EvaluateAsync(
        """
        ([index, by]) => { const layer = overlays[index], move = place => u42Map.unproject(u42Map.project(place).add([by, 0]));
          const bounds = layer.getBounds(); layer.setBounds([move(bounds.getSouthWest()), move(bounds.getNorthEast())]); }
        """,
        new[] { index, pixels });

    private static double[][] Numbers(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
