using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests.Maps;

public sealed class ShapePackerTests
{
    private static readonly GeometryFactory Factory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Boxes_take_little_more_than_where_they_begin_and_two_of_their_sides()
    {
        var random = new Random(1);
        var boxes = Enumerable.Range(0, 10_000).Select(_ =>
        {
            var (x, y, along, up) = (random.NextDouble() * 0.06, random.NextDouble() * 0.06, random.NextDouble() * 2e-4, random.NextDouble() * 2e-4);
            return Factory.CreatePolygon([new(x, y), new(x + along, y + up), new(x + along - up, y + up + along), new(x - up, y + along), new(x, y)]);
        });

        Convert.FromBase64String(ShapePacker.Pack(boxes, 1e6)).Length.ShouldBeInRange(60_000, 96_000);
    }

    [Fact]
    public void Shapes_are_the_same_bytes_each_time_and_none_is_none()
    {
        Geometry[] shapes = [Factory.CreatePoint(new Coordinate(1, 2)), Factory.CreateLineString([new(1, 1), new(3, 4)])];

        ShapePacker.Pack(shapes, 1e7).ShouldBe(ShapePacker.Pack(shapes, 1e7));
        ShapePacker.Pack([], 1e7).ShouldBe(ShapePacker.Pack([], 1e6));
    }

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    public void Layers_of_few_features_stay_as_they_are(int count, bool isPacked)
    {
        var data = MapVectors.Fit([Layer(count)], FeatureBudget.Alone, Token).Data[0];

        (data.Packed is not null).ShouldBe(isPacked);
        (data.Packed?.Count ?? data.Features.Count).ShouldBe(count);
    }

    [Fact]
    public void Of_several_layers_the_largest_are_packed_until_the_others_hold_few_features()
    {
        var data = MapVectors.Fit([Layer(900), Layer(1_500), Layer(40), Layer(1_800)], FeatureBudget.Alone, Token).Data;

        data.Select(layer => layer.Packed is not null).ShouldBe([false, true, false, true]);
    }

    [Fact]
    public void What_does_not_fit_loses_decimetres_digits_and_outlines_before_features()
    {
        var table = ManyFeatures.Boxes(3_000);
        var layer = Layer(table);

        Fit(1_000_000).ShouldBe(["Positions are rounded to 0.01 m."]);
        Fit(65_000).ShouldBe(["Positions are rounded to 0.1 m."]);
        Fit(42_000)[^1].ShouldStartWith("Outlines are simplified by up to ");
        Fit(42_000).ShouldNotContain(remark => remark.Contains("are shown", StringComparison.Ordinal));
        Fit(10_000)[0].ShouldEndWith(" of 3,000 features are shown, evenly picked.");

        IReadOnlyList<string> Fit(int bytes) => MapVectors.Fit([layer], bytes, Token).Remarks;
    }

    [Fact]
    public void Images_leave_room_for_many_features()
    {
        var few = MapImageBudget.For(1, 2048, features: FeatureBudget.Beside(10));
        var many = MapImageBudget.For(1, 2048, features: FeatureBudget.Beside(1_000_000));

        few.ShouldBe(MapImageBudget.For(1, 2048));
        (few.Bytes + few.ValuesBytes + FeatureBudget.Beside(10)).ShouldBeInRange(2_490_000, 2_500_000);
        (many.Bytes + many.ValuesBytes + FeatureBudget.Beside(1_000_000)).ShouldBeInRange(2_490_000, 2_500_000);
    }

    private static MapLayer Layer(int count) => Layer(ManyFeatures.Boxes(count));

    private static MapLayer Layer(FeatureTable table) =>
        new("Vector results", "layer", "#d55e00", Dashed: false, [.. table.Select(row => new MapFeature(row.GetText("name")!, row.Geometry!, row))]);
}
