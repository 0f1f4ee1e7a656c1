using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A source on another grid, north up. Each part reads of the source what lies below it.</summary>
internal sealed class WarpedSource : PixelSource
{
    private const int PieceSize = 512;

    // What a part may read of the source: a strip near a pole may lie upon very much of it.
    private const long MaxPixels = 1 << 24;

    private readonly PixelSource _source;
    private readonly Resampling _method;
    private readonly RasterCrs _crs;
    private readonly Geotransform _place;
    private readonly RasterCrs _sourceCrs;
    private readonly Envelope _sourceBounds;
    private readonly (double X, double Y) _scale;

    /// <param name="source">The source, with a place.</param>
    /// <param name="grid">The grid wanted, north up.</param>
    /// <param name="method">How values get there.</param>
    public WarpedSource(PixelSource source, PixelGrid grid, Resampling method)
        : base(grid, new RasterSize(Math.Min(PieceSize, grid.Size.Width), Math.Min(PieceSize, grid.Size.Height)))
    {
        (_source, _method) = (source, method);
        (_place, _crs) = grid.Require("Another grid");
        (_, _sourceCrs) = source.Grid.Require("Another grid");
        _sourceBounds = source.Grid.Place!.Bounds(source.Grid.Size.Width, source.Grid.Size.Height);
        _scale = Scale();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Remarks => _source.Remarks;

    /// <inheritdoc/>
    public override double[] Read(ReadRequest request, CancellationToken cancellationToken)
    {
        var values = new double[request.Size.Width * request.Size.Height];
        Array.Fill(values, double.NaN);
        Fill(new RasterWindow(0, 0, request.Size.Width, request.Size.Height), request, values, cancellationToken);
        return values;
    }

    /// <summary>Fills a part of what was asked for, in quarters where it lies upon too much of the source.</summary>
    private void Fill(RasterWindow part, ReadRequest request, double[] values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = Target(part, request);
        var grid = new WarpGrid(target, (x, y) => PixelLocator.Locate(x, y, _crs, _sourceCrs, _source.Grid.Place!, _sourceBounds));
        var (columns, rows) = (new double[part.Width * part.Height], new double[part.Width * part.Height]);
        for (var row = 0; row < part.Height; row++)
        {
            grid.Row(row, columns.AsSpan(row * part.Width, part.Width), rows.AsSpan(row * part.Width, part.Width));
        }

        if (Below(columns, rows, part, request) is not { } below)
        {
            return;
        }

        if ((long)below.Size.Width * below.Size.Height > MaxPixels && (long)part.Width * part.Height > 1)
        {
            foreach (var quarter in Quarters(part))
            {
                Fill(quarter, request, values, cancellationToken);
            }

            return;
        }

        var read = _source.Read(below, cancellationToken);
        if (_method != Resampling.Nearest)
        {
            var place = _source.Grid.PlaceOf(below)!.Geotransform!.Value;
            var resampled = GdalResampler.Resample(read, below.Size, place, _sourceCrs, target, _crs, _method, _scale, cancellationToken);
            for (var row = 0; row < part.Height; row++)
            {
                resampled.AsSpan(row * part.Width, part.Width).CopyTo(values.AsSpan(((part.Row + row) * request.Size.Width) + part.Column));
            }

            return;
        }

        var (across, down) = ((double)below.Size.Width / below.Window.Width, (double)below.Size.Height / below.Window.Height);
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, row) = ((columns[i] - below.Window.Column) * across, (rows[i] - below.Window.Row) * down);
            if (column >= 0 && column < below.Size.Width && row >= 0 && row < below.Size.Height)
            {
                values[((part.Row + (i / part.Width)) * request.Size.Width) + part.Column + (i % part.Width)] =
                    read[((int)row * below.Size.Width) + (int)column];
            }
        }
    }

    /// <summary>The part of the source that some places lie upon, reduced as much as the request is; null where it is none.</summary>
    private ReadRequest? Below(double[] columns, double[] rows, RasterWindow part, ReadRequest request)
    {
        var box = new Envelope();
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] >= 0 && columns[i] < _source.Grid.Size.Width && rows[i] >= 0 && rows[i] < _source.Grid.Size.Height)
            {
                box.ExpandToInclude(columns[i], rows[i]);
            }
        }

        if (box.IsNull)
        {
            return null;
        }

        // As far around as the widest of the methods looks.
        var reduction = (X: (double)request.Window.Width / request.Size.Width, Y: (double)request.Window.Height / request.Size.Height);
        var reach = _method == Resampling.Nearest
            ? (X: 0.0, Y: 0.0)
            : (X: 3 + (3 * Math.Max(1, box.Width / part.Width)), Y: 3 + (3 * Math.Max(1, box.Height / part.Height)));
        var (left, top) = ((int)Math.Max(0, box.MinX - reach.X), (int)Math.Max(0, box.MinY - reach.Y));
        var (right, bottom) = (
            (int)Math.Min(_source.Grid.Size.Width, box.MaxX + reach.X + 1), (int)Math.Min(_source.Grid.Size.Height, box.MaxY + reach.Y + 1));
        var window = new RasterWindow(left, top, right - left, bottom - top);
        return new ReadRequest(window, new RasterSize(
            Math.Clamp((int)Math.Ceiling(window.Width / reduction.X), 1, window.Width),
            Math.Clamp((int)Math.Ceiling(window.Height / reduction.Y), 1, window.Height)));
    }

    /// <summary>Pixels of this grid for one of the source, in the middle.</summary>
    private (double X, double Y) Scale()
    {
        var (column, row) = (Grid.Size.Width / 2.0, Grid.Size.Height / 2.0);
        double[] x = [column, column + 1, column], y = [row, row, row + 1];
        Grid.Place!.ToCoordinates(x, y);
        PixelLocator.Locate(x, y, _crs, _sourceCrs, _source.Grid.Place!, _sourceBounds);
        var scale = (X: 1 / Math.Sqrt(Square(x[1] - x[0]) + Square(y[1] - y[0])), Y: 1 / Math.Sqrt(Square(x[2] - x[0]) + Square(y[2] - y[0])));
        return (Rounded(scale.X), Rounded(scale.Y));

        // GDAL's own rule: what is reduced by less than a twentieth is not taken for reduced.
        static double Rounded(double scale) => scale is > 0.95 and < 1 || !double.IsFinite(scale) ? 1 : scale;

        static double Square(double value) => value * value;
    }

    private WarpTarget Target(RasterWindow part, ReadRequest request)
    {
        var place = _place.Moved(request.Window.Column, request.Window.Row)
            .Resized(request.Window.Width, request.Window.Height, request.Size.Width, request.Size.Height);
        var ((left, top), (right, bottom)) = (place.At(part.Column, part.Row), place.At(part.Column + part.Width, part.Row + part.Height));
        return new WarpTarget(new Envelope(left, right, top, bottom), new RasterSize(part.Width, part.Height));
    }

    private static IEnumerable<RasterWindow> Quarters(RasterWindow part)
    {
        var (width, height) = ((part.Width + 1) / 2, (part.Height + 1) / 2);
        return from row in new[] { 0, height }
               from column in new[] { 0, width }
               where row < part.Height && column < part.Width
               select new RasterWindow(
                   part.Column + column, part.Row + row, Math.Min(width, part.Width - column), Math.Min(height, part.Height - row));
    }
}
