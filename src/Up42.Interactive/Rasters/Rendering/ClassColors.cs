namespace Up42.Interactive;

/// <summary>
/// The colours of a band's values, as 0xRRGGBBAA. A palette of the file comes first: it is what every other program shows, and what stands beside the
/// file may be older than it. Then the class's own colour, then one of <see cref="CategoryPalette"/> by the class's place.
/// </summary>
internal sealed class ClassColors(RasterBand band)
{
    private readonly uint[] _classes = [.. band.Classes.Select((each, place) => each.IsNoData ? 0 : each.Color ?? Pack(CategoryPalette.RgbAt(place)))];
    private readonly uint _other = Pack(CategoryPalette.OtherRgb);
    private (double Value, uint Color) _latest = (double.NaN, 0);

    /// <summary>The colour of a stored value; transparent where a palette has none.</summary>
    public uint Of(double value)
    {
        if (value != _latest.Value)
        {
            _latest = (value, Find(value));
        }

        return _latest.Color;
    }

    private uint Find(double value) => band.Palette.Count > 0 ? value >= 0 && value < band.Palette.Count ? band.Palette[(int)value] : 0
        : band.ClassAt(value) is >= 0 and var place ? _classes[place]
        : _other;

    private static uint Pack(uint rgb) => rgb << 8 | byte.MaxValue;
}
