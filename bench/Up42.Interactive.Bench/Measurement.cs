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
            using var process = Process.Start(start) ?? throw new InvalidOperationException("GNU time did not start.");
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
            }

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
