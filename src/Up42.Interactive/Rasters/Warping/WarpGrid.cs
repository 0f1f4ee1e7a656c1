using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>
/// Where each pixel of a warped picture comes from: computed at the nodes of a grid, between them interpolated where that is as good,
/// to a twentieth of a pixel, else computed as well.
/// </summary>
internal sealed class WarpGrid
{
    private const int Cell = 16;
    private const double Tolerance = 0.05;

    private readonly int _width;
    private readonly int _across;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _computed;
    private readonly double[] _computedX;
    private readonly double[] _computedY;

    /// <summary>Makes the grid.</summary>
    /// <param name="target">The warped picture.</param>
    /// <param name="locate">Turns coordinates into columns and rows of the source, in place; NaN where there are none.</param>
    internal WarpGrid(WarpTarget target, Action<double[], double[]> locate)
    {
        _width = target.Size.Width;
        _across = (_width + Cell - 1) / Cell;
        var down = (target.Size.Height + Cell - 1) / Cell;
        (_x, _y) = Located((_across + 1) * (down + 1), i => (i % (_across + 1) * Cell, i / (_across + 1) * Cell));
        var (middleX, middleY) = Located(_across * down, i => ((i % _across * Cell) + (Cell / 2.0), (i / _across * Cell) + (Cell / 2.0)));

        _computed = new int[_across * down];
        var bent = 0;
        for (var cell = 0; cell < _computed.Length; cell++)
        {
            var (x, y) = Interpolated(cell, 0.5, 0.5);
            var isStraight = Math.Abs(x - middleX[cell]) < Tolerance && Math.Abs(y - middleY[cell]) < Tolerance;
            _computed[cell] = isStraight || IsNowhere(cell, middleX[cell]) ? -1 : bent++ * Cell * Cell;
        }

        var cells = Enumerable.Range(0, _computed.Length).Where(cell => _computed[cell] >= 0).ToArray();
        (_computedX, _computedY) = Located(bent * Cell * Cell, i =>
        {
            var (cell, pixel) = (cells[i / (Cell * Cell)], i % (Cell * Cell));
            return ((cell % _across * Cell) + (pixel % Cell) + 0.5, (cell / _across * Cell) + (pixel / Cell) + 0.5);
        });

        (double[] X, double[] Y) Located(int count, Func<int, (double Column, double Row)> position)
        {
            var (x, y) = (new double[count], new double[count]);
            for (var i = 0; i < count; i++)
            {
                var (column, row) = position(i);
                (x[i], y[i]) = target.Geotransform.At(column, row);
            }

            locate(x, y);
            return (x, y);
        }
    }

    /// <summary>The columns and rows of the source that the pixels of a row come from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Row(int row, Span<double> columns, Span<double> rows)
    {
        var down = (row % Cell + 0.5) / Cell;
        for (var across = 0; across < _across; across++)
        {
            var cell = (row / Cell * _across) + across;
            var (first, last) = (across * Cell, Math.Min(_width, (across + 1) * Cell));
            if (_computed[cell] is var computed and >= 0)
            {
                var start = computed + (row % Cell * Cell) - first;
                for (var column = first; column < last; column++)
                {
                    (columns[column], rows[column]) = (_computedX[start + column], _computedY[start + column]);
                }

                continue;
            }

            var (x, y) = Interpolated(cell, 0, down);
            var (endX, endY) = Interpolated(cell, 1, down);
            var (stepX, stepY) = ((endX - x) / Cell, (endY - y) / Cell);
            for (var column = first; column < last; column++)
            {
                var along = column - first + 0.5;
                (columns[column], rows[column]) = (x + (along * stepX), y + (along * stepY));
            }
        }
    }

    private (double X, double Y) Interpolated(int cell, double across, double down)
    {
        var upper = (cell / _across * (_across + 1)) + (cell % _across);
        var lower = upper + _across + 1;
        return (Between(_x), Between(_y));

        double Between(double[] nodes) => ((1 - down) * (((1 - across) * nodes[upper]) + (across * nodes[upper + 1])))
            + (down * (((1 - across) * nodes[lower]) + (across * nodes[lower + 1])));
    }

    /// <summary>Whether neither the middle of a cell nor a corner of it lies anywhere in the source's coordinates.</summary>
    private bool IsNowhere(int cell, double middle)
    {
        var upper = (cell / _across * (_across + 1)) + (cell % _across);
        var lower = upper + _across + 1;
        return double.IsNaN(middle) && double.IsNaN(_x[upper]) && double.IsNaN(_x[upper + 1]) && double.IsNaN(_x[lower]) && double.IsNaN(_x[lower + 1]);
    }
}
