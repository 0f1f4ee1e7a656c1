using System.Runtime.ExceptionServices;

namespace Up42.Interactive;

/// <summary>Makes maps: reads the rasters, turns tables into layers, says what could not be shown.</summary>
/// <param name="options">How the map looks.</param>
/// <param name="cancellationToken">Cancels the reading and drawing.</param>
internal sealed partial class MapBuilder(MapOptions options, CancellationToken cancellationToken = default)
{
    private const string FootprintColor = "#00a3ff";
    private const string AoiColor = "#ff8f1f";

    private readonly List<MapImage> _images = [];
    private readonly List<DetailRequest> _details = [];
    private readonly List<MapLayer> _layers = [];
    private readonly List<string> _remarks = [];
    private int _featureBytes = FeatureBudget.Few;

    /// <summary>
    /// Adds rasters. One that cannot be opened or read, has no place on Earth, or no data, is left out with a remark. Where many features are on the map
    /// already, images take less.
    /// </summary>
    /// <param name="rasters">The rasters.</param>
    /// <param name="bands">Their bands; null: each raster's own choice.</param>
    /// <param name="shares">How many images share the map's bytes; null: these.</param>
    /// <param name="isStepped">Whether values are compared: they are of fewer pixels than the pictures, and finer.</param>
    /// <exception cref="Up42Exception">No image can be shown, and of one the band does not exist, or its pixels cannot be read.</exception>
    public MapBuilder AddImages(IReadOnlyList<MapRaster> rasters, BandList? bands, int? shares = null, bool isStepped = false)
    {
        var recipe = RenderSettings.Create(bands, options.Expression, options.Stretch, options.ColorScale);
        var beyond = new List<(string Name, WorkExceededException Error)>();
        rasters = Affordable(rasters, beyond);
        _featureBytes = FeatureBudget.Beside(_layers.Sum(layer => layer.Features.Count));
        var budget = MapImageBudget.For(Math.Max(1, shares ?? rasters.Count), options.MaxImageSize, options.Restyle, isStepped, _featureBytes);
        var shared = SharedStretch.Measure(rasters, options.IsStretchShared, file => recipe.Read(file, budget.Size, cancellationToken));
        ExceptionDispatchInfo? problem = null;
        foreach (var (index, source) in rasters.Index())
        {
            try
            {
                if (Add(source, recipe, raster => Paint(index, raster), budget) is { } reason)
                {
                    _remarks.Add($"{source.Name} is not on the map: {reason}");
                }
            }
            catch (WorkExceededException error)
            {
                beyond.Add((source.Name, error));
            }
            catch (Up42Exception error)
            {
                problem ??= ExceptionDispatchInfo.Capture(error);
                _remarks.Add($"{source.Name} is not on the map: {error.Message}");
            }
        }

        if (beyond is [var (name, first), ..])
        {
            _remarks.Add($"{DisplayText.AndOthers(name, beyond.Count)} {(beyond.Count == 1 ? "is" : "are")} not on the map: {first.Message}");
        }

        if (_images.Count == 0)
        {
            problem?.Throw();
        }

        return this;

        MapPainting Paint(int index, RasterFile raster)
        {
            var painting = shared.Take(index) is { } tile
                ? new MapPainting(recipe.Paint(tile.Image, tile.Measured), tile.Note)
                : new MapPainting(recipe.Make(raster, budget.Size, cancellationToken));
            return !rasters[index].HasValues ? painting
                : options.Restyle ? MapRestyle.Read(raster, painting, options.Stretch, budget, cancellationToken)
                : isStepped ? painting with { Values = recipe.Read(raster, budget.ValuesSize(painting.Picture.Image.Bands.Count), cancellationToken) }
                : painting;
        }
    }

    /// <summary>Adds the footprints of results.</summary>
    public MapBuilder AddFootprints(FeatureTable table, string nameColumn, string name = "Footprints", string? hint = null, int? step = null) =>
        AddLayer(new MapLayer("Footprints", name, FootprintColor, false, []) { IsFootprint = true, Hint = hint, Step = step }, table, nameColumn);

    /// <summary>Adds a vector result.</summary>
    public MapBuilder AddVectors(FeatureTable table, string name, string? hint = null, string nameColumn = "name", int? step = null)
    {
        var color = CategoryPalette.OnImagery[_layers.Count % CategoryPalette.OnImagery.Count];
        return AddLayer(new MapLayer("Vector results", name, color, false, []) { Hint = hint, Step = step }, table, nameColumn);
    }

    /// <summary>Adds the area of interest, and what could not be read of it.</summary>
    public MapBuilder AddAoi(FeatureTable table)
    {
        _remarks.AddRange(table.Remarks.Select(remark => $"Area of interest: {remark}"));
        return AddLayer(new MapLayer("Area of interest", "Area of interest", AoiColor, true, []) { IsColored = false, IsArea = true }, table, "name");
    }

    /// <summary>Says something of what is not shown.</summary>
    public MapBuilder AddRemark(string remark)
    {
        _remarks.Add(remark);
        return this;
    }

    /// <summary>What could not be shown.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>Whether a step has an image.</summary>
    public bool HasImages(int step) => _images.Exists(image => image.Step == step);

