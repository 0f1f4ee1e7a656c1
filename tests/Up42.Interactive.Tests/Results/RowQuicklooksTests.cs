using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Results;

public class RowQuicklooksTests
{
    [Fact]
    public void Rows_with_a_quicklook_on_disk_show_it_as_a_thumbnail()
    {
        using var folder = new TempFolder();
        var quicklook = Samples.Find("quicklooks/s2_128.jpg");
        File.Copy(quicklook, folder["scene-0001.jpg"]);
        File.Copy(quicklook, folder["quicklook_scene-0003.jpg"]);
        File.WriteAllText(folder["scene-0004.jpg"], "no picture");
        File.WriteAllText(folder["data.json"], $$"""
            {"type":"FeatureCollection","features":[{{string.Join(',', Enumerable.Range(1, 14)
            .Select(i => $$"""{"type":"Feature","properties":{"id":"scene-{{i:0000}}"},"geometry":null}"""))}}]}
            """);

        var table = JobResults.Open(folder.Path, cancellationToken: TestContext.Current.CancellationToken).Table;

        Enumerable.Range(0, 14).Where(row => table.PictureAt(row) is not null).ShouldBe([0, 2]);
        var html = table.ToHtml();
        Regex.Count(
            html[html.IndexOf("<div class=\"u42-s\"", StringComparison.Ordinal)..],
            "<img src=\"data:image/webp;base64,[^\"]+\" alt=\"Quicklook of row [02]\">").ShouldBe(2);
        table.SortBy("id", descending: true).PictureAt(13).ShouldBe(table.PictureAt(0));
        FeatureTable.Concat(FeatureTable.Empty, table).PictureAt(2).ShouldBe(table.PictureAt(2));
        File.WriteAllBytes(folder["thumbnail.webp"], Convert.FromBase64String(table.PictureAt(0)!.Split(',')[1]));
        var thumbnail = RawImage.Read(folder["thumbnail.webp"]);
        Math.Max(thumbnail.Width, thumbnail.Height).ShouldBe(56);
    }

    [Fact]
    public void Quicklook_of_billions_of_pixels_in_a_small_file_is_not_decoded()
    {
        using var folder = new TempFolder();
        Tool.Run("gdal_translate", "-q", "-of", "PNG", "-outsize", "6000", "6000", Samples.Find("quicklooks/s2_128.jpg"), folder["scene-0001.png"]);
        Tool.Run("gdal_translate", "-q", "-of", "PNG", Samples.Find("quicklooks/s2_128.jpg"), folder["scene-0002.png"]);
        File.WriteAllText(folder["data.json"], """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"scene-0001"},"geometry":null},
            {"type":"Feature","properties":{"id":"scene-0002"},"geometry":null}]}
            """);

        var table = JobResults.Open(folder.Path, cancellationToken: TestContext.Current.CancellationToken).Table;

        table.PictureAt(0).ShouldBeNull();
        table.PictureAt(1).ShouldNotBeNull();
    }
}
