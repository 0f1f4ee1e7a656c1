namespace Up42.Interactive.Tests.Displays;

public sealed class LineInkTests
{
    [Fact]
    public void A_line_longer_than_paper_has_pixels_is_thinned_and_keeps_its_ends()
    {
        IReadOnlyList<(double X, double Y)> line = [.. Enumerable.Range(0, 20_001).Select(i => (i % 2 * 900.0, i * 0.01))];

        var drawn = LineInk.Bound(line);

        drawn.Count.ShouldBeInRange(500, 560);
        (drawn[0], drawn[^1]).ShouldBe((line[0], line[^1]));
    }

    [Fact]
    public void A_line_that_fits_stays_as_it_is()
    {
        IReadOnlyList<(double X, double Y)> line = [.. Enumerable.Range(0, 100_000).Select(i => (Math.Sin(i), i / 100.0))];

        LineInk.Bound(line).ShouldBeSameAs(line);
    }
}
