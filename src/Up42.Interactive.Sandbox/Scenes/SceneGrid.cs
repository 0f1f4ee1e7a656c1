using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Where a scene's pixels lie on Earth.</summary>
internal sealed class SceneGrid(SceneOptions options)
{
    /// <summary>Metres.</summary>
    public const double PixelSize = 10;

    /// <summary>The western edge, metres of the place's zone.</summary>
    public double Left { get; } = options.Place.Easting - (options.Width / 2 * PixelSize);

    /// <summary>The northern edge, metres of the place's zone.</summary>
    public double Top { get; } = options.Place.Northing + (options.Height / 2 * PixelSize);

    /// <summary>The corners of the part with data as longitude and latitude (EPSG:4326), clockwise from the north-west.</summary>
    public IReadOnlyList<(double Longitude, double Latitude)> Footprint()
    {
        var corners = new SceneFootprint(options.Width, options.Height).Corners;
        var x = corners.Select(corner => Left + (corner.Column * PixelSize)).ToArray();
        var y = corners.Select(corner => Top - (corner.Row * PixelSize)).ToArray();
        using var utm = GdalSpatialReference.FromEpsg(options.Place.Epsg);
        using var degrees = GdalSpatialReference.FromEpsg(4326);
        using var transformation = new GdalTransformation(utm, degrees);
        transformation.Transform(x, y);
        return [.. x.Zip(y, (longitude, latitude) => (Math.Round(longitude, 7), Math.Round(latitude, 7)))];
    }
}
