using System.Globalization;

namespace Up42.Interactive;

/// <summary>Bytes in words.</summary>
internal static class FileSize
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>The size with two or three digits, in decimal units as disks and browsers count: "2.4 MB".</summary>
    public static string Format(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 999.5 && unit < Units.Length - 1)
        {
            (size, unit) = (size / 1000, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(size, size < 9.95 && unit > 0 ? 1 : 0)} {(bytes == 1 ? "byte" : Units[unit])}");
    }
}
