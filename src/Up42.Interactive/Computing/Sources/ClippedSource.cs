namespace Up42.Interactive;

/// <summary>A part of a source, and of that what lies in polygons: pixels whose centre does, as with <c>gdalwarp -cutline -crop_to_cutline</c>.</summary>
/// <param name="source">The source.</param>
/// <param name="area">The polygons, in the source's pixels.</param>
/// <param name="window">The part.</param>
internal sealed class ClippedSource(PixelSource source, PixelPolygons area, RasterWindow window) : PixelSource(source.Grid.Part(window), source.Piece)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Remarks => source.Remarks;

    /// <inheritdoc/>
    public override double[] Read(ReadRequest request, CancellationToken cancellationToken)
    {
        var inSource = request.Window with { Column = request.Window.Column + window.Column, Row = request.Window.Row + window.Row };
        var values = source.Read(request with { Window = inSource }, cancellationToken);
        var inside = area.Inside(request with { Window = inSource });
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = inside[i] == 0 ? double.NaN : values[i];
        }

        return values;
    }
}
