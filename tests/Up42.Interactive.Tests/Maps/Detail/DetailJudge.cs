using System.Globalization;
using System.Runtime.InteropServices;

namespace Up42.Interactive.Tests.Maps.Detail;

/// <summary>The levels of a raster's detail, before they are encoded, against gdalwarp at the same tiles.</summary>
internal sealed class DetailJudge
{
    private const double MaxMedian = 2;
    private const double MaxOtherEdges = 0.015;
    private const float Missing = -99999;
    private const int Side = DetailGrid.TileSize;

    private readonly string _path;
    private readonly Picture _picture;
    private readonly IReadOnlyList<int> _bands;

    private DetailJudge(string path, IReadOnlyList<int> bands, Picture picture, DetailGrid grid, IReadOnlyDictionary<DetailTileKey, byte[]> tiles) =>
        (_path, _bands, _picture, Grid, Tiles) = (path, bands, picture, grid, tiles);

    public DetailGrid Grid { get; }

    /// <summary>The pixels of each tile: red, green, blue, opacity, grey of one band.</summary>
    public IReadOnlyDictionary<DetailTileKey, byte[]> Tiles { get; private init; }

    /// <summary>Makes all levels of a raster below a picture of some size.</summary>
    public static DetailJudge Create(string path, IReadOnlyList<int> bands, int pictureSize)
    {
        var token = TestContext.Current.CancellationToken;
        using var raster = RasterFile.Open(path);
        var settings = RenderSettings.Create(BandList.From(bands), null, Stretch.Default, null);
        var picture = settings.Make(raster, pictureSize, token);
        var request = DetailRequest.Create(path, hasPlace: true, settings, picture, picture.Colors.WarpToWebMercator(pictureSize, token));
        using var source = request.Open();
        var grid = DetailGrid.Create(request.Bounds, request.Shown, DetailResolution.Measure(source, request.Bounds))!;
        var tiles = new PyramidBuilder(grid, source, _ => true, tile => tile.Rgba).Build(token);
        return new DetailJudge(path, bands, picture, grid, tiles.ToDictionary(tile => tile.Key, tile => tile.Picture));
    }

    /// <summary>The same with a level of transparent tiles.</summary>
    public DetailJudge Blanked(int level) => new(_path, _bands, _picture, Grid, Tiles.ToDictionary(
        tile => tile.Key, tile => tile.Key.Level == level ? new byte[tile.Value.Length] : tile.Value));

    /// <summary>What is wrong with random tiles, and with one of each level, whose position is judged as well.</summary>
    public IReadOnlyList<string> Judge(int count, int seed)
    {
        var random = new Random(seed);
        var keys = Tiles.Keys.Order().ToList();
        var placed = keys.GroupBy(key => key.Level).Select(level => level.ElementAt(level.Count() / 2)).ToHashSet();
        var chosen = Enumerable.Range(0, count).Select(_ => keys[random.Next(keys.Count)]).Concat(placed).Distinct();
        return [.. chosen.AsParallel().WithDegreeOfParallelism(2).SelectMany(key => Judge(key, placed.Contains(key)))];
    }

    private IEnumerable<string> Judge(DetailTileKey key, bool isPlaced)
    {
        var tile = Tiles[key];
        var expected = Expected(key, 0, 0);
        var isOther = 0;
        for (var i = 0; i < Side * Side; i++)
        {
            isOther += (tile[(4 * i) + 3] == 0) != (expected[i] is null) ? 1 : 0;
        }

        if (isOther > MaxOtherEdges * Side * Side)
        {
            yield return $"{key}: {isOther} pixels are transparent in one alone";
        }

        var differences = Differences(tile, expected);
        if (differences.Count == 0 || differences[differences.Count / 2] > MaxMedian)
        {
            yield return $"{key}: the median difference is {(differences.Count == 0 ? double.NaN : differences[differences.Count / 2])}";
            yield break;
        }

        // Of classes either of the pixels around a place is as near.
        var away = _picture.Colors.IsCategorical ? 1 : 0.5;
        foreach (var (x, y) in isPlaced ? new[] { (away, 0.0), (-away, 0.0), (0.0, away), (0.0, -away) } : [])
        {
            if (Differences(tile, Expected(key, x, y)) is { Count: > 0 } moved && moved.Average() < differences.Average())
            {
                yield return $"{key}: it fits better at {x}, {y}";
            }
        }
    }

    private static List<double> Differences(byte[] tile, double[]?[] expected) =>
        [.. Enumerable.Range(0, Side * Side).Where(i => expected[i] is not null && tile[(4 * i) + 3] != 0)
            .SelectMany(i => expected[i]!.Select((value, channel) => Math.Abs(value - tile[(4 * i) + channel]))).Order()];

    /// <summary>The colours that gdalwarp gives at a tile, moved by some of its pixels; null where it gives none.</summary>
    private double[]?[] Expected(DetailTileKey key, double x, double y)
    {
        using var folder = new TempFolder();
        var target = Grid.Tile(key);
        var (bounds, pixel) = (target.Bounds, target.PixelSize);
        var method = key.Level == 0 || _picture.Colors.IsCategorical ? "near" : "average";
        string[] box =
        [
            .. new[] { bounds.MinX + (x * pixel), bounds.MinY + (y * pixel), bounds.MaxX + (x * pixel), bounds.MaxY + (y * pixel) }
                .Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        ];
        string[] noData = _picture.Image.Bands[0].NoData is null ? ["-srcnodata", "nan"] : [];
        Tool.Run(
            "gdalwarp",
            ["-q", "-t_srs", "EPSG:3857", "-et", "0", "-ovr", "NONE", "-r", method, "-te", .. box, "-ts", $"{Side}", $"{Side}", "-ot", "Float32",
            "-dstnodata", $"{Missing}", .. noData, "-of", "ENVI", "-co", "INTERLEAVE=BSQ", _path, folder["tile.raw"]]);
        var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(folder["tile.raw"])).ToArray().Chunk(Side * Side).ToList();
        var bands = _bands.Select(band => values[band - 1]).ToList();
        return [.. Enumerable.Range(0, Side * Side).Select(i => bands.All(band => band[i] is Missing or float.NaN) ? null : Color(bands, i))];
    }

    private double[] Color(List<float[]> values, int pixel)
    {
        if (_picture.Colors.Ranges is { Count: 0 })
        {
            var color = _picture.Image.Bands[0].Palette[(int)values[0][pixel]];
            return [color >> 24, (color >> 16) & 255, (color >> 8) & 255];
        }

        return [.. values.Zip(_picture.Colors.Ranges, (band, range) =>
            band[pixel] is Missing ? 0 : Math.Round(Math.Clamp(255 * (band[pixel] - range.Minimum) / (range.Maximum - range.Minimum), 0, 255)))];
    }
}
