using System.Text.Json;

namespace Up42.Interactive.Sandbox;

public sealed class ShipContentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WriteArchive_of_the_detection_adds_two_hundred_boxes_to_an_8_bit_image()
    {
        var members = Unpack(new ShipContent(withDetections: true));
        using var boxes = JsonDocument.Parse(File.ReadAllText(members.Single(path => path.EndsWith(".geojson", StringComparison.Ordinal))));
        using var info = JsonDocument.Parse(Tool.Run("gdalinfo", "-json", members.Single(path => path.EndsWith(".tif", StringComparison.Ordinal))));

        boxes.RootElement.GetProperty("features").GetArrayLength().ShouldBe(200);
        var bands = info.RootElement.GetProperty("bands").EnumerateArray().ToList();
        bands.Select(band => band.GetProperty("type").GetString()).ShouldBe(["Byte", "Byte", "Byte"]);
        bands.Select(band => band.GetProperty("colorInterpretation").GetString()).ShouldBe(["Red", "Green", "Blue"]);
    }

    [Fact]
    public void WriteArchive_of_the_image_alone_has_no_boxes() =>
        Unpack(new ShipContent(withDetections: false)).ShouldAllBe(path => !path.EndsWith(".geojson", StringComparison.Ordinal));

    [Fact]
    public void Boxes_hold_the_painted_ships_and_nothing_bright_lies_outside()
    {
        var scene = new ShipScene();
        var red = scene.Paint()[0];
        var boxed = new bool[red.Length];
        foreach (var ship in scene.Ships)
        {
            var (left, top, right, bottom) = ship.Box;
            var (brightest, pixels) = (0, 0);
            for (var row = (int)Math.Floor(top / 3); row <= (int)Math.Floor(bottom / 3); row++)
            {
                for (var column = (int)Math.Floor(left / 3); column <= (int)Math.Floor(right / 3); column++)
                {
                    boxed[(row * ShipScene.Width) + column] = true;
                    brightest = Math.Max(brightest, red[(row * ShipScene.Width) + column]);
                    pixels++;
                }
            }

            pixels.ShouldBeGreaterThan(20);
            brightest.ShouldBeGreaterThan(100);
        }

        var outside = Enumerable.Range(0, red.Length).Where(index => !boxed[index]).Select(index => red[index]).ToList();
        ((double)outside.Count(value => value > 100) / outside.Count).ShouldBeLessThan(0.01, "only wakes");
        outside.Order().ElementAt(outside.Count / 2).ShouldBeLessThan((byte)40);
    }

    private IReadOnlyList<string> Unpack(ShipContent content)
    {
        content.WriteArchive(_folder["r.tgz"], TestContext.Current.CancellationToken);
        Tool.Run("tar", "xzf", _folder["r.tgz"], "-C", _folder.Path);
        File.Delete(_folder["r.tgz"]);
        return [.. _folder.Files.Select(file => _folder[file])];
    }
}
