namespace Up42.Interactive;

/// <summary>Masks of an image's bands. Most images have one for all: equal ones are kept once.</summary>
internal static class BandMasks
{
    /// <summary>The same masks, equal ones as one.</summary>
    public static IReadOnlyList<byte[]> Share(IReadOnlyList<byte[]> masks) => masks.Count > 1 && masks.Skip(1).All(mask => IsSame(mask, masks[0]))
        ? [.. masks.Select(_ => masks[0])]
        : masks;

    /// <summary>Per pixel the greatest opacity of any band.</summary>
    public static byte[] Unite(IReadOnlyList<byte[]> masks)
    {
        if (masks.All(mask => ReferenceEquals(mask, masks[0])))
        {
            return masks[0];
        }

        var united = masks[0].ToArray();
        foreach (var mask in masks.Skip(1))
        {
            for (var i = 0; i < united.Length; i++)
            {
                united[i] = Math.Max(united[i], mask[i]);
            }
        }

        return united;
    }

    /// <summary>Per pixel the least opacity of any band.</summary>
    public static byte[] Intersect(IReadOnlyList<byte[]> masks)
    {
        var common = masks[0].ToArray();
        foreach (var mask in masks.Skip(1).Where(mask => !ReferenceEquals(mask, masks[0])))
        {
            for (var i = 0; i < common.Length; i++)
            {
                common[i] = Math.Min(common[i], mask[i]);
            }
        }

        return common;
    }

    /// <summary>Changed masks; one that serves several bands is changed once.</summary>
    public static IReadOnlyList<byte[]> Map(IReadOnlyList<byte[]> masks, Func<byte[], byte[]> change)
    {
        var changed = new Dictionary<byte[], byte[]>(ReferenceEqualityComparer.Instance);
        foreach (var mask in masks)
        {
            changed.TryAdd(mask, changed.TryGetValue(mask, out var known) ? known : change(mask));
        }

        return [.. masks.Select(mask => changed[mask])];
    }

    private static bool IsSame(byte[] a, byte[] b) => ReferenceEquals(a, b) || a.AsSpan().SequenceEqual(b);
}
