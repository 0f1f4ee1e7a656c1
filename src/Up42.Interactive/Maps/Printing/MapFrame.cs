using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A map's window on paper: where places stand in it, in EPSG:3857.</summary>
internal sealed class MapFrame
{
    private const double Margin = 0.06;
    private const double Smallest = 20;
    private const double Widest = 2.1;
    private const double Tallest = 0.75;

    private readonly Envelope _view;

    /// <summary>A window of some width that shows a box.</summary>
    /// <param name="bounds">The box in degrees.</param>
    /// <param name="width">The window's width.</param>
    /// <param name="mostHeight">Its height at most.</param>
    public MapFrame(Envelope bounds, double width, double mostHeight)
    {
        var box = WebMercator.FromWgs84(bounds);
        box.ExpandBy(Math.Max(Smallest, Margin * box.Width), Math.Max(Smallest, Margin * box.Height));
        var aspect = Math.Max(width / mostHeight, Math.Clamp(box.Width / box.Height, Tallest, Widest));
        box.ExpandBy(Math.Max(0, ((box.Height * aspect) - box.Width) / 2), Math.Max(0, ((box.Width / aspect) - box.Height) / 2));
        (_view, Box) = (box, new CanvasRect(0, 0, width, Math.Round(width / aspect)));
        Bounds = WebMercator.ToWgs84(box);
    }

    /// <summary>What the window shows, in degrees.</summary>
    public Envelope Bounds { get; }

    /// <summary>The window on paper.</summary>
    public CanvasRect Box { get; private init; }

    /// <summary>Metres on the ground for a unit of paper, in the window's middle.</summary>
    public double MetersPerUnit => _view.Width / Box.Width * Math.Cos(Bounds.Centre.Y * Math.PI / 180);

    /// <summary>The same window elsewhere on the paper.</summary>
    public MapFrame At(double left, double top) => new(this, new CanvasRect(left, top, Box.Width, Box.Height));

    /// <summary>Where a place in degrees stands.</summary>
    public (double X, double Y) Place(double longitude, double latitude)
    {
        var place = WebMercator.FromWgs84(new Envelope(longitude, longitude, latitude, latitude));
        return (Box.Left + ((place.MinX - _view.MinX) / _view.Width * Box.Width), Box.Top + ((_view.MaxY - place.MinY) / _view.Height * Box.Height));
    }

    /// <summary>Where a box in degrees stands.</summary>
    public CanvasRect Place(Envelope box)
    {
        var ((left, top), (right, bottom)) = (Place(box.MinX, box.MaxY), Place(box.MaxX, box.MinY));
        return new CanvasRect(left, top, right - left, bottom - top);
    }

    private MapFrame(MapFrame other, CanvasRect box) => (_view, Bounds, Box) = (other._view, other.Bounds, box);
}
