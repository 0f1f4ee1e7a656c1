using System.Diagnostics;
using System.Text.Json;

namespace Up42.Interactive.Tests.Rasters.Classes;

/// <summary>Classes that are within every limit, and would add up: of many bands, many rasters, many rows that are none.</summary>
public sealed class ManyClassesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bands_of_the_same_classes_share_them()
    {
        using var raster = RasterFile.Open(Write(bands: 3), [], new KnownClasses([], [new RasterClass(1, "a"), new RasterClass(300, "b")]));

        raster.Bands[0].Classes.ShouldHaveSingleItem().Name.ShouldBe("a");
        raster.Bands.ShouldAllBe(band => ReferenceEquals(band.Classes, raster.Bands[0].Classes));
    }

    [Fact]
    public void Rows_of_a_table_that_are_no_classes_take_no_time_of_its_columns()
    {
        var columns = string.Concat(Enumerable.Repeat("<FieldDefn/>", 1000));
        var rows = string.Concat(Enumerable.Repeat("<Row/>", 1_300_000));
        var path = Write();
        WriteBeside(path, $"<GDALRasterAttributeTable>{columns}{rows}</GDALRasterAttributeTable>");
        var clock = Stopwatch.StartNew();
        using var raster = RasterFile.Open(path);

        raster.Bands[0].Classes.ShouldBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Columns_of_a_table_that_come_after_its_rows_are_not_looked_at()
    {
        var path = Write();
        WriteBeside(
            path,
            "<GDALRasterAttributeTable><FieldDefn><Name>Value</Name></FieldDefn><FieldDefn><Name>n</Name><Type>2</Type></FieldDefn>"
            + "<Row><F>1</F><F>a</F></Row><FieldDefn><Usage>5</Usage></FieldDefn><Type>0</Type><Row><F>2</F><F>b</F><F>9</F></Row></GDALRasterAttributeTable>");
        using var raster = RasterFile.Open(path);

        string.Join('|', raster.Bands[0].Classes).ShouldBe("1 a|2 b");
    }

    [Fact]
    public void An_element_of_attributes_without_number_is_not_read()
    {
        var path = Write();
        File.WriteAllText(path + ".aux.xml", $"<PAMDataset {string.Concat(Enumerable.Range(0, 300_000).Select(number => $"a{number}='1' "))}/>");
        using var raster = RasterFile.Open(path);

        raster.Remarks.ShouldBe(["a.tif.aux.xml beside it is not read: it is not valid XML"]);
    }

    [Fact]
    public void Features_whose_classes_are_none_are_looked_at_until_there_were_too_many()
    {
        var none = string.Join(',', Enumerable.Repeat("{}", 6000));
        var table = FeatureTable.Parse(string.Join('\n', Feature(none), Feature(none), Feature("""{"value":1,"name":"a"}""")));
        var budget = new WorkBudget(Limits.Default with { RasterWork = 9_999 });

        budget.Enter(() => StacClasses.Find(table)).Count.ShouldBe(0);
        budget.Enter(() => WorkBudget.IsSpent(Work.Rasters)).ShouldBeTrue();
        StacClasses.Find(table.Skip(1)).All.ShouldHaveSingleItem().Name.ShouldBe("a");
    }

    [Fact]
    public void Drawing_a_raster_takes_more_of_the_budget_when_it_has_classes()
    {
        var classes = new KnownClasses([[new RasterClass(1, "a")]], [.. Enumerable.Range(0, 999).Select(value => new RasterClass(value, "b"))]);

        new NamedRaster("a.tif", []) { Classes = classes }.Drawing.ShouldBe(Limits.Default.RasterDrawing + 500);
    }

    private static string Feature(string classes) => JsonDocument.Parse(
        $$$"""{"type":"Feature","geometry":null,"properties":{"classification:classes":[{{{classes}}}]}}""").RootElement.GetRawText();

    private static void WriteBeside(string path, string band) =>
        File.WriteAllText(path + ".aux.xml", $"<PAMDataset><PAMRasterBand band=\"1\">{band}</PAMRasterBand></PAMDataset>");

    private string Write(int bands = 1)
    {
        Tool.Run("gdal_create", "-q", "-outsize", "8", "8", "-bands", $"{bands}", "-ot", "Byte", "-burn", "1", _folder["a.tif"]);
        return _folder["a.tif"];
    }
}
