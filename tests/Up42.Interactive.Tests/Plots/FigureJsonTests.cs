using System.Text.Json;
using Plotly.NET;
using Up42.Interactive.Tests.Displays;

namespace Up42.Interactive.Tests.Plots;

/// <summary>Figures are written as Plotly.NET writes them.</summary>
public sealed class FigureJsonTests(DisplaySamples samples) : IClassFixture<DisplaySamples>
{
    public static TheoryData<string> Names => [.. DisplaySamples.Names.Where(name => name.Contains("Plot", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_plots_figure_is_the_same(string name)
    {
        var chart = ((Plot)samples.Make(name)).ToChart();

        var json = FigureJson.TryCreate(chart).ShouldNotBeNull();

        JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(GenericChart.toFigureJson(chart))).ShouldBeTrue(json);
    }

    [Fact]
    public void What_it_does_not_know_is_written_by_Plotly()
    {
        var layout = new Layout();
        layout.SetProperty("date", new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        var chart = GenericChart.setLayout(layout, GenericChart.ofTraceObject(false, new Trace("scatter")));

        FigureJson.Create(chart).ShouldBe(GenericChart.toFigureJson(chart));
    }
}
