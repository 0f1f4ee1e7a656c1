using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Up42.Interactive.Tests.Processing;
using Up42.Interactive.Tests.Text;

namespace Up42.Interactive.Tests.Displays;

/// <summary>Secrets in every spelling in every field of the displays: in their markup, in the data of their pages, in their texts and in files.</summary>
public sealed partial class SecretDisplayTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static IReadOnlyList<string> Spelled { get; } = [.. SecretSamples.Secrets.SelectMany((
        secret, index) => SecretSamples.Spell(secret).Skip(index % 24).Take(1))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cards_tables_collections_and_logs_show_none()
    {
        IDisplay[] displays =
        [
            .. Spelled.SelectMany(HostileDisplayTests.Cards), HostileDisplayTests.Jobs(Spelled), HostileDisplayTests.Logs(Spelled),
            HostileDisplayTests.Table(Spelled),
            HostileDisplayTests.Table(Spelled)[0], HostileDisplayTests.Table(Spelled).Columns[0],
        ];

        Shown(displays.SelectMany(display => new[] { display.ToHtml(), display.ToString()! })).ShouldBeEmpty();
    }

    [Fact]
    public void Displays_of_todays_platform_show_none() =>
        Shown(Spelled.SelectMany(TodayCards.Hostile).Concat(TodayCards.HostileLists(Spelled)).SelectMany(display =>
            new[] { display.ToHtml(), display.ToString()! })).ShouldBeEmpty();

    [Fact]
    public void Facts_saved_beside_results_of_todays_platform_hold_none()
    {
        foreach (var (text, index) in Spelled.Select((text, index) => (text, index)))
        {
            var path = _folder[$"{index}"];
            Directory.CreateDirectory(path);
            ProcessingJobFile.Save(path, TodayCards.JobOf("failed", "j", text, text, text).Snapshot, SecretText.Hide);
        }

        Shown(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText)).ShouldBeEmpty();
    }

    [Fact]
    public void Maps_and_plots_show_none()
    {
        var results = Results();

        Shown(
        [
            results.MapResults(nameColumn: "text", options: new MapOptions { Basemaps = [] }, cancellationToken: Token)
                .ToHtml(), results.PlotCoverage(legendColumn: "text").ToHtml(),
            results.ToHtml(), results.ToString(), HostileDisplayTests.Table(Spelled).PlotSeries("n", Spelled[0]).ToHtml(),
            HostileDisplayTests.Table(Spelled).PlotBars("text", "n").ToHtml(), HostileDisplayTests.Table(Spelled).PlotScatter("n", "n", "text").ToHtml(),
        ]).ShouldBeEmpty();
    }

    [Fact]
    public void Facts_saved_beside_results_hold_none()
    {
        foreach (var (text, index) in Spelled.Select((text, index) => (text, index)))
        {
            var path = _folder[$"{index}"];
            Directory.CreateDirectory(path);
            JobFile.Save(path, HostileDisplayTests.Cards(text).OfType<JobSnapshot>().First(), SecretText.Hide);
        }

        Shown(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText)).ShouldBeEmpty();
    }

    [Fact]
    public void Messages_are_one_line_and_show_none() => Shown(
        Spelled.SelectMany(text =>
            new Exception[] { new Up42Exception($"GET /x failed: {text}\u001b[31m\r\nmore"),
                new Up42ApiException(text, HttpStatusCode.NotFound, text, text, text) })
            .Select(error => error.Message.Contains((char)10) ? SecretSamples.Secrets[0] : error.Message)).ShouldBeEmpty();

    private JobResults Results()
    {
        File.WriteAllText(_folder["data.json"], HostileDisplayTests.Table(Spelled).ToGeoJson());
        File.WriteAllText(_folder["found.geojson"], HostileDisplayTests.Table(Spelled).ToGeoJson());
        return JobResults.Open(_folder.Path);
    }

    internal static List<string> Shown(IEnumerable<string> texts)
    {
        var all = string.Join('\n', texts.SelectMany(Layers));
        return [.. SecretSamples.Secrets.Where(secret => all.Contains(secret, StringComparison.Ordinal)).Select(secret => Around(all, secret)).Take(10)];
    }

    private static string Around(string all, string secret)
    {
        var at = all.IndexOf(secret, StringComparison.Ordinal);
        return all[int.Max(0, at - 120)..int.Min(all.Length, at + 20)];
    }

    // The text, the document inside a frame, and the data packed into either.
    private static IEnumerable<string> Layers(string text)
    {
        var plain = WebUtility.HtmlDecode(text);
        yield return text;
        yield return plain;
        foreach (Match match in Packed().Matches(plain))
        {
            using var unpacked = new StreamReader(
                new GZipStream(new MemoryStream(Convert.FromBase64String(match.Value)), CompressionMode.Decompress), Encoding.UTF8);
            yield return unpacked.ReadToEnd();
        }
    }

    [GeneratedRegex("(?<=class=\"u42-data\">)H4sI[A-Za-z0-9+/]+=*")]
    private static partial Regex Packed();
}
