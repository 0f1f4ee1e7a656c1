namespace Up42.Interactive.Tests.Maps;

public sealed class SharedStretchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Tiles_that_stand_edge_to_edge_share_a_stretch()
    {
        var stretch = Measure(Raster("west.tif", 0, 40), Raster("east.tif", 10, 200));

        var (west, east) = (stretch.Take(0)!.Value, stretch.Take(1)!.Value);
        west.Measured.ShouldBeSameAs(east.Measured);
        west.Note.ShouldBe("one stretch for the 2 tiles of the scene");
        west.Measured.Values(0).ToArray().ShouldBe([.. Enumerable.Repeat(40.0, 100), .. Enumerable.Repeat(200.0, 100)]);
    }

    [Theory]
    [InlineData(0.0, "the same place at another time")]
    [InlineData(20.0, "a gap between them")]
    [InlineData(10.5, "another grid")]
    public void Rasters_that_are_not_tiles_of_one_scene_keep_their_own(double west, string why) =>
        Measure(Raster("a.tif", 0, 40), Raster("b.tif", west, 200)).Take(0).ShouldBeNull(why);

    [Fact]
    public void One_stretch_for_all_takes_every_image() =>
        Measure(isForAll: true, Raster("a.tif", 0, 40), Raster("b.tif", 300, 200)).Take(1)!.Value.Note.ShouldBe("one stretch for all images");

    public void Dispose() => _folder.Dispose();

    private static SharedStretch Measure(params string[] paths) => Measure(isForAll: false, paths);

    private static SharedStretch Measure(bool isForAll, params string[] paths) =>
        SharedStretch.Measure([.. paths.Select(path => (MapRaster)path)], isForAll, raster => raster.Preview(cancellationToken: Token));

    private string Raster(string name, double west, int value)
    {
        Tool.Run(
            "gdal_create", "-q", "-of", "GTiff", "-ot", "UInt16", "-outsize", "10", "10", "-bands", "1", "-burn", $"{value}", "-a_srs", "EPSG:32633",
            "-a_ullr", FormattableString.Invariant($"{west}"), "10", FormattableString.Invariant($"{west + 10}"), "0", _folder[name]);
        return _folder[name];
    }
}
