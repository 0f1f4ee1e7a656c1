using Up42.Interactive.Sandbox;

namespace Up42.Interactive.Tests.Maps;

/// <summary>Results with the same place at three dates, one of which only its file's name tells, and how they are painted.</summary>
public sealed class DatedScenes : IDisposable
{
    public const int Size = 320;
    public const double Brightest = 3000;
    public const string FirstMap = ".u42-map:not(.u42-second)";

    private static readonly DateOnly[] Days = [new(2023, 1, 20), new(2023, 5, 19), new(2023, 8, 2)];

    private readonly TempFolder _folder = new();

    public DatedScenes()
    {
        var features = new List<string>();
        foreach (var (index, day) in Days.Index())
        {
            var name = $"scene_{day:yyyyMMdd}.tif";
            var path = _folder[$"results/{name}"];
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            SceneMaker.Write(path, new SceneOptions { Width = Size, Height = Size, Date = day, WaterLevel = index }, cancellationToken: default);
            var date = index == 2 ? "" : $""", "acquisitionDate":"{day:yyyy-MM-dd}T10:00:00Z" """;
            features.Add($$"""
                {"type":"Feature","id":"{{index}}","geometry":null,"properties":{"uid":"{{index}}","up42.data_path":"{{name}}"{{date}} } }
                """);
        }

        File.WriteAllText(_folder["results/data.json"], $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
        Results = JobResults.Open(_folder["results"]);
    }

    public JobResults Results { get; }

    public static MapOptions Options { get; } = new() { Basemaps = [], Stretch = Stretch.Range(0, Brightest) };

    /// <summary>The raster of a date.</summary>
    public ResultRaster this[int date] => Results.Rasters[date];

    /// <summary>Whether a scene is painted in red, green and blue.</summary>
    public PixelCheck Check(int date) => new(this[date].Path, (image, column, row) => image[1, column, row] == 0 ? null
        : [.. new[] { 3, 2, 1 }.Select(band => 255 * Math.Clamp(image[band, column, row] / Brightest, 0, 1))]);

    public string NewPage() => _folder[$"{Guid.NewGuid()}.html"];

    public void Dispose()
    {
        Results.Dispose();
        _folder.Dispose();
    }

    /// <summary>Where pixels lie on a map of a page, or of its last frame, between two parts of its width; those under a control are left out.</summary>
    public static async Task<List<((int Column, int Row) Pixel, (double X, double Y) Place)>> PlacesAsync(
        BrowserPage page, PixelCheck check, double from = 0, double to = 1, string map = FirstMap)
    {
        var pixels = check.Even(2, step: 3);
        var frame = page.Page.Frames[^1];
        var corner = frame.ParentFrame is null ? null : await (await frame.FrameElementAsync()).BoundingBoxAsync();
        var places = await frame.EvaluateAsync<double[][]>(
            """
            ([positions, from, to, selector]) => { const box = document.querySelector(selector).getBoundingClientRect();
              return positions.map(([lng, lat]) => { const point = u42Map.latLngToContainerPoint([lat, lng]), share = point.x / box.width;
                const top = document.elementFromPoint(point.x + box.left, point.y + box.top);
                const isFree = top && top.closest('.u42-map') && !top.closest('.leaflet-control');
                return isFree && share > from && share < to ? [point.x + box.left, point.y + box.top] : [-1, -1]; }); }
            """,
            new object[] { check.Positions(pixels).Select(position => new[] { position.Longitude, position.Latitude }).ToArray(), from, to, map });
        return [.. pixels.Zip(places).Where(place => place.Second[0] >= 0).Select(place =>
            (place.First, (place.Second[0] + (corner?.X ?? 0), place.Second[1] + (corner?.Y ?? 0))))];
    }

    /// <summary>What is not shown of a date there: nothing where nearly all pixels are.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(BrowserPage page, int date, double from = 0, double to = 1, string map = FirstMap)
    {
        var check = Check(date);
        var (screen, places) = (await page.ScreenshotAsync(), await PlacesAsync(page, check, from, to, map));
        return check.NearlyAllRight(screen, places) ? [] : [$"of {places.Count} places", .. check.Wrong(screen, places).Take(5)];
    }
}
