using System.Diagnostics;
using System.Text;

namespace Up42.Interactive.Tests.Rasters.Classes;

/// <summary>An <c>.aux.xml</c> from a stranger: of any size, of any depth, with anything in it. The raster is opened all the same, and at once.</summary>
public sealed class HostileClassTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Refused => new()
    {
        {
            "an entity bomb",
            """<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;">]><PAMDataset><PAMRasterBand band="1">&d;</PAMRasterBand></PAMDataset>"""
        },
        { "an entity of another file", """<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><PAMDataset>&b;</PAMDataset>""" },
        { "a document type elsewhere", """<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><PAMDataset/>""" },
        { "deep nesting", string.Concat(Enumerable.Repeat("<a>", 300_000)) },
        { "half a file", "<PAMDataset><PAMRasterBand band='1'><CategoryNames><Category>a" },
        { "no XML", "\0\u0001 nothing" },
        { "a control character", Names("a&#1;b") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_plain_XML_is_not_read_and_that_is_said(string what, string xml)
    {
        using var raster = Open(xml);

        raster.Bands[0].Classes.ShouldBeEmpty(what);
        raster.Remarks.ShouldBe(["a.tif.aux.xml beside it is not read: it is not valid XML"]);
    }

    [Fact]
    public void A_gigabyte_is_not_read_and_that_is_said()
    {
        var path = Write();
        using (var file = File.Create(path + ".aux.xml"))
        {
            file.SetLength(1 << 30);
        }

        using var raster = RasterFile.Open(path);
        raster.Remarks.ShouldBe(["a.tif.aux.xml beside it is not read: it has 1.1 GB"]);
    }

    [Fact]
    public void Links_are_not_followed_and_pipes_not_waited_for()
    {
        var path = Write();
        File.WriteAllText(_folder["b.xml"], Names("a"));
        File.CreateSymbolicLink(path + ".aux.xml", _folder["b.xml"]);
        using (var raster = RasterFile.Open(path))
        {
            raster.Bands[0].Classes.ShouldBeEmpty();
        }

        File.Delete(path + ".aux.xml");
        Tool.Run("mkfifo", path + ".aux.xml");
        using (var raster = RasterFile.Open(path))
        {
            raster.Bands[0].Classes.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Of_too_many_categories_the_first_are_taken()
    {
        var clock = Stopwatch.StartNew();
        using var raster = Open(Names([.. Enumerable.Repeat("a", 250_000)]), type: "UInt16");

        raster.Bands[0].Classes.Count.ShouldBe(10_000);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_name_of_megabytes_is_cut_and_one_with_a_secret_hides_it()
    {
        using var raster = Open(Names(
            new string('x', 3_000_000), "https://a.b/c?X-Goog-Signature=0123456789abcdef0123456789", "a\n\u202Eb\tc", "</td><script>", " "));

        var names = raster.Bands[0].Classes.Select(each => each.Name).ToList();
        names[0].Length.ShouldBe(200);
        names[1].ShouldNotContain("0123456789abcdef");
        names[2].ShouldBe("a \uFFFDb c");
        names[3].ShouldBe("</td><script>");
        names.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("<Row index='0'><F>one</F><F>a</F></Row><Row index='1'><F>NaN</F><F>b</F></Row><Row index='2'><F>1e999</F><F>c</F></Row>", "")]
    [InlineData("<Row index='0'><F>-1</F><F>a</F></Row><Row index='1'><F>256</F><F>b</F></Row><Row index='2'><F>255</F><F>c</F></Row>", "255 c")]
    [InlineData("<Row index='0'/><Row index='1'><F>3</F></Row><Row index='2'><F>4</F><F>d</F><F>e</F><F>f</F></Row>", "4 d")]
    [InlineData("<Row index='0'><F>1<G/></F><F>a</F></Row>", null)]
    public void Cells_that_are_no_values_make_no_classes(string rows, string? expected)
    {
        using var raster = Open($"""
            <PAMDataset><PAMRasterBand band="1"><GDALRasterAttributeTable tableType="thematic">
            <FieldDefn index="0"><Name>v</Name><Type>0</Type><Usage>5</Usage></FieldDefn>
            <FieldDefn index="1"><Name>n</Name><Type>2</Type><Usage>2</Usage></FieldDefn>{rows}</GDALRasterAttributeTable></PAMRasterBand></PAMDataset>
            """);

        string.Join('|', raster.Bands[0].Classes).ShouldBe(expected ?? "");
        raster.Remarks.Count.ShouldBe(expected is null ? 1 : 0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public void Bands_that_the_raster_does_not_have_are_left_out(string band)
    {
        using var raster = Open(Names("a").Replace("band=\"1\"", $"band=\"{band}\"", StringComparison.Ordinal));

        raster.Bands[0].Classes.ShouldBeEmpty();
        raster.Remarks.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static string Names(params IEnumerable<string> names) =>
        new StringBuilder("<PAMDataset><PAMRasterBand band=\"1\"><CategoryNames>")
            .AppendJoin("", names.Select(name => $"<Category>{name.Replace("<", "&lt;", StringComparison.Ordinal)}</Category>"))
            .Append("</CategoryNames></PAMRasterBand></PAMDataset>").ToString();

    private string Write(string type = "Byte")
    {
        Tool.Run("gdal_create", "-q", "-outsize", "8", "8", "-ot", type, "-burn", "1", _folder["a.tif"]);
        return _folder["a.tif"];
    }

    private RasterFile Open(string xml, string type = "Byte")
    {
        var path = Write(type);
        File.WriteAllText(path + ".aux.xml", xml);
        return RasterFile.Open(path);
    }
}
