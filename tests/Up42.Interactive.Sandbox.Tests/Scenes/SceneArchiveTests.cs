using System.Text.Json;

namespace Up42.Interactive.Sandbox;

public sealed class SceneArchiveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_packs_data_json_and_the_raster_it_names()
    {
        var archive = Make();
        var members = Tool.Run("tar", "tzf", archive).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse(Tool.Run("tar", "xzOf", archive, "output/data.json"));
        var properties = json.RootElement.GetProperty("features")[0].GetProperty("properties");

        members.ShouldBe(["output/data.json", "output/" + properties.GetProperty("up42.data_path").GetString()]);
        _folder.Files.ShouldBe(["job.tgz"]);
    }

    [Fact]
    public void Write_footprint_lies_on_the_corners_of_the_valid_pixels()
    {
        using var json = JsonDocument.Parse(Tool.Run("tar", "xzOf", Make(), "output/data.json"));
        var ring = json.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray()
            .Select(position => (X: position[0].GetDouble(), Y: position[1].GetDouble())).ToList();

        ring.Count.ShouldBe(5);
        ring[0].ShouldBe(ring[^1]);
        ring.Zip(ring.Skip(1), (a, b) => (a.X * b.Y) - (b.X * a.Y)).Sum().ShouldBeGreaterThan(0, "counter-clockwise (RFC 7946)");
        ring.ShouldAllBe(corner => corner.X > 12.98 && corner.X < 13.04 && corner.Y > 52.49 && corner.Y < 52.53);
    }

    [Fact]
    public void Write_progress_ends_at_one_and_never_goes_back()
    {
        var steps = new Steps();
        SceneArchive.Write(_folder["job.tgz"], new SceneOptions { Width = 64, Height = 1100 }, steps, TestContext.Current.CancellationToken);

        steps.Values.ShouldBe(steps.Values.Order());
        steps.Values.Count.ShouldBeGreaterThan(3);
        steps.Values[^1].ShouldBe(1);
    }

    private string Make()
    {
        SceneArchive.Write(_folder["job.tgz"], new SceneOptions { Width = 200, Height = 200 });
        return _folder["job.tgz"];
    }

    private sealed class Steps : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
