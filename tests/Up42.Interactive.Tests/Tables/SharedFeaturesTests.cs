using System.Buffers.Binary;

namespace Up42.Interactive.Tests.Tables;

/// <summary>Small files that stand for gigabytes: records that are one, columns that hold nothing, elements of attributes without number.</summary>
public sealed class SharedFeaturesTests : IDisposable
{
    private const int Vertices = 20_000;
    private const int FileHeader = 100;
    private const int RecordHeader = 8;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(3, true)]
    [InlineData(2000, false)]
    public void A_shapefile_whose_records_are_one_is_read_as_far_as_its_size_allows(int records, bool isRead)
    {
        WriteShapes(records);

        if (isRead)
        {
            FeatureTable.Read(_folder["x.shp"]).Count.ShouldBe(records);
        }
        else
        {
            Should.Throw<Up42Exception>(() => FeatureTable.Read(_folder["x.shp"])).Message.ShouldBe(
                "The features of x.shp take more than 256 MB as GeoJSON, which those of a file of its size may not. Convert it: ogr2ogr x.geojson x.shp.");
        }
    }

    [Fact]
    public void A_GeoPackage_of_empty_columns_is_read_as_far_as_its_size_allows()
    {
        Tool.Run("ogr2ogr", "-f", "GPKG", _folder["x.gpkg"], Samples.Find("collection/aoi_berlin.geojson"));
        var columns = string.Join(',', Enumerable.Range(0, 1000).Select(column => $"c{column}_{new string('x', 50)} INTEGER"));
        Tool.RunWithInput(
            "python3",
            $"""
            CREATE TABLE v(fid INTEGER PRIMARY KEY, {columns});
            INSERT INTO v(fid) WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 6000) SELECT n FROM r;
            INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES('v', 'attributes', 'v');
            """,
            "-c",
            "import sqlite3, sys; sqlite3.connect(sys.argv[1], isolation_level=None).executescript(sys.stdin.read())",
            _folder["x.gpkg"]);

        FeatureTable.Read(_folder["x.gpkg"]).Remarks.ShouldHaveSingleItem().ShouldStartWith(
            "The layer 'v' was left out: The features of x.gpkg take more than 256 MB as GeoJSON");
    }

    [Fact]
    public void What_features_take_together_counts_for_all_files_that_are_opened()
    {
        WriteShapes(30);
        foreach (var extension in new[] { "shp", "shx", "dbf" })
        {
            File.Copy(_folder[$"x.{extension}"], _folder[$"y.{extension}"]);
        }

        var files = new[] { "x.shp", "y.shp" }.Select(name => new ResultFile(name, _folder[name], 1)).ToList();
        var read = new WorkBudget(Limits.Default with { RowsInAll = 1000 }).Enter(() => VectorResults.Read(files));

        read.Tables.Keys.ShouldBe(["x"]);
        read.Remarks.ShouldHaveSingleItem().ShouldStartWith("y.shp was left out: with what was read before it, there are more features");
    }

    [Fact]
    public void A_KML_of_attributes_without_number_is_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 300_000).Select(number => $" a{number}='>'"));
        File.WriteAllText(_folder["x.kml"], $"<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document{attributes}/></kml>");

        Should.Throw<Up42Exception>(() => FeatureTable.Read(_folder["x.kml"])).Message
            .ShouldBe("x.kml has elements of more than 2,000 attributes; it is not read.");
    }

    [Fact]
    public void Attributes_are_counted_for_each_element()
    {
        static bool AreFew(string xml) => XmlAttributes.AreFew(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(xml)));
        var many = string.Concat(Enumerable.Repeat("a='1' ", 1500));

        AreFew($"<a {many}/><b {many}/>").ShouldBeTrue();
        AreFew($"<a {many}{many}/>").ShouldBeFalse();
        AreFew($"<!-- {new string(' ', 70_000)} --><a {many}{new string(' ', 70_000)}{many}/>").ShouldBeFalse();
    }

    /// <summary>One ring, and an index that names it again and again.</summary>
    private void WriteShapes(int records)
    {
        var content = new byte[48 + (16 * Vertices)];
        BinaryPrimitives.WriteInt32LittleEndian(content, 5);
        WriteDoubles(content.AsSpan(4), 10, 50, 11, 51);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(36), 1);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(40), Vertices);
        for (var vertex = 0; vertex < Vertices; vertex++)
        {
            var (sine, cosine) = Math.SinCos(-2 * Math.PI * (vertex % (Vertices - 1)) / (Vertices - 1));
            WriteDoubles(content.AsSpan(48 + (16 * vertex)), 10.5 + (cosine / 2), 50.5 + (sine / 2));
        }

        var length = content.Length / 2;
        File.WriteAllBytes(_folder["x.shp"], [.. Header((FileHeader + RecordHeader + content.Length) / 2), .. Words(1, length), .. content]);
        File.WriteAllBytes(
            _folder["x.shx"],
            [.. Header((FileHeader + (RecordHeader * records)) / 2), .. Enumerable.Repeat(Words(50, length), records).SelectMany(words => words)]);
        var table = new byte[65 + (2 * records)];
        (table[0], table[8], table[10], table[32], table[43], table[48], table[64]) = (3, 65, 2, (byte)'N', (byte)'C', 1, 13);
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(4), records);
        table.AsSpan(65).Fill((byte)' ');
        File.WriteAllBytes(_folder["x.dbf"], table);
    }

    private static byte[] Header(int length)
    {
        byte[] header = [.. Words(9994, 0, 0, 0, 0, 0, length), .. new byte[72]];
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), 1000);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(32), 5);
        WriteDoubles(header.AsSpan(36), 10, 50, 11, 51);
        return header;
    }

    private static byte[] Words(params int[] words)
    {
        var bytes = new byte[4 * words.Length];
        foreach (var (index, word) in words.Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * index), word);
        }

        return bytes;
    }

    private static void WriteDoubles(Span<byte> target, params double[] numbers)
    {
        foreach (var (index, number) in numbers.Index())
        {
            BinaryPrimitives.WriteDoubleLittleEndian(target[(8 * index)..], number);
        }
    }
}
