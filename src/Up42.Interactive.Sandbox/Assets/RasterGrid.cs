namespace Up42.Interactive.Sandbox;

/// <summary>Where a raster's square pixels lie: UTM, metres.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Epsg">The zone's code.</param>
/// <param name="Left">The western edge.</param>
/// <param name="Top">The northern edge.</param>
/// <param name="PixelSize">The edge of a pixel.</param>
internal sealed record RasterGrid(int Width, int Height, int Epsg, double Left, double Top, double PixelSize)
{
    /// <summary>Of the rectangle, in km².</summary>
    public double Area => Width * PixelSize * Height * PixelSize / 1e6;

    public double[] Geotransform => [Left, PixelSize, 0, Top, 0, -PixelSize];

    /// <summary>The same area in pixels so many times smaller.</summary>
    public RasterGrid Finer(int factor) => this with { Width = Width * factor, Height = Height * factor, PixelSize = PixelSize / factor };

    /// <summary>The same area in pixels so many times larger.</summary>
    public RasterGrid Coarser(int factor) => this with { Width = Width / factor, Height = Height / factor, PixelSize = PixelSize * factor };

    /// <summary>The position of a place in pixels from the upper left corner.</summary>
    public GeoPoint ToDegrees(double column, double row) => Utm.ToDegrees(Epsg, Left + (column * PixelSize), Top - (row * PixelSize));

    /// <summary>The outline, counter-clockwise: the tilted frame of a pass, or the whole rectangle.</summary>
    public IReadOnlyList<GeoPoint> Outline(bool isTilted) => isTilted
        ? [.. new SceneFootprint(Width, Height).Corners.Reverse().Select(corner => ToDegrees(corner.Column, corner.Row))]
        : [ToDegrees(0, 0), ToDegrees(0, Height), ToDegrees(Width, Height), ToDegrees(Width, 0)];

    /// <summary>The grid of a scene.</summary>
    public static RasterGrid Of(SceneOptions scene, double pixelSize = SceneGrid.PixelSize) => new(
        scene.Width, scene.Height, scene.Place.Epsg, scene.Place.Easting - (scene.Width / 2 * pixelSize), scene.Place.Northing + (scene.Height / 2 * pixelSize),
        pixelSize);
}
