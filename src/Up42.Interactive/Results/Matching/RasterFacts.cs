using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What a raster is, read once so that a display needs no file.</summary>
internal sealed record RasterFacts(
    RasterSize Size, int Bands, string Types, string? Crs, string? PixelSize, string NoData, string? Compression, Envelope? BoundsWgs84)
{
    public static RasterFacts Read(RasterFile raster) => new(
        new RasterSize(raster.Width, raster.Height),
        raster.Bands.Count,
        string.Join(", ", raster.Bands.Select(band => band.Type.ToText()).Distinct()),
        raster.Crs?.ToString(),
        raster.Geotransform.Count == 0 ? null : PixelText(raster),
        raster.Validity,
        raster.CompressionName,
        raster.BoundsWgs84)
    {
        Classes = raster.ClassesText,
    };

    /// <summary>What values stand for, in words; null where they have no names.</summary>
    public string? Classes { get; private init; }

    public override string ToString() => SingleLine.Format(
        $"{Size}, {Bands} × {Types}, {Crs ?? "no CRS"}{(Classes is null ? string.Empty : $", {Classes}")}");

    private static string PixelText(RasterFile raster)
    {
        var (unit, width, height) = (raster.Crs?.UnitSuffix, Number(raster.PixelWidth), Number(raster.PixelHeight));
        return width == height ? $"{width}{unit}" : $"{width} × {height}{unit}";
    }

    private static string Number(double value) => NumberText.Format(value, digits: 5);
}
