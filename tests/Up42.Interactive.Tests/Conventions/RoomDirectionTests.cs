namespace Up42.Interactive.Tests.Conventions;

/// <summary>The rooms of the library know only the rooms below them.</summary>
public class RoomDirectionTests
{
    private static readonly Rooms Rooms = Rooms.Read();

    private static readonly string[] Ground = ["Text", "Html", "Hosts", "Files", "Geo", "Errors"];

    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Text"] = [],
        ["Files"] = ["Text"],
        ["Geo"] = ["Text"],
        ["Html"] = ["Text", "Files"],
        ["Hosts"] = ["Html", "Text", "Files"],
        ["Errors"] = ["Hosts", "Html", "Text"],
        ["Drawing"] = Ground,
        ["Model"] = Ground,
        ["Archives"] = Ground,
        ["Cards"] = ["Model", .. Ground],
        ["Http"] = ["Archives", "Model", .. Ground],
        ["Transfers"] = ["Archives", "Http", "Model", .. Ground],
        ["Tables"] = Ground,
        ["Rasters"] = Ground,
        ["Buckets"] = ["Archives", "Transfers", "Model", .. Ground],
        ["Results"] = ["Buckets", "Rasters", "Tables", "Cards", "Transfers", "Archives", "Model", .. Ground],
        ["Downloads"] = ["Results", "Transfers", "Archives", "Http", "Model", .. Ground],
        ["Jobs"] = ["Downloads", "Results", "Buckets", "Tables", "Transfers", "Archives", "Http", "Cards", "Model", .. Ground],
        ["Plots"] = ["Drawing", "Results", "Tables", "Rasters", "Model", .. Ground],
        ["Maps"] = ["Drawing", "Results", "Tables", "Rasters", "Model", .. Ground],
        [Rooms.Entry] = ["Jobs", "Downloads", "Results", "Tables", "Transfers", "Archives", "Http", "Cards", "Model", .. Ground],
    };

    [Fact]
    public void Every_folder_is_a_room_with_its_directions() => Rooms.Names.ShouldBeSubsetOf(MayName.Keys);

    [Fact]
    public void Rooms_name_only_the_rooms_below_them() =>
        Rooms.References
            .Where(reference => reference.ToRoom is { } to && to != reference.FromRoom && !MayName[reference.FromRoom].Contains(to))
            .Select(reference => $"{reference.From} names {reference.Type} of {reference.ToRoom}")
            .ShouldBeEmpty();

    [Fact]
    public void Only_Rasters_and_one_file_of_Tables_touch_Gdal()
    {
        var files = FilesNaming("Up42.Interactive.Gdal");

        files.ShouldContain(file => file.StartsWith("Rasters/", StringComparison.Ordinal));
        files.Where(file => !file.StartsWith("Rasters/", StringComparison.Ordinal)).ShouldBeSubsetOf(["Tables/Formats/GdalVectorReader.cs"]);
    }

    [Fact]
    public void Only_Plots_touches_Plotly()
    {
        var files = FilesNaming("Plotly.NET");

        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => file.StartsWith("Plots/", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_Drawing_touches_Skia()
    {
        var files = FilesNaming("SkiaSharp");

        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => file.StartsWith("Drawing/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Drawing")]
    [InlineData("Buckets")]
    [InlineData("Results")]
    [InlineData("Tables")]
    [InlineData("Rasters")]
    [InlineData("Plots")]
    [InlineData("Maps")]
    [InlineData("Archives")]
    [InlineData("Cards")]
    [InlineData("Hosts")]
    [InlineData("Html")]
    [InlineData("Text")]
    [InlineData("Files")]
    [InlineData("Geo")]
    public void Rooms_of_what_lies_on_disk_know_nothing_of_HTTP(string room) =>
        FilesNaming("System.Net.Http").ShouldNotContain(file => Rooms.RoomOf(file) == room);

    private static List<string> FilesNaming(string assembly) =>
        [.. Rooms.References.Where(reference => reference.Assembly == assembly).Select(reference => reference.From).Distinct()];
}
