using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Geometries by where they lie on the globe, to find the nearest: a tree of boxes, those nearest looked into first.</summary>
internal sealed class GlobeIndex
{
    /// <summary>Metres that a box may seem further than what lies in it.</summary>
    public const double Rounding = 1e-4;

    private const int LeafSize = 4;

    private readonly List<(int Row, Geometry Geometry, GlobeBox Box)> _items;
    private readonly Node? _root;

    /// <param name="geometries">Not empty; of any kind.</param>
    public GlobeIndex(IEnumerable<(int Row, Geometry Geometry)> geometries)
    {
        _items = [.. geometries.Select(item => (item.Row, Geometry: Overlays.Repaired(item.Geometry))).Where(item => !item.Geometry.IsEmpty)
            .Select(item => (item.Row, item.Geometry, BoxOf(item.Geometry)))];
        _root = _items.Count == 0 ? null : Build(0, _items.Count);
    }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _root is null;

    /// <summary>The row of the geometry that lies nearest to another, the first of several, and how far it is; null of none within reach.</summary>
    public (int Row, double Meters)? Nearest(Geometry geometry, double maxMeters = double.PositiveInfinity)
    {
        var wanted = Overlays.Repaired(geometry);
        if (wanted.IsEmpty || _root is null)
        {
            return null;
        }

        var box = BoxOf(wanted);
        (int Row, double Meters)? best = null;
        var open = new PriorityQueue<Node, double>([(_root, box.Distance(_root.Box))]);
        while (open.TryDequeue(out var node, out var least) && least - Rounding <= (best?.Meters ?? maxMeters))
        {
            if (node.Left is not null)
            {
                open.Enqueue(node.Left, box.Distance(node.Left.Box));
                open.Enqueue(node.Right!, box.Distance(node.Right!.Box));
                continue;
            }

            for (var at = node.From; at < node.To; at++)
            {
                var (row, candidate, place) = _items[at];
                var limit = best?.Meters ?? maxMeters;
                if (box.Distance(place) - Rounding > limit)
                {
                    continue;
                }

                var meters = GeodesicDistance.Between(wanted, candidate);
                if (meters < limit || (meters == limit && (best is null || row < best.Value.Row)))
                {
                    best = (row, meters);
                }
            }
        }

        return best;
    }

    private static GlobeBox BoxOf(Geometry geometry) =>
        Antimeridian.Parts(geometry).Where(part => !part.IsEmpty).Select(part => GlobeBox.Around(part.EnvelopeInternal)).Aggregate((a, b) => a.And(b));

    /// <summary>Halves by the longest side of the box around all.</summary>
    private Node Build(int from, int to)
    {
        var box = _items[from].Box;
        for (var at = from + 1; at < to; at++)
        {
            box = box.And(_items[at].Box);
        }

        if (to - from <= LeafSize)
        {
            return new Node(box, from, to);
        }

        var (x, y, z) = (box.MaxX - box.MinX, box.MaxY - box.MinY, box.MaxZ - box.MinZ);
        Func<GlobeBox, double> side = x >= y && x >= z ? each => each.Middle.X : y >= z ? each => each.Middle.Y : each => each.Middle.Z;
        _items.Sort(from, to - from, Comparer<(int Row, Geometry Geometry, GlobeBox Box)>.Create((a, b) => side(a.Box).CompareTo(side(b.Box))));
        var middle = (from + to) / 2;
        return new Node(box, from, to) { Left = Build(from, middle), Right = Build(middle, to) };
    }

    private sealed record Node(GlobeBox Box, int From, int To)
    {
        public Node? Left { get; init; }

        public Node? Right { get; init; }
    }
}
