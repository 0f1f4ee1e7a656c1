using System.Numerics.Tensors;

namespace Up42.Interactive;

/// <summary>Arithmetic between rasters on one grid, and with numbers. Where one of the values is missing, the result is.</summary>
public sealed partial class ComputedRaster
{
    private delegate void Binary(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result);

    /// <summary>The sum at each pixel.</summary>
    /// <exception cref="Up42Exception">The grids differ; the message names both.</exception>
    public static ComputedRaster operator +(ComputedRaster left, ComputedRaster right) => Combine("+", left, right, TensorPrimitives.Add);

    /// <summary>The difference at each pixel.</summary>
    /// <exception cref="Up42Exception">The grids differ; the message names both.</exception>
    public static ComputedRaster operator -(ComputedRaster left, ComputedRaster right) => Combine("-", left, right, TensorPrimitives.Subtract);

    /// <summary>The product at each pixel.</summary>
    /// <exception cref="Up42Exception">The grids differ; the message names both.</exception>
    public static ComputedRaster operator *(ComputedRaster left, ComputedRaster right) => Combine("*", left, right, TensorPrimitives.Multiply);

    /// <summary>The quotient at each pixel; missing where the right value is 0.</summary>
    /// <exception cref="Up42Exception">The grids differ; the message names both.</exception>
    public static ComputedRaster operator /(ComputedRaster left, ComputedRaster right) => Combine("/", left, right, TensorPrimitives.Divide);

    /// <summary>The values plus a number.</summary>
    public static ComputedRaster operator +(ComputedRaster left, double right) => Combine("+", left, right, TensorPrimitives.Add);

    /// <summary>The values minus a number.</summary>
    public static ComputedRaster operator -(ComputedRaster left, double right) => Combine("-", left, right, TensorPrimitives.Subtract);

    /// <summary>The values times a number.</summary>
    public static ComputedRaster operator *(ComputedRaster left, double right) => Combine("*", left, right, TensorPrimitives.Multiply);

    /// <summary>The values divided by a number.</summary>
    public static ComputedRaster operator /(ComputedRaster left, double right) => Combine("/", left, right, TensorPrimitives.Divide);

    /// <summary>A number plus the values.</summary>
    public static ComputedRaster operator +(double left, ComputedRaster right) => right + left;

    /// <summary>A number minus the values.</summary>
    public static ComputedRaster operator -(double left, ComputedRaster right) =>
        (-right + left).Rename($"{NumberText.Format(left)} - {right.Name}");

    /// <summary>A number times the values.</summary>
    public static ComputedRaster operator *(double left, ComputedRaster right) => right * left;

    /// <summary>The values with the other sign.</summary>
    public static ComputedRaster operator -(ComputedRaster values) => (values * -1).Rename($"-{values.Name}");

    /// <summary>One raster of several on one grid.</summary>
    internal ComputedRaster Combine(IReadOnlyList<ComputedRaster> others, string name, Action<double[], IReadOnlyList<double[]>> compute)
    {
        foreach (var other in others)
        {
            RequireSameGrid(other);
        }

        return new ComputedRaster(name, new PixelwiseSource([_source, .. others.Select(other => other._source)], compute), index: null);
    }

    private static ComputedRaster Combine(string sign, ComputedRaster left, ComputedRaster right, Binary compute)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Combine([right], $"{left.Name} {sign} {right.Name}", (values, others) =>
        {
            compute(values, others[0], values);
            ValueFormula.EraseInfinite(values);
        });
    }

    private static ComputedRaster Combine(string sign, ComputedRaster left, double right, Binary compute)
    {
        ArgumentNullException.ThrowIfNull(left);
        return new ComputedRaster($"{left.Name} {sign} {NumberText.Format(right)}", left.Mapped((values, _) =>
        {
            var same = new double[values.Length];
            Array.Fill(same, right);
            compute(values, same, values);
            ValueFormula.EraseInfinite(values);
        }), index: null)
        { Date = left.Date };
    }
}
