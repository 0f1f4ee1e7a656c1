using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli;

/// <summary>The value of <c>--fault</c>: <c>RATE</c> or <c>RATE:KIND,KIND</c>, where a rate is <c>20%</c> or <c>0.2</c>.</summary>
internal static partial class FaultOption
{
    private static readonly Dictionary<string, SandboxFault> ByName =
        Enum.GetValues<SandboxFault>().ToDictionary(kind => Upper().Replace(kind.ToString(), "-$1").ToLowerInvariant());

    /// <summary>The names of the kinds, in their order.</summary>
    public static IEnumerable<string> Kinds => ByName.Keys;

    /// <summary>What goes wrong; null: nothing.</summary>
    /// <exception cref="CommandException">It is not written as it should be.</exception>
    public static SandboxFaults Parse(string? text)
    {
        if (text is null)
        {
            return new SandboxFaults();
        }

        var parts = text.Split(':', 2);
        return parts.Length == 1
            ? new SandboxFaults { Rate = Rate(parts[0]) }
            : new SandboxFaults { Rate = Rate(parts[0]), Kinds = [.. parts[1].Split(',').Select(Kind)] };
    }

    private static double Rate(string text) =>
        double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && (text.EndsWith('%') ? number / 100 : number) is >= 0 and <= 1 and var rate
            ? rate
            : throw new CommandException($"--fault {text}: a rate is written 20% or 0.2.");

    private static SandboxFault Kind(string name) =>
        ByName.TryGetValue(name, out var kind) ? kind : throw new CommandException($"--fault {name}: the kinds are {string.Join(", ", Kinds)}.");

    [GeneratedRegex("(?<=.)([A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Upper();
}
