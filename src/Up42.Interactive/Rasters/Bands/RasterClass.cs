namespace Up42.Interactive;

/// <summary>A class of a raster whose values stand for things: which value it is, and what that is called.</summary>
/// <param name="Value">The pixel value, as stored.</param>
/// <param name="Name">What it stands for: "Water"; the value itself where a table gives it no more than a colour.</param>
public sealed record RasterClass(double Value, string Name)
{
    /// <summary>The last value of a class of several, which begin with <see cref="Value"/>; the same where it is of one.</summary>
    public double LastValue { get; init; } = Value;

    /// <summary>Its colour as 0xRRGGBBAA; null where none is given.</summary>
    public uint? Color { get; init; }

    /// <summary>True where the class stands for no data. Pictures leave it transparent, and legends leave it out.</summary>
    public bool IsNoData { get; init; }

    /// <summary>Value and name in one line: "4 Water".</summary>
    public override string ToString() => SingleLine.Format(
        $"{NumberText.Format(Value, digits: 9)}{(LastValue == Value ? string.Empty : $" to {NumberText.Format(LastValue, digits: 9)}")} {Name}");
}
