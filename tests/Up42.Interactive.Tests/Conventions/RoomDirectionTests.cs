namespace Up42.Interactive.Tests.Conventions;

/// <summary>The rooms of the library know only the rooms below them.</summary>
public class RoomDirectionTests
{
    private static readonly Rooms Rooms = Rooms.Read();

    /// <summary>No room's plan has a circle: MayName is an order, and inside a room each folder names only those below it.</summary>
    [Fact]
    public void Plan_has_no_circle()
    {
        var left = RoomPlan.MayName.ToDictionary(room => room.Key, room => room.Value);
        while (left.FirstOrDefault(room => !room.Value.Any(left.ContainsKey)) is { Key: { } free })
        {
            left.Remove(free);
        }

        left.Keys.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_plan() =>
        Rooms.Names.Where(folder => !RoomPlan.MayName.ContainsKey(folder.Split('/')[0]) || RoomPlan.Floor(folder) < 0).ShouldBeEmpty();

    [Fact]
    public void Rooms_name_only_the_rooms_below_them() => Breaches(within: false).ShouldBeEmpty();

    [Fact]
    public void Folders_of_a_room_name_only_those_below_them() => Breaches(within: true).ShouldBeEmpty();

    /// <summary>The diagram is drawn here; UP42_ACCEPT=1 writes it into the page.</summary>
    [Fact]
    public void Design_page_shows_the_plan()
    {
        var path = Path.Combine(Samples.RepositoryRoot, "docs", "design.md");
        var page = File.ReadAllText(path);
        var start = page.IndexOf("```mermaid\nflowchart", StringComparison.Ordinal);
        var end = page.IndexOf("```\n", start + 3, StringComparison.Ordinal) + 4;
        if (Environment.GetEnvironmentVariable("UP42_ACCEPT") == "1")
        {
            page = page[..start] + RoomDiagram.Draw() + page[end..];
            File.WriteAllText(path, page);
            end = start + RoomDiagram.Draw().Length;
        }

        page[start..end].ShouldBe(RoomDiagram.Draw(), "UP42_ACCEPT=1 draws it anew.");
    }

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
    [InlineData("Stac")]
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

    private static IEnumerable<string> Breaches(bool within) =>
        Rooms.References
            .Where(reference => reference.To is { } to && (Rooms.RoomOf(reference.From) == Rooms.RoomOf(to)) == within)
            .Where(reference => !RoomPlan.Allows(Rooms.FolderOf(reference.From), Rooms.FolderOf(reference.To!)))
            .Select(reference => $"{reference.From} names {reference.Named} of {reference.To}")
            .Order(StringComparer.Ordinal);

    private static List<string> FilesNaming(string assembly) =>
        [.. Rooms.References.Where(reference => reference.Assembly == assembly).Select(reference => reference.From).Distinct()];
}
