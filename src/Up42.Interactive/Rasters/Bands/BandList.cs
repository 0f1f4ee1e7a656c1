using System.Collections;
using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>
/// The bands to show: one (a grey picture) or three (red, green, blue). Written as <c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>.
/// </summary>
[CollectionBuilder(typeof(BandList), nameof(Create))]
public sealed class BandList : IReadOnlyList<Band>
{
    private readonly Band[] _bands;

    private BandList(Band[] bands) => _bands = bands;

    /// <inheritdoc/>
    public int Count => _bands.Length;

    /// <inheritdoc/>
    public Band this[int index] => _bands[index];

    /// <summary>A list of bands; what a collection expression calls.</summary>
    /// <param name="bands">One or three bands.</param>
    /// <exception cref="ArgumentException">There are neither one nor three.</exception>
    public static BandList Create(params ReadOnlySpan<Band> bands) => bands.Length is 1 or 3
        ? new BandList(bands.ToArray())
        : throw new ArgumentException($"A picture shows 1 band in grey or 3 bands as red, green and blue; {bands.Length} were given.", nameof(bands));

    /// <summary>One band.</summary>
    /// <param name="number">From 1.</param>
    public static BandList FromInt32(int number) => Create(number);

    /// <summary>One band.</summary>
    /// <param name="name">The band's name.</param>
    public static BandList FromString(string name) => Create(name);

    /// <summary>One band.</summary>
    /// <param name="number">From 1.</param>
    public static implicit operator BandList(int number) => Create(number);

    /// <summary>One band.</summary>
    /// <param name="name">The band's name.</param>
    public static implicit operator BandList(string name) => Create(name);

    /// <summary>Bands by their numbers.</summary>
    internal static BandList From(IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return Create([.. numbers.Select(number => (Band)number)]);
    }

    /// <summary>Bands by their names.</summary>
    internal static BandList From(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return Create([.. names.Select(name => (Band)name)]);
    }

    /// <inheritdoc/>
    public IEnumerator<Band> GetEnumerator() => ((IEnumerable<Band>)_bands).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The bands, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _bands);
}
