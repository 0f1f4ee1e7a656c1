using System.Globalization;

namespace Up42.Interactive;

/// <summary>Makes maps: reads the rasters, turns tables into layers, says what could not be shown.</summary>
internal sealed class MapBuilder(MapOptions options)
{
    private const string FootprintColor = "#00a3ff";
    private const string AoiColor = "#ff8f1f";
    private const int MaxFeatures = 5000;
    private const int AllPixels = 4_000_000;
    private const int AllPictureBytes = 1_000_000;

    /// <summary>Told apart by the colour-blind too: after Okabe and Ito.</summary>
    private static readonly string[] VectorColors = ["#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#f0e442"];

    private readonly List<MapImage> _images = [];
    private readonly List<MapLayer> _layers = [];
    private readonly List<string> _remarks = [];

    /// <summary>Adds rasters. One that has no place on Earth, or no data, is left out with a remark.</summary>
    public MapBuilder AddImages(IReadOnlyList<NamedRaster> rasters, BandList? bands, CancellationToken cancellationToken)
    {
        if (rasters.Count == 0)
        {
            return this;
        }

        var recipe = PictureRecipe.Of(bands, options.Expression, options.Stretch, options.ColorScale);
        var maxSize = Math.Min(options.MaxImageSize, (int)Math.Sqrt((double)AllPixels / rasters.Count));
        foreach (var named in rasters)
        {
            using var raster = named.Open();
            var name = Path.GetFileName(named.Path);
            if (raster.BoundsWgs84 is null)
            {
                _remarks.Add($"{name} is not on the map: it names no coordinate reference system that has a place on Earth.");
            }
            else if (MapImage.Of(raster, name, recipe, maxSize, AllPictureBytes / rasters.Count, cancellationToken) is { } image)
            {
                _images.Add(image);
            }
            else
            {
                _remarks.Add($"{name} is not on the map: it holds no data.");
            }
        }

        return this;
    }

    /// <summary>Adds the footprints of results.</summary>
    public MapBuilder AddFootprints(FeatureTable table, string nameColumn, string name = "Footprints") =>
        AddLayer("Footprints", name, FootprintColor, dashed: false, table, nameColumn, options.ColorBy is { } column && table.Count > 0 ? new FeatureColors(table, column) : null);

    /// <summary>Adds a vector result.</summary>
    public MapBuilder AddVectors(FeatureTable table, string name) =>
        AddLayer("Vector results", name, VectorColors[_layers.Count % VectorColors.Length], dashed: false, table, "name");

    /// <summary>Adds the area of interest.</summary>
    public MapBuilder AddAoi(FeatureTable table) => AddLayer("Area of interest", "Area of interest", AoiColor, dashed: true, table, "name");

    /// <summary>The map.</summary>
    public ResultMap Build() => new(_images, _layers, _remarks, options);

    private MapBuilder AddLayer(string group, string name, string color, bool dashed, FeatureTable table, string nameColumn, FeatureColors? colorBy = null)
    {
        var features = Features(table, nameColumn);
        if (features.Count > MaxFeatures)
        {
            _remarks.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: the first {MaxFeatures:#,0} of {features.Count:#,0} features are shown."));
            features.RemoveRange(MaxFeatures, features.Count - MaxFeatures);
        }

        if (features.Count > 0)
        {
            _layers.Add(new MapLayer(group, name, color, dashed, features) { ColorBy = colorBy });
        }

        return this;
    }

    private static List<MapFeature> Features(FeatureTable table, string nameColumn)
    {
        var named = table.HasColumn(nameColumn);
        return [.. table.Where(row => row.Geometry is { IsEmpty: false }).Select(row => new MapFeature(Name(row), row.Geometry!, row))];

        string Name(FeatureRow row) => (named ? row.GetText(nameColumn) : null)
            ?? (row.Id is { } id ? Convert.ToString(id, CultureInfo.InvariantCulture) : null)
            ?? string.Create(CultureInfo.InvariantCulture, $"Feature {row.Index + 1}");
    }
}
