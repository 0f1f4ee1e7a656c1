using System.Globalization;

namespace Up42.Interactive.Bench;

/// <summary>A comparison: our command and a peer's for the same task, run in turn.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="Ours">Our command.</param>
/// <param name="Peer">The peer's; null: ours alone.</param>
internal sealed record Row(string Name, IReadOnlyList<string> Ours, IReadOnlyList<string>? Peer)
{
    public const string Heading =
        """
        | row | ours s | peer s | ours − peer s | ours / peer | our peak MB | peer peak MB | ours says |
        |---|---|---|---|---|---|---|---|
        """;

    /// <summary>Runs both once uncounted, then in pairs, and gives the medians as a line of a Markdown table.</summary>
    public string Run(int pairs)
    {
        _ = Measurement.Run(Ours);
        _ = Peer is null ? null : Measurement.Run(Peer);
        var runs = Enumerable.Range(0, pairs).Select(_ => (Ours: Measurement.Run(Ours), Peer: Peer is null ? null : Measurement.Run(Peer))).ToList();
        string?[] figures =
        [
            Name, Median(run => run.Ours.Seconds), Median(run => run.Peer?.Seconds), Median(run => run.Ours.Seconds - run.Peer?.Seconds),
            Median(run => run.Ours.Seconds / run.Peer?.Seconds),
            Text(runs.Max(run => run.Ours.PeakMegabytes), "0"), Text(runs.Max(run => run.Peer?.PeakMegabytes), "0"), runs[^1].Ours.Output.Trim(),
        ];
        return $"| {string.Join(" | ", figures)} |";

        string Median(Func<(Measurement Ours, Measurement? Peer), double?> figure)
        {
            var sorted = runs.Select(figure).Order().ToList();
            return Text((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, "0.00");
        }
    }

    private static string Text(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
