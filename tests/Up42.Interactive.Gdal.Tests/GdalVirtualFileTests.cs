using System.Runtime.CompilerServices;

namespace Up42.Interactive.Gdal.Tests;

/// <summary>Files that GDAL reads through a function of this process.</summary>
public sealed class GdalVirtualFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TILED=YES")]
    [InlineData("TILED=NO")]
    [InlineData("COMPRESS=DEFLATE")]
    public void A_raster_has_the_pixels_of_the_file_and_plans_its_ranges(string option)
    {
        using var file = Serve(CreateScene(option), out var planned, out _);
        using var local = GdalDataset.Open(_folder["scene.tif"], ["GTiff"]);
        using var served = GdalDataset.Open(file.Path, ["GTiff"]);

        Read(served).ShouldBe(Read(local));
        planned.Sum(range => range.Length).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_the_function_throws_is_thrown_by_the_call_that_needed_the_bytes()
    {
        using var file = Serve(CreateScene("TILED=YES"), out _, out var failure);
        using var served = GdalDataset.Open(file.Path, ["GTiff"]);

        failure.Value = new TimeoutException("The server is silent.");
        Should.Throw<TimeoutException>(() => Read(served)).Message.ShouldBe("The server is silent.");
        Should.Throw<TimeoutException>(() => GdalDataset.Open(file.Path, ["GTiff"]).Dispose());

        failure.Value = null;
        Read(served).Length.ShouldBe(600 * 400);
    }

    [Fact]
    public void A_file_that_was_taken_away_is_not_found()
    {
        var file = Serve(CreateScene("TILED=YES"), out _, out _);
        file.Dispose();

        Should.Throw<GdalException>(() => GdalDataset.Open(file.Path, ["GTiff"]));
    }

    private static ushort[] Read(GdalDataset dataset)
    {
        var pixels = new ushort[dataset.Width * dataset.Height];
        dataset.Band(1).Read(new GdalWindow(0, 0, dataset.Width, dataset.Height), pixels.AsSpan(), dataset.Width, dataset.Height);
        return pixels;
    }

    private static GdalVirtualFile Serve(byte[] content, out List<(long Offset, long Length)> planned, out StrongBox<Exception?> failure)
    {
        var (ranges, reason) = (new List<(long, long)>(), new StrongBox<Exception?>());
        (planned, failure) = (ranges, reason);
        return new GdalVirtualFile("scene.tif", content.Length, Read, ranges.AddRange, () => "from this test");

        void Read(long offset, Span<byte> bytes)
        {
            if (reason.Value is { } exception)
            {
                throw exception;
            }

            content.AsSpan((int)offset, bytes.Length).CopyTo(bytes);
        }
    }

    private byte[] CreateScene(string option)
    {
        using (var dataset = GdalDataset.Create("GTiff", _folder["scene.tif"], 600, 400, 1, GdalDataType.UInt16, option))
        {
            dataset.Band(1).WriteRows<ushort>(0, [.. Enumerable.Range(0, 600 * 400).Select(i => (ushort)(i * 7919))]);
            dataset.Close();
        }

        return File.ReadAllBytes(_folder["scene.tif"]);
    }
}
