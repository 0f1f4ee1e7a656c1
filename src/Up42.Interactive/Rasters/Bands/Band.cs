using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// A band of a raster, by its number (the first is 1) or by its name, for example <c>"B8"</c>. An <c>int</c> or a <c>string</c> converts to it.
/// </summary>
public readonly record struct Band
{
    private Band(int? number, string? name) => (Number, Name) = (number, name);

    /// <summary>The band's number, from 1; null when it is given by name.</summary>
    public int? Number { get; }

    /// <summary>The band's name, compared without regard to case; null when it is given by number.</summary>
    public string? Name { get; }

    /// <summary>A band by number.</summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static Band FromInt32(int number) => number >= 1
        ? new Band(number, null)
        : throw new ArgumentOutOfRangeException(nameof(number), $"There is no band {number}; the first band is 1.");

    /// <summary>A band by name.</summary>
    /// <param name="name">As <see cref="RasterBand.Name"/> has it; case does not matter.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Band FromString(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Band(null, name);
    }

    /// <summary>A band by number.</summary>
    /// <param name="number">From 1.</param>
    public static implicit operator Band(int number) => FromInt32(number);

    /// <summary>A band by name.</summary>
    /// <param name="name">The band's name.</param>
    public static implicit operator Band(string name) => FromString(name);

    /// <summary>The number or the name.</summary>
    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? Name ?? string.Empty;
}
