using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>What is shown of rasters that are broken or not complete.</summary>
public sealed class DamagedRasterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("strips of one row", 0.3, 0.7)]
    [InlineData("tiled, deflate", 0.1, 0.9)]
    [InlineData("JPEG", 0.2, 0.8)]
    [InlineData("PNG", 0.2, 0.8)]
    public void Look_at_half_a_file_shows_what_is_there_and_says_so(string kind, double least, double most)
    {
        var whole = RasterZoo.Make(_folder, kind);
        var cut = Cut(whole, 0.5);
        using var raster = RasterFile.Open(cut);
        using var intact = RasterFile.Open(whole);

        var image = raster.ReadPreview(300, [1], TestContext.Current.CancellationToken);

        image.Damage!.ShouldMatch(
            @"^damaged, or not complete: \d+(\.\d)? % cannot be read and is left out"
            + @"( \(band 1, block \d+ from the left, \d+ from the top, counted from 0\))?$");
        var expected = intact.ReadPreview(300, [1], TestContext.Current.CancellationToken);
        expected.Damage.ShouldBeNull();
        var valid = Enumerable.Range(0, image.Mask.Length).Where(i => image.Mask[i] != 0).ToList();
        ((double)valid.Count / image.Mask.Length).ShouldBeInRange(least, most);
        valid.Count(i => image.Values(0)[i] != expected.Values(0)[i]).ShouldBeLessThanOrEqualTo(kind == "JPEG" ? valid.Count / 50 : 0);
        Should.Throw<Up42Exception>(() => raster.Preview(300, [1], TestContext.Current.CancellationToken))
            .Message.ShouldStartWith($"'{Path.GetFileName(cut)}' cannot be read: it is damaged, or not complete");
    }

    [Fact]
    public void Look_at_a_raster_with_one_broken_block_leaves_out_that_block_alone()
    {
        var path = RasterZoo.Make(_folder, "tiled, deflate");
        var bytes = File.ReadAllBytes(path);
        using (var dataset = GdalDataset.Open(path, ["GTiff"]))
        {
            bytes.AsSpan(int.Parse(dataset.Band(1).Metadata("BLOCK_OFFSET_1_1", "TIFF")!, CultureInfo.InvariantCulture), 2000).Fill(0x55);
        }

        File.WriteAllBytes(_folder["broken.tif"], bytes);
        using var raster = RasterFile.Open(_folder["broken.tif"]);

        var image = raster.ReadPreview(700, [1], TestContext.Current.CancellationToken);

        image.Damage!.ShouldEndWith("(band 1, block 1 from the left, 1 from the top, counted from 0)");
        var lost = Enumerable.Range(0, image.Mask.Length).Where(i => image.Mask[i] == 0 && i % 700 > 100).Select(i => (Column: i % 700, Row: i / 700)).ToList();
        lost.Min(place => place.Column).ShouldBeInRange(241, 256);
        lost.Max(place => place.Column).ShouldBeInRange(511, 526);
        lost.Min(place => place.Row).ShouldBeInRange(241, 256);
        lost.Max(place => place.Row).ShouldBe(499);
    }

    [Fact]
    public void Look_where_nothing_can_be_read_is_an_error_that_names_file_and_block()
    {
        var path = RasterZoo.Make(_folder, "one strip");
        File.WriteAllBytes(_folder["gone.tif"], [.. File.ReadAllBytes(path).Select((value, i) => i is > 2000 and < 4000 ? (byte)0x55 : value)]);
        using var raster = RasterFile.Open(_folder["gone.tif"]);

        Should.Throw<Up42Exception>(() => raster.ReadPreview(100, [1], TestContext.Current.CancellationToken)).Message
            .ShouldStartWith("'gone.tif' cannot be read: it is damaged, or not complete (band 1, block 0 from the left, 0 from the top, counted from 0).");
    }

    [Fact]
    public void PlotResults_shows_the_others_and_says_why_one_is_missing()
    {
        File.Copy(RasterZoo.MakeScene(_folder), _folder["good.tif"]);
        File.WriteAllText(_folder["text.tif"], "Dear customer");
        File.Copy(Cut(RasterZoo.Make(_folder, "strips of one row"), 0.5), _folder["half.tif"]);

        var plot = PlotBuilder.Bands(
            [_folder["good.tif"], _folder["text.tif"], _folder["half.tif"]], [], 1, new PlotOptions(),
            TestContext.Current.CancellationToken);

        plot.Titles.ShouldBe(["good.tif", "text.tif", "half.tif"]);
        var html = plot.ToHtml();
        html.ShouldContain("Not shown. &#39;text.tif&#39; is not a raster; opened are GeoTIFF, JPEG 2000, PNG, JPEG and WebP.");
        html.ShouldContain("% cannot be read and is left out");
        RawImage.Read(plot.SavePng(_folder["plot.png"])).Width.ShouldBeGreaterThan(1000);
        Should.Throw<Up42Exception>(() => PlotBuilder.Bands(
            [_folder["text.tif"], _folder["text.tif"]], [], 1, new PlotOptions(), TestContext.Current.CancellationToken))
            .Message.ShouldStartWith("'text.tif' is not a raster");
    }

    public void Dispose() => _folder.Dispose();

    private string Cut(string path, double share)
    {
        var bytes = File.ReadAllBytes(path);
        var cut = _folder[$"cut{Path.GetExtension(path)}"];
        File.WriteAllBytes(cut, bytes[..(int)(bytes.Length * share)]);
        return cut;
    }
}
