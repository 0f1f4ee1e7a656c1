using System.Text.Json;

namespace Up42.Interactive.Tests.Rasters.Classes;

/// <summary>Where the names of classes come from: GDAL's <c>.aux.xml</c>, which GDAL writes here and this library reads, and STAC.</summary>
public sealed class ClassSourceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("names", ClassRaster.Names, "0 Clouds|1 Water|2 Forest|4 Built-up")]
    [InlineData("table", ClassRaster.Table, "1 Water #005AC8FF|2 Forest #14781EFF|4 Built-up")]
    [InlineData("both", ClassRaster.Names + "\n" + ClassRaster.Table, "1 Water #005AC8FF|2 Forest #14781EFF|4 Built-up")]
    [InlineData("ranges", """
        table = gdal.RasterAttributeTable()
        for name, kind, use in [("from", gdal.GFT_Real, gdal.GFU_Min), ("to", gdal.GFT_Real, gdal.GFU_Max), ("is", gdal.GFT_String, gdal.GFU_Name)]:
            table.CreateColumn(name, kind, use)
        for row, (low, high, name) in enumerate([(0, 1.5, "low"), (2, 4, "high"), (9, 5, "nothing"), (400, 500, "out of reach")]):
            table.SetValueAsDouble(row, 0, low); table.SetValueAsDouble(row, 1, high); table.SetValueAsString(row, 2, name)
        band.SetDefaultRAT(table)
        """, "0 to 1.5 low|2 to 4 high")]
    [InlineData("a column called value", """
        table = gdal.RasterAttributeTable()
        table.CreateColumn("COUNT", gdal.GFT_Integer, gdal.GFU_PixelCount)
        table.CreateColumn("VALUE", gdal.GFT_Integer, gdal.GFU_Generic)
        table.CreateColumn("CLASS", gdal.GFT_String, gdal.GFU_Generic)
        table.SetValueAsInt(0, 0, 77); table.SetValueAsInt(0, 1, 4); table.SetValueAsString(0, 2, "Built-up")
        band.SetDefaultRAT(table)
        """, "4 Built-up")]
    [InlineData("rows of even values", """
        table = gdal.RasterAttributeTable()
        table.CreateColumn("Label", gdal.GFT_String, gdal.GFU_Name)
        table.SetLinearBinning(1, 2)
        for row, name in enumerate(["one", "three", "five"]):
            table.SetValueAsString(row, 0, name)
        band.SetDefaultRAT(table)
        """, "1 one|3 three|5 five")]
    [InlineData("colours alone", """
        table = gdal.RasterAttributeTable()
        for name, use in [("v", gdal.GFU_MinMax), ("r", gdal.GFU_Red), ("g", gdal.GFU_Green), ("b", gdal.GFU_Blue), ("a", gdal.GFU_Alpha)]:
            table.CreateColumn(name, gdal.GFT_Integer, use)
        for column, cell in enumerate([2, 1, 2, 3, 128]):
            table.SetValueAsInt(0, column, cell)
        band.SetDefaultRAT(table)
        """, "2 2 #01020380")]
    [InlineData("nothing", "", "")]
    public void Names_that_GDAL_writes_beside_a_raster_are_read(string what, string then, string expected)
    {
        using var raster = RasterFile.Open(ClassRaster.Write(_folder["a.tif"], then));

        Text(raster.Bands[0]).ShouldBe(expected, what);
        raster.Remarks.ShouldBeEmpty();
        File.Exists(_folder["a.tif.aux.xml"]).ShouldBe(then.Length > 0);
    }

    [Theory]
    [InlineData("""
        {"raster:bands":[{"classification:classes":[{"value":1,"name":"water","title":"Open water","color_hint":"0000FF"},{"value":2,"name":"wood"}]}]}
        """, "1 Open water #0000FFFF|2 wood")]
    [InlineData("""{"bands":[{"name":"lc","classification:classes":[{"value":1,"description":"Water","color-hint":"#00ff00"}]}]}""", "1 Water #00FF00FF")]
    [InlineData("""
        {"classification:classes":[{"value":0,"name":"none","nodata":true},{"value":1,"name":"water","color_hint":"blue"}]}
        """, "0 none (no data)|1 water")]
    [InlineData("""
        {"classification:classes":[{"value":"1","name":"a"},{"name":"b"},{"value":1e400,"name":"c"},{"value":999,"name":"d"},7,null,{"value":3}]}
        """, "")]
    [InlineData("""{"raster:bands":[{},{"classification:classes":[{"value":1,"name":"of a second band"}]}]}""", "")]
    [InlineData("""{"classification:classes":"none","raster:bands":7,"bands":{}}""", "")]
    public void Names_of_STAC_are_read(string properties, string expected)
    {
        ClassRaster.WriteResults(_folder, JsonSerializer.Deserialize<Dictionary<string, object>>(properties)!);

        Text(Open().Bands[0]).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"raster:bands":[{"data_type":"uint8","classification:classes":[{"value":1,"name":"water"}]}]}""")]
    [InlineData("""{"bands":[{"name":"lc","classification:classes":[{"value":1,"name":"water"}]}]}""")]
    [InlineData("""{"classification:classes":[{"value":1,"name":"water"}]}""")]
    public void Files_of_storage_keep_what_their_item_says(string asset)
    {
        var item = StacItem.Parse(JsonElement.Parse(
            """{"id":"scene","properties":{},"assets":{"lc":{"href":"https://a.invalid/classes.tif","type":"image/tiff",""" + asset[1..] + "}}"));
        new StacLayout([item], new Dictionary<StacAsset, string> { [item.Assets["lc"]] = "classes.tif" }, text => text).Write(_folder.Path);
        ClassRaster.Write(_folder["scene/classes.tif"]);

        Text(Open().Bands[0]).ShouldBe("1 water");
    }

    [Fact]
    public void What_lies_beside_the_raster_comes_before_STAC()
    {
        var stac = new Dictionary<string, object> { ["classification:classes"] = new[] { new { value = 1, name = "of STAC" } } };
        ClassRaster.WriteResults(_folder, stac, ClassRaster.Names);

        Text(Open().Bands[0]).ShouldBe("0 Clouds|1 Water|2 Forest|4 Built-up");
        File.Delete(_folder["classes.tif.aux.xml"]);
        Text(Open().Bands[0]).ShouldBe("1 of STAC");
    }

    [Theory]
    [InlineData("job.tgz", "tar", "-czf")]
    [InlineData("job.zip", "zip", "-qr")]
    public void Names_in_archives_are_read(string name, string program, string option)
    {
        using var inside = new TempFolder();
        ClassRaster.Write(inside["a.tif"], ClassRaster.Table);
        Tool.Run("sh", "-c", $"cd '{inside.Path}' && {program} {option} '{_folder[name]}' a.tif a.tif.aux.xml");

        using var raster = JobResults.Open(_folder[name], cancellationToken: TestContext.Current.CancellationToken).Rasters.ShouldHaveSingleItem().Open();

        Text(raster.Bands[0]).ShouldBe("1 Water #005AC8FF|2 Forest #14781EFF|4 Built-up");
    }

    [Fact]
    public void Names_are_said_of_the_raster()
    {
        ClassRaster.WriteResults(_folder, new Dictionary<string, object>(), ClassRaster.Names);
        var result = JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken).Rasters.ShouldHaveSingleItem();

        Open().ToString().ShouldEndWith("EPSG:32633), 4 classes: Clouds, Water, Forest, Built-up");
        result.ToString().ShouldEndWith("4 classes: Clouds, Water, Forest, Built-up");
        result.ToHtml().ShouldContain("4 classes: Clouds, Water, Forest, Built-up");
    }

    public void Dispose() => _folder.Dispose();

    private RasterFile Open() =>
        JobResults.Open(_folder.Path, cancellationToken: TestContext.Current.CancellationToken).Rasters.ShouldHaveSingleItem().Open();

    private static string Text(RasterBand band) => string.Join('|', band.Classes.Select(each =>
        $"{each}{(each.Color is { } color ? $" #{color:X8}" : "")}{(each.IsNoData ? " (no data)" : "")}"));
}
