namespace Up42.Interactive;

/// <summary>A formula over the bands of a raster.</summary>
internal sealed class FormulaSource : PixelSource
{
    private readonly RasterFile _raster;
    private readonly BandExpression _formula;

    public FormulaSource(RasterFile raster, string expression)
        : base(new PixelGrid(new RasterSize(raster.Width, raster.Height), raster.UprightPlace, raster.Crs), raster.BlockSize)
    {
        _raster = raster;
        _formula = BandExpression.Parse(expression, raster);
        Remarks = _formula.Remarks;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Remarks { get; }

    /// <inheritdoc/>
    public override double[] Read(ReadRequest request, CancellationToken cancellationToken)
    {
        var image = request.Size == new RasterSize(request.Window.Width, request.Window.Height)
            ? _raster.Read(_raster.Upright(request.Window), null, _formula.Bands, cancellationToken)
            : _raster.ReadPreview(request with { Window = _raster.Upright(request.Window) }, _formula.Bands, cancellationToken);
        return _formula.ComputeValues(image.ToPhysical(), cancellationToken);
    }
}
