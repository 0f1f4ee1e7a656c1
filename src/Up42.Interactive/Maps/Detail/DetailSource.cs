using System.Collections.Concurrent;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// A raster whose pixels are read and painted for its detail, a cell of some of its blocks at a time; those used last are kept. It serves any thread.
/// </summary>
internal sealed class DetailSource : IDisposable
{
    private readonly PixelGrid _grid;
    private readonly CornerPinTransform? _corners;
    private readonly RasterPlace? _place;
    private readonly Envelope? _bounds;
    private readonly Func<ReadRequest, CancellationToken, TilePixels> _load;
    private readonly int _step;
    private readonly DetailCells _cells;
    private readonly ConcurrentBag<CrsPath> _paths = [];
    private readonly IDisposable? _file;

    /// <param name="grid">Where the pixels lie, upright.</param>
    /// <param name="corners">Corners in EPSG:3857 that they are pinned to; null: their own place.</param>
    /// <param name="cell">What is read at a time.</param>
    /// <param name="load">Reads a part and paints it.</param>
    /// <param name="paint">How it is painted.</param>
    /// <param name="file">What is closed with it.</param>
    public DetailSource(
        PixelGrid grid,
        CornerPinTransform? corners,
        RasterSize cell,
        Func<ReadRequest, CancellationToken, TilePixels> load,
        DetailPaint paint,
        IDisposable? file)
    {
        (_grid, _corners, _load, Paint, _file) = (grid, corners, load, paint, file);
        _step = (int)Math.Ceiling(Math.Sqrt((double)grid.Size.Width * grid.Size.Height / Limits.Default.DetailPixels));
        Size = new RasterSize(Math.Max(1, grid.Size.Width / _step), Math.Max(1, grid.Size.Height / _step));
        _place = grid.Place?.Resized(_step, _step, 1, 1);
        _bounds = grid.Place?.Bounds(grid.Size.Width, grid.Size.Height);
        _cells = new DetailCells(Size, cell, Load);
    }

    /// <summary>Columns and rows that are read: all, but of a raster with more pixels than <see cref="Limits.DetailPixels"/>.</summary>
    public RasterSize Size { get; }

    /// <summary>How it is painted.</summary>
    public DetailPaint Paint { get; }

    /// <summary>The part of the raster around a pixel, painted.</summary>
    public DetailCell CellAt(int column, int row, CancellationToken cancellationToken) => _cells.At(column, row, cancellationToken);

    /// <summary>Turns coordinates in EPSG:3857 into columns and rows, in place; NaN where there are none.</summary>
    public void Locate(double[] x, double[] y)
    {
        if (_corners is not null)
        {
            PixelLocator.Locate(x, y, _corners, Size);
            return;
        }

        if (_grid.Crs!.Epsg != RasterCrs.WebMercator.Epsg)
        {
            // In closed form to degrees, which go on beyond the antimeridian.
            WebMercator.ToWgs84(x, y);
            var path = _paths.TryTake(out var idle) ? idle : new CrsPath(RasterCrs.Wgs84, _grid.Crs);
            path.Transform(x, y);
            _paths.Add(path);
        }

        PixelLocator.ToPixels(x, y, _grid.Crs, _place!, _bounds!);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        while (_paths.TryTake(out var path))
        {
            path.Dispose();
        }
    }

    private TilePixels Load(RasterWindow window, CancellationToken cancellationToken) => _load(
        new ReadRequest(
            new RasterWindow(window.Column * _step, window.Row * _step, window.Width * _step, window.Height * _step),
            new RasterSize(window.Width, window.Height)),
        cancellationToken);
}
