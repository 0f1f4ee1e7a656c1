using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Maps;

/// <summary>What a picture of a map draws has bounds: of features the length of their outlines, of images the area that they cover.</summary>
public class StaticMapLimitsTests
{
    private static readonly Envelope Bounds = new(10, 11, 50, 51);
    private static readonly MapFrame Frame = new(Bounds, 960, 640);
    private static readonly GeometryFactory Factory = new();

    [Fact]
    public void Features_are_all_drawn_until_their_outlines_are_longer_than_six_million()
    {
        var box = Factory.ToGeometry(Bounds);
        var place = Frame.Place(Bounds);
        var length = (2 * (place.Width + place.Height)) + box.NumPoints;

        MapFeatureDrawing.Every([], Frame).ShouldBe(1);
        MapFeatureDrawing.Every(Enumerable.Repeat(box, (int)(6_000_000 / length)), Frame).ShouldBe(1);
        MapFeatureDrawing.Every(Enumerable.Repeat(box, (int)(6_000_000 / length) + 1), Frame).ShouldBe(2);
        MapFeatureDrawing.Every(Enumerable.Repeat(box, (int)(59_000_000 / length)), Frame).ShouldBe(10);
    }

    [Fact]
    public void What_lies_off_the_paper_counts_as_far_as_the_paper_is_wide()
    {
        var world = Factory.ToGeometry(new Envelope(-180, 180, -80, 80));
        var length = (2 * (Frame.Box.Width + Frame.Box.Height)) + world.NumPoints;

        MapFeatureDrawing.Every(Enumerable.Repeat(world, (int)(6_000_000 / length)), Frame).ShouldBe(1);
    }

    [Fact]
    public void Positions_count_too()
    {
        var zigzag = Factory.CreateLineString([.. Enumerable.Range(0, 1_000_000).Select(i => new Coordinate(10 + (i % 2 * 1e-6), 50))]);

        MapFeatureDrawing.Every([.. Enumerable.Repeat(zigzag, 7)], Frame).ShouldBe(2);
    }

    [Fact]
    public void Images_that_would_cover_the_paper_more_than_a_hundred_times_are_the_uppermost()
    {
        var whole = Frame.Bounds;
        var images = Enumerable.Range(0, 250).Select(number => Image($"{number}", whole)).ToList();

        Uppermost(images).ShouldBe(Enumerable.Range(150, 100).Select(number => $"{number}"));
        Uppermost(images[..60]).Count.ShouldBe(60);
        Uppermost([.. images.Select(image => image with { Bounds = new Envelope(10.4, 10.5, 50.4, 50.5) })]).Count.ShouldBe(250);
    }

    private static List<string> Uppermost(IReadOnlyList<MapImage> images) =>
        [.. new StaticMap { Bounds = Bounds, Images = images, Layers = [] }.Uppermost(Frame).Select(image => image.Name)];

    private static MapImage Image(string name, Envelope bounds) => new()
    {
        Name = name,
        File = name,
        Group = name,
        Notes = [],
        Picture = new Lazy<byte[]>(() => []),
        Width = 1,
        Height = 1,
        Bounds = bounds,
        ValidBounds = bounds,
    };
}