    /// <summary>The map.</summary>
    /// <inheritdoc cref="BuildContents"/>
    public ResultMap Build()
    {
        var map = new ResultMap(BuildContents());
        return map.With(MakeDetails(map));
    }

    /// <summary>The detail of the images, where it is wanted, within the bytes that the page of a display leaves.</summary>
    public MapDetails MakeDetails(PageDisplay display)
    {
        if (!options.Detail || _details.Count == 0)
        {
            return MapDetails.None;
        }

        var area = new DetailArea(_layers.Where(layer => layer.IsArea).SelectMany(layer => layer.Features).Select(feature => feature.Geometry));
        return new(new DetailMaker(area, options.MaxFileSize, display.PageSize, options.DetailProgress, cancellationToken).Make(_details, _remarks));
    }

    /// <summary>What the map shows.</summary>
    /// <exception cref="ArgumentException">
    /// No layer has the column that features are to be coloured by, or it holds no numbers and these are to become classes.
    /// </exception>
    public MapContents BuildContents()
    {
        var colored = Colored();
        var geometries = colored.SelectMany(layer => layer.Features).Select(feature => feature.Geometry);
        var boxes = _images.Select(image => image.ValidBounds).Concat(geometries.SelectMany(AntimeridianView.Boxes)).ToList();
        if (AntimeridianView.West(boxes) is { } west)
        {
            return Result(
                _images.Select(image => image.From(west)),
                colored.Select(layer => layer with { Features = [.. layer.Features.Select(feature => From(feature, west))] }));
        }

        return Result(_images, colored);

        static MapFeature From(MapFeature feature, double west) => feature with { Geometry = AntimeridianView.From(feature.Geometry, west) };

        MapContents Result(IEnumerable<MapImage> images, IEnumerable<MapLayer> layers) =>
            new([.. images], MapVectors.Fit([.. layers], _images.Count == 0 ? FeatureBudget.Alone : _featureBytes, cancellationToken), _remarks, options);
    }

    /// <summary>The layers, those coloured that have the column: all by one key.</summary>
    private List<MapLayer> Colored()
    {
        var wanted = _layers.Where(layer => layer.IsColored).ToList();
        if (options.ColorBy is not { } column || wanted.Count == 0)
        {
            return _layers;
        }

        var having = wanted.Where(layer => layer.Table.ColumnNamed(column) is not null).ToHashSet(ReferenceEqualityComparer.Instance);
        if (having.Count == 0)
        {
            throw new ArgumentException($"No feature on the map has a column '{column}' to be coloured by.");
        }

        var rows = wanted.Where(having.Contains).SelectMany(layer => layer.Features).Select(feature => feature.Row).ToList();
        var colors = new FeatureColors(column, rows, options.ColorScale, options.Classification);
        return [.. _layers.Select(layer => having.Contains(layer)
            ? layer with { ColorBy = colors, FramesImages = layer.IsFootprint && _images.Count > 0 }
            : layer)];
    }

    /// <summary>Adds an image; null, or why there is none.</summary>
    private string? Add(MapRaster source, RenderSettings recipe, Func<RasterFile, MapPainting> paint, MapImageBudget budget)
    {
        using var raster = Open(source, out var problem);
        if (raster is null)
        {
            return problem;
        }

        if (raster.BoundsWgs84 is null && source.Corners is null)
        {
            return "it names no coordinate reference system that has a place on Earth, and no footprint tells its place.";
        }

        var (hasPlace, painted) = (raster.BoundsWgs84 is not null, paint(raster));
        if (MapImage.Create(hasPlace, source, () => painted, budget, cancellationToken) is not { } image)
        {
            return "it holds no data.";
        }

        _images.Add(image);
        _details.Add(DetailRequest.Create(source, hasPlace, recipe, painted.Picture, image.Colors!));
        return null;
    }

    private static RasterFile? Open(MapRaster source, out string? problem)
    {
        problem = null;
        try
        {
            return source.Raster.Open();
        }
        catch (Up42Exception error) when (!RasterErrors.IsLibraryMissing(error))
        {
            problem = error.Message;
            return null;
        }
    }

    private MapBuilder AddLayer(MapLayer layer, FeatureTable table, string nameColumn)
    {
        var thinning = WkbThinning.Create(Enumerable.Range(0, table.Count).Select(table.WkbAt), Limits.Default.DrawnVertices);
        var features = Features(table, nameColumn, thinning);
        if (features.Count > 0)
        {
            if (thinning.IsNeeded)
            {
                _remarks.Add($"{layer.Name}: {thinning.Remark}");
            }

            _layers.Add(layer with { Features = features });
        }

        return this;
    }

    private IReadOnlyList<MapFeature> Features(FeatureTable table, string nameColumn, WkbThinning thinning)
    {
        var (names, features) = (new FeatureNames(table, nameColumn), new List<MapFeature>());
        foreach (var row in table)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (table.GeometryAt(row.Index, thinning) is { IsEmpty: false } geometry)
            {
                features.Add(names.Create(row, AntimeridianView.Unwrap(geometry)));
            }
        }

        return FeatureNames.Part(features);
    }
}
