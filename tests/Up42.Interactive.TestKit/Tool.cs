using System.Diagnostics;

namespace Up42.Interactive.TestKit;

/// <summary>Runs real programs: GDAL's own tools, tar, zip, python3.</summary>
public static class Tool
{
    /// <summary>Runs a program and returns its standard output; a non-zero exit fails with its standard error.</summary>
    /// <param name="program">A name on the PATH, for example <c>gdal_translate</c>. GDAL's tools run with <c>GDAL_PAM_ENABLED=NO</c>.</param>
    /// <param name="arguments">The arguments, passed as they are.</param>
    public static string Run(string program, params IEnumerable<string> arguments) => RunWithInput(program, string.Empty, arguments);

    /// <summary>Runs a program that reads its standard input and returns its standard output.</summary>
    /// <param name="program">As for <see cref="Run"/>.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">The arguments, passed as they are.</param>
    public static string RunWithInput(string program, string input, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GDAL_PAM_ENABLED"] = "NO";
        using var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForEnd();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {errors.Result}{output.Result}");
    }
}
