using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Bench;

/// <summary>Ten thousand fields on a scene: polygons of some hundred metres with five to twelve corners.</summary>
internal static class BenchZones
{
    private const int Count = 10_000;

    /// <summary>The zones of a scene as GeoJSON; made when they are not there.</summary>
    public static string Get(string scene)
    {
        var path = Path.Combine(Path.GetDirectoryName(scene)!, "zones.geojson");
        if (!File.Exists(path))
        {
            using var raster = RasterFile.Open(scene);
            var (bounds, random) = (raster.BoundsWgs84!, new Random(11));
            FeatureTable.From(Enumerable.Range(0, Count).Select(_ => Field(
                bounds.MinX + (bounds.Width * (0.02 + (0.96 * random.NextDouble()))),
                bounds.MinY + (bounds.Height * (0.02 + (0.96 * random.NextDouble()))),
                random)))
                .WithColumn("id", row => row.Index).SaveGeoJson(path);
        }

        return path;
    }

    /// <summary>What terra does for the same numbers.</summary>
    public static string Terra(string scene, string zones, string output) => string.Create(
        CultureInfo.InvariantCulture,
        $"library(terra); r <- rast('{scene}')[[4]]; z <- project(vect('{zones}'), crs(r)); e <- extract(r, z, exact=TRUE); names(e)[2] <- 'v'; "
        + $"e <- e[!is.na(e$v),]; w <- tapply(e$fraction, e$ID, sum); s <- tapply(e$fraction * e$v, e$ID, sum); "
        + $"write.csv(data.frame(count=w, mean=s/w, min=tapply(e$v, e$ID, min), max=tapply(e$v, e$ID, max)), '{output}')");

    private static Polygon Field(double longitude, double latitude, Random random)
    {
        var corners = random.Next(5, 13);
        Coordinate[] outline = [.. Enumerable.Range(0, corners).Select(corner =>
        {
            var (angle, radius) = (2 * Math.PI * corner / corners, (0.5 + random.NextDouble()) * 0.002);
            return new Coordinate(longitude + (radius * Math.Cos(angle) * 1.6), latitude + (radius * Math.Sin(angle)));
        })];
        return new Polygon(new LinearRing([.. outline, outline[0].Copy()]));
    }
}
