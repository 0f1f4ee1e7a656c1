namespace Up42.Interactive.Tests.Drawing;

public class AxisTests
{
    [Theory]
    [InlineData(0, 255, 8, "0 50 100 150 200 250")]
    [InlineData(-0.6782, 0.456, 8, "-0.6 -0.4 -0.2 0.0 0.2 0.4")]
    [InlineData(380000, 387000, 4, "380,000 382,000 384,000 386,000")]
    [InlineData(352, 0, 8, "0 50 100 150 200 250 300 350")]
    [InlineData(13.3594, 13.3813, 5, "13.360° 13.365° 13.370° 13.375° 13.380°")]
    [InlineData(0, 1, 1, "0 1")]
    [InlineData(0, 3e-9, 3, "0 1E-09 2E-09 3E-09")]
    [InlineData(0, 2e15, 2, "0 1E+15 2E+15")]
    public void Ticks_are_round_numbers_between_the_ends(double start, double end, int most, string labels) =>
        string.Join(' ', new Axis(start, end, Suffix: start is 13.3594 ? "°" : "").Ticks(most).Select(tick => tick.Label)).ShouldBe(labels);

    [Theory]
    [InlineData(5, 5)]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(-double.MaxValue, double.MaxValue)]
    public void Ticks_where_there_is_no_way_between_the_ends_are_none(double start, double end) => new Axis(start, end).Ticks(8).ShouldBeEmpty();
}
