namespace Up42.Interactive.Gdal;

/// <summary>Reading and writing pixels.</summary>
internal sealed unsafe partial class GdalBand
{
    // GDAL's own, for pixels on the edge between two.
    private const double Rounding = 1e-10;

    /// <summary>
    /// Reads a window into a buffer of any size and type; GDAL converts, and the nearest pixel of this very band is taken where sizes differ: never
    /// one of its overviews, which GDAL would read by itself and which may hold averages.
    /// </summary>
    /// <param name="window">What to read, within the band.</param>
    /// <param name="pixels">Receives <paramref name="height"/> rows of <paramref name="width"/> pixels.</param>
    /// <param name="width">Columns wanted.</param>
    /// <param name="height">Rows wanted.</param>
    /// <param name="stride">Values of the buffer from one row to the next; 0: the width.</param>
    /// <exception cref="GdalException">A block cannot be read.</exception>
    internal void Read<T>(
        GdalWindow window, Span<T> pixels, int width, int height, int stride = 0)
        where T : unmanaged
    {
        stride = stride == 0 ? width : stride;
        ArgumentOutOfRangeException.ThrowIfLessThan(pixels.Length, stride * (height - 1) + width);
        using var scope = GdalScope.Enter();
        var left = (int)Math.Floor(window.X);
        var top = (int)Math.Floor(window.Y);
        var right = Math.Min(Width, (int)Math.Ceiling(window.X + window.Width));
        var bottom = Math.Min(Height, (int)Math.Ceiling(window.Y + window.Height));
        if (OverviewCount > 0 && (width < right - left || height < bottom - top))
        {
            ReadNearest(scope, window, pixels, width, height, stride);
            return;
        }

        var extra = new RasterIOExtra
        {
            Version = 1,
            HasWindow = 1,
            X = window.X,
            Y = window.Y,
            Width = window.Width,
            Height = window.Height,
        };
        fixed (T* first = pixels)
        {
            var result = NativeMethods.GDALRasterIOEx(
                _handle, 0, left, top, right - left, bottom - top, first, width, height, GdalDataTypes.Of<T>(), sizeof(T), (nint)stride * sizeof(T), &extra);
            GC.KeepAlive(_dataset);
            scope.Check(result, $"Reading {_name}");
        }
    }

    /// <summary>Reads the nearest row of each row wanted as it is, and takes the nearest pixels of it.</summary>
    private void ReadNearest<T>(GdalScope scope, GdalWindow window, Span<T> pixels, int width, int height, int stride)
        where T : unmanaged
    {
        var columns = Nearest(window.X, window.Width, width, Width);
        var rows = Nearest(window.Y, window.Height, height, Height);
        var line = new T[columns[^1] - columns[0] + 1];
        for (var row = 0; row < height; row++)
        {
            if (row == 0 || rows[row] != rows[row - 1])
            {
                fixed (T* first = line)
                {
                    var result = NativeMethods.GDALRasterIOEx(
                        _handle, 0, columns[0], rows[row], line.Length, 1, first, line.Length, 1, GdalDataTypes.Of<T>(), 0, 0, null);
                    GC.KeepAlive(_dataset);
                    scope.Check(result, $"Reading {_name}");
                }
            }

            var target = pixels.Slice(row * stride, width);
            for (var i = 0; i < width; i++)
            {
                target[i] = line[columns[i] - columns[0]];
            }
        }
    }

    private static int[] Nearest(double start, double length, int count, int end)
    {
        var nearest = new int[count];
        for (var i = 0; i < count; i++)
        {
            nearest[i] = Math.Clamp((int)(((i + 0.5) * (length / count)) + start + Rounding), 0, end - 1);
        }

        return nearest;
    }

    /// <summary>Writes whole rows.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="pixels">One or more whole rows.</param>
    internal void WriteRows<T>(int row, ReadOnlySpan<T> pixels)
        where T : unmanaged => Write(0, row, Width, pixels);

    /// <summary>Writes a part.</summary>
    /// <param name="column">The first column.</param>
    /// <param name="row">The first row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="pixels">Rows of that width.</param>
    internal void Write<T>(int column, int row, int width, ReadOnlySpan<T> pixels)
        where T : unmanaged
    {
        var rows = Math.DivRem(pixels.Length, width, out var rest);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rest, 0, nameof(pixels));
        using var scope = GdalScope.Enter();
        fixed (T* first = pixels)
        {
            var result = NativeMethods.GDALRasterIOEx(
                _handle, 1, column, row, width, rows, first, width, rows, GdalDataTypes.Of<T>(), 0, 0, null);
            GC.KeepAlive(_dataset);
            scope.Check(result, $"Writing {_name}");
        }
    }

    /// <summary>Writes the whole band from a buffer of pixels that hold values of several bands.</summary>
    /// <param name="values">The buffer from this band's first value on.</param>
    /// <param name="step">Values of the buffer from one pixel to the next.</param>
    internal void WriteInterleaved<T>(ReadOnlySpan<T> values, int step)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, step * (Width * Height - 1) + 1);
        using var scope = GdalScope.Enter();
        fixed (T* first = values)
        {
            var result = NativeMethods.GDALRasterIOEx(
                _handle, 1, 0, 0, Width, Height, first, Width, Height, GdalDataTypes.Of<T>(), (nint)step * sizeof(T), (nint)step * Width * sizeof(T), null);
            GC.KeepAlive(_dataset);
            scope.Check(result, $"Writing {_name}");
        }
    }
}
