using System.Globalization;

namespace Up42.Interactive;

/// <summary>A number beside an axis.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>A scale along a line.</summary>
/// <param name="Start">The value where it begins: left, or below.</param>
/// <param name="End">The value where it ends; it may be the smaller one.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Suffix">What follows each number: "°".</param>
internal sealed record Axis(double Start, double End, string Title = "", string Suffix = "")
{
    /// <summary>Whether values are dates, as <see cref="DateTimeOffset.UtcTicks"/>.</summary>
    public bool IsDate { get; init; }

    /// <summary>What stands at 0, 1, 2 and so on in place of numbers; null of a scale of numbers.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Which part of the way a value lies from the start.</summary>
    public double Position(double value) => (value - Start) / (End - Start);

    /// <summary>Round numbers (1, 2 or 5 of a power of ten apart) between the ends, some at most; none where there is no way between the ends.</summary>
    public IReadOnlyList<Tick> Ticks(int atMost)
    {
        var (low, high) = (Math.Min(Start, End), Math.Max(Start, End));
        if (!(high > low) || !double.IsFinite(high - low))
        {
            return [];
        }

        if (Names is not null)
        {
            var every = Math.Max(1, (Names.Count + atMost - 1) / Math.Max(1, atMost));
            return [.. Names.Index().Where(name => name.Index % every == 0).Select(name => new Tick(name.Index, name.Item))];
        }

        if (IsDate)
        {
            return DateTicks.Between(low, high, atMost);
        }

        var step = Step((high - low) / Math.Max(1, atMost));
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        var (first, last) = (Math.Ceiling((low / step) - 1e-9), Math.Floor((high / step) + 1e-9));
        return last - first > 1000
            ? []
            : [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step).Select(value => new Tick(value, Label(value, decimals)))];
    }

    private static double Step(double atLeast)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return power * (atLeast / power) switch { <= 1 + 1e-9 => 1, <= 2 + 1e-9 => 2, <= 5 + 1e-9 => 5, _ => 10 };
    }

    private string Label(double value, int decimals)
    {
        var isExtreme = decimals > 6 || Math.Abs(value) >= 1e12;
        var number = value.ToString(isExtreme ? "G6" : $"N{decimals}", CultureInfo.InvariantCulture);
        return $"{(number.StartsWith('-') && number.AsSpan().IndexOfAnyInRange('1', '9') < 0 ? number[1..] : number)}{Suffix}";
    }
}
