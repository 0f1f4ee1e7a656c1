using System.Diagnostics;
using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>What one run of a whole process took.</summary>
/// <param name="Seconds">Wall time, start to end.</param>
/// <param name="PeakMegabytes">The most memory it held (VmHWM), in units of 10⁶ bytes.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Measurement(double Seconds, double PeakMegabytes, string Output)
{
    /// <summary>Runs a command under GNU time.</summary>
    public static Measurement Run(IReadOnlyList<string> command)
    {
        var figures = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%e %M", "-o", figures, .. command]) { RedirectStandardOutput = true };
            start.Environment["GDAL_PAM_ENABLED"] = "NO";
            var output = BoundedProcess.Run(start);
            var numbers = File.ReadAllText(figures).Split(' ', StringSplitOptions.TrimEntries);
            return new Measurement(
                double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture) * 1024 / 1e6, output);
        }
        finally
        {
            File.Delete(figures);
        }
    }
}
