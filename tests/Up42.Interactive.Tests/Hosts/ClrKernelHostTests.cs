using ClrKernel.Core.Primitives;
using KernelText = ClrKernel.Core.Primitives.DisplayText;

namespace Up42.Interactive.Tests.Hosts;

/// <summary>ClrKernel's packages are not served here: the types below have the shapes of its sources of August 2026.</summary>
public class ClrKernelHostTests
{
    [Fact]
    public void TryConnect_shows_displays_and_foreign_types_and_leaves_the_rest_to_the_former_formatter()
    {
        ClrKernelHost.TryConnect(typeof(DisplayFormatters).Assembly).ShouldNotBeNull();

        DisplayFormatters.Format<DisplayHtml>(new DisplayObject(new SampleDisplay("x"))).Html.ShouldBe(new SampleDisplay("x").ToHtml());
        DisplayFormatters.Format<KernelText>(new DisplayObject(new SampleDisplay("x"))).Text.ShouldBe("Sample x");
        DisplayFormatters.Format<KernelText>(new DisplayObject(new NetTopologySuite.Geometries.Point(1, 2))).Text.ShouldBe("Point, 1.0000° E, 2.0000° N");
        DisplayFormatters.Format<DisplayHtml>(new DisplayObject(3)).Html.ShouldBe("former 3");
    }

    [Fact]
    public void Show_replaces_the_html_of_its_cell()
    {
        var host = ClrKernelHost.TryConnect(typeof(DisplayFormatters).Assembly)!;

        host.Show(new SampleDisplay("one"))!(new SampleDisplay("two"));

        DisplayValues.Shown.ShouldBe([new SampleDisplay("one").ToHtml(), new SampleDisplay("two").ToHtml()]);
    }

    [Fact]
    public void TryConnect_to_other_shapes_is_not_connected() => ClrKernelHost.TryConnect(typeof(string).Assembly).ShouldBeNull();
}
