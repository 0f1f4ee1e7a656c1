namespace Up42.Interactive;

/// <summary>Finds the class of a value. Where classes overlap, the one that comes first in the list holds.</summary>
internal sealed class ClassLookup
{
    private readonly double[] _first;
    private readonly double[] _last;
    private readonly int[] _places;

    private ClassLookup(IReadOnlyList<(RasterClass Class, int Place)> sorted)
    {
        _first = [.. sorted.Select(each => each.Class.Value)];
        _last = [.. sorted.Select(each => each.Class.LastValue)];
        _places = [.. sorted.Select(each => each.Place)];
    }

    /// <summary>Of no classes.</summary>
    public static ClassLookup Empty { get; } = new([]);

    /// <summary>Of some classes, in the order of their list.</summary>
    public static ClassLookup Create(IReadOnlyList<RasterClass> classes)
    {
        var apart = new List<(RasterClass Class, int Place)>();
        foreach (var (place, each) in classes.Index().OrderBy(each => each.Item.Value).ThenBy(each => each.Index))
        {
            // Ranges may share the value that one ends and the next begins with.
            var before = apart.Count == 0 ? null : apart[^1].Class;
            if (before is null || each.Value > before.LastValue || (each.Value == before.LastValue && each.Value > before.Value && each.LastValue > each.Value))
            {
                apart.Add((each, place));
            }
            else if (place < apart[^1].Place)
            {
                apart[^1] = (each, place);
            }
        }

        return apart.Count == 0 ? Empty : new ClassLookup(apart);
    }

    /// <summary>The place of a value's class in the list; -1 where it has none.</summary>
    public int Find(double value)
    {
        var at = Array.BinarySearch(_first, value);
        at = at >= 0 ? at : ~at - 1;
        if (at < 0 || !(value <= _last[at]))
        {
            return -1;
        }

        return at > 0 && value == _last[at - 1] ? Math.Min(_places[at], _places[at - 1]) : _places[at];
    }
}
