using System.Globalization;

namespace Up42.Interactive;

/// <summary>Numbers as people read them.</summary>
internal static class NumberText
{
    /// <summary>A number with so many digits that count, but never less than its whole part; very large and very small ones in powers of ten.</summary>
    public static string Of(double value, int digits = 6, bool grouped = false)
    {
        var size = value == 0 ? 0 : Math.Floor(Math.Log10(Math.Abs(value)));
        if (size is < -5 or >= 15)
        {
            return value.ToString($"0.{new string('#', digits - 1)}E0", CultureInfo.InvariantCulture);
        }

        var decimals = (int)Math.Clamp(digits - 1 - size, 0, 15);
        return value.ToString($"{(grouped ? "#,##0" : "0")}.{new string('#', decimals)}", CultureInfo.InvariantCulture);
    }
}
