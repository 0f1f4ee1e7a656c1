using System.Text;
using System.Text.Json.Nodes;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>An anchorage; as the result of the detection with a box around each ship.</summary>
internal sealed class ShipContent(bool withDetections) : IJobContent
{
    private const int Epsg = 32636;
    private const double Left = 452_400;
    private const double Top = 3_306_300;
    private const int QuicklookStep = 4;

    private static readonly string Id = StableId.Create("ships");
    private static readonly DateTimeOffset AcquiredAt = new(2023, 10, 28, 8, 31, 17, TimeSpan.Zero);

    public string Name => withDetections ? "ships-detected" : "ships";

    private static string DataPath => $"{Id}/{Id}_0-0.tif";

    public JsonObject DataJson() => Collection([((0, 0, ShipScene.Width * ShipScene.PixelSize, ShipScene.Height * ShipScene.PixelSize), new JsonObject
    {
        ["uid"] = Id,
        ["sceneId"] = "DS_PHR1B_202310280831172_FR1_PX_E032N29_0914_01280",
        ["acquisitionDate"] = ResponseJson.Date(AcquiredAt),
        ["sensor"] = "Pléiades",
        ["provider"] = "Sandbox",
        ["cloudCoverage"] = 0.0,
        ["resolution"] = ShipScene.PixelSize,
        ["up42.data_path"] = DataPath,
    })]);

    public void WriteArchive(string path, CancellationToken cancellationToken)
    {
        var scene = new ShipScene();
        var (raster, vector) = (path + ".tif", path + ".geojson");
        try
        {
            WriteRaster(raster, scene);
            File.WriteAllText(vector, Detections(scene).ToJsonString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            IEnumerable<(string, string)> files = [(DataPath, raster), ($"{Id}/detections.geojson", vector)];
            ResultsArchive.Write(path, DataJson(), withDetections ? files : files.Take(1), AcquiredAt, cancellationToken);
        }
        finally
        {
            File.Delete(raster);
            File.Delete(vector);
        }
    }

    public byte[] Quicklook()
    {
        var (width, height) = (ShipScene.Width / QuicklookStep, ShipScene.Height / QuicklookStep);
        var small = new ShipScene().Paint().Select(band => Enumerable.Range(0, width * height)
            .Select(index => band[(index / width * QuicklookStep * ShipScene.Width) + (index % width * QuicklookStep)]).ToArray());
        return PngPicture.Encode(width, height, [.. small]);
    }

    private static void WriteRaster(string path, ShipScene scene)
    {
        using var dataset = GdalDataset.Create("GTiff", path, ShipScene.Width, ShipScene.Height, 3, GdalDataType.Byte,
            "TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2", "PHOTOMETRIC=RGB");
        using var utm = GdalSpatialReference.FromEpsg(Epsg);
        dataset.SetSpatialReference(utm);
        dataset.Geotransform = [Left, ShipScene.PixelSize, 0, Top, 0, -ShipScene.PixelSize];
        foreach (var (index, band) in scene.Paint().Index())
        {
            dataset.Band(index + 1).WriteRows<byte>(0, band);
        }

        dataset.BuildOverviews("AVERAGE", [2, 4]);
        dataset.Close();
    }

    private static JsonObject Detections(ShipScene scene) => Collection([.. scene.Ships.Select((ship, index) => (ship.Box, new JsonObject
    {
        ["id"] = index + 1,
        ["label"] = "vessel",
        ["confidence"] = Math.Round(0.52 + (0.47 * Hash.Unit(ship.Look, 11)), 3),
        ["length_m"] = Math.Round(ship.Length, 1),
        ["width_m"] = Math.Round(ship.Beam, 1),
        ["under_way"] = ship.IsMoving,
    }))]);

    /// <summary>Boxes in metres from the image's corner, as polygons in EPSG:4326.</summary>
    private static JsonObject Collection(IReadOnlyList<((double Left, double Top, double Right, double Bottom) Box, JsonObject Properties)> features)
    {
        // Counter-clockwise from the south-west, and back.
        var x = features.SelectMany(feature => new[] { feature.Box.Left, feature.Box.Right, feature.Box.Right, feature.Box.Left, feature.Box.Left })
            .Select(east => Left + east).ToArray();
        var y = features.SelectMany(feature => new[] { feature.Box.Bottom, feature.Box.Bottom, feature.Box.Top, feature.Box.Top, feature.Box.Bottom })
            .Select(south => Top - south).ToArray();
        using var utm = GdalSpatialReference.FromEpsg(Epsg);
        using var degrees = GdalSpatialReference.FromEpsg(4326);
        using var transformation = new GdalTransformation(utm, degrees);
        transformation.Transform(x, y);
        var positions = x.Zip(y, (longitude, latitude) => (JsonNode)new JsonArray(Math.Round(longitude, 7), Math.Round(latitude, 7))).Chunk(5);
        return new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([.. features.Zip(positions, (feature, ring) => new JsonObject
            {
                ["type"] = "Feature",
                ["geometry"] = new JsonObject { ["type"] = "Polygon", ["coordinates"] = new JsonArray(new JsonArray(ring)) },
                ["properties"] = feature.Properties,
            })]),
        };
    }
}
