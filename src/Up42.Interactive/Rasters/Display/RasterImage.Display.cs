namespace Up42.Interactive;

/// <summary>The pixels as a picture.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class RasterImage : IDisplay
{
    private const int MaxShownSize = 640;
    private const int ShownBytes = 120_000;

    /// <summary>
    /// The image as an HTML fragment: its first three bands as red, green and blue, stretched as plots stretch them, or its first band in colours,
    /// 640 pixels wide at most.
    /// </summary>
    public string ToHtml()
    {
        var image = Thinned(MaxShownSize);
        var picture = new RenderSettings(null, null, Stretch.Default, null).Paint(image);
        return new Fragment { Static = RasterFileHtml.Figure(picture, $"Image of {new RasterSize(Width, Height)} pixels", ShownBytes) }.ToHtml();
    }

    /// <summary>Every so many-th pixel of the bands that a picture has, in physical values and the north up.</summary>
    private RasterImage Thinned(int maxSize)
    {
        var upright = NorthUp();
        var (step, bands) = ((Math.Max(Width, Height) + maxSize - 1) / maxSize, Bands.Count < 3 ? 1 : 3);
        var size = new RasterSize((Width + step - 1) / step, (Height + step - 1) / step);
        return upright.With(
            [.. Bands.Take(bands)],
            [.. upright._values.Take(bands).Select(Thin)],
            BandMasks.Map([.. upright._masks.Take(bands)], Thin),
            size,
            Crs,
            null).ToPhysical();

        T[] Thin<T>(T[] pixels)
        {
            var thin = new T[size.Width * size.Height];
            for (var at = 0; at < thin.Length; at++)
            {
                thin[at] = pixels[(at / size.Width * step * Width) + (at % size.Width * step)];
            }

            return thin;
        }
    }
}
