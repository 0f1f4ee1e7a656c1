using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// A map to draw an area of interest on: rectangles and polygons whose corners can be moved, with their area, and GeoJSON to copy or to download,
/// ready for <see cref="FeatureTable.Parse(string)"/> and <see cref="FeatureTable.Read"/>, cut at the antimeridian (RFC 7946, section 3.1.9).
/// Drawing needs scripts: a trusted notebook, or a browser with the file of <see cref="PageDisplay.SaveHtml"/>.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class AoiMap : PageDisplay
{
    private static readonly Envelope World = new(-150, 170, -58, 72);

    private readonly IReadOnlyList<Geometry> _start;
    private readonly MapOptions _options;
    private readonly ResultMap? _over;

    private AoiMap(IReadOnlyList<Geometry> start, MapOptions options, ResultMap? over) => (_start, _options, _over) = (start, options, over);

    /// <summary>A map to draw on.</summary>
    /// <param name="start">
    /// Where to begin: outer rings of polygons can be changed, points and lines only say where to look. Null: with nothing, where <paramref
    /// name="over"/> lies, else with the world.
    /// </param>
    /// <param name="options">Basemaps and height. Null: those of <paramref name="over"/>.</param>
    /// <param name="over">
    /// A map of results to draw over, as <c>MapResults</c> makes it. How much of the area its footprints cover is told while it is drawn.
    /// </param>
    public static AoiMap Draw(Aoi? start = null, MapOptions? options = null, ResultMap? over = null)
    {
        var geometries = AntimeridianView.Align([.. start?.Table.Select(row => row.Geometry).OfType<Geometry>().Where(geometry => !geometry.IsEmpty) ?? []]);
        return new(
            over?.Bounds is { } bounds ? [.. geometries.Select(geometry => AntimeridianView.From(geometry, bounds.MinX))] : geometries,
            options ?? over?.Options ?? new MapOptions(),
            over);
    }

    /// <summary>What there is to begin with, in one line.</summary>
    public override string ToString() => _start.Count == 0
        ? "Map to draw an area of interest on"
        : $"Map to draw an area of interest on, from {DisplayText.Count(_start.Count, "geometry")}, {GeometryText.Describe(Bounds)}";

    private Envelope Bounds
    {
        get
        {
            var bounds = new Envelope();
            foreach (var geometry in _start)
            {
                bounds.ExpandToInclude(geometry.EnvelopeInternal);
            }

            return bounds.IsNull ? _over?.Bounds ?? World : bounds;
        }
    }

    private protected override Fragment CreateFragment(Html content)
    {
        var data = (_over?.CreateData(Bounds, _options) ?? MapPageData.Create(Bounds, _options)) with { Draw = new GeometryCollection([.. _start]) };
        return new Fragment
        {
            Static = content,
            Page = MapPage.Create("Draw an area of interest", content, _options, data),
            Height = _options.Height,
        };
    }

    internal override Html StaticHtml() => Html.Format(
        $"{_over?.StaticHtml() ?? Html.Empty}<p><strong>Draw an area of interest.</strong> "
        + $"{(_start.Count == 0 ? "" : $"It begins with {GeometryText.Describe(Bounds)}. ")}"
        + $"Drawing needs scripts: trust this notebook, or save the map by SaveHtml and open it in a browser.</p>");
}
