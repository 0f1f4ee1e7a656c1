using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A processing job that is there from the start.</summary>
internal sealed record ProcessingSeed(string Name, string ProcessId, JsonObject Inputs, DateTimeOffset CreatedAt, TimeSpan Work);

/// <summary>The processing jobs that are there from the start, one of every end.</summary>
internal static class SeedProcessing
{
    private static readonly DateTimeOffset Autumn = new(2023, 11, 6, 9, 30, 0, TimeSpan.Zero);

    public static IEnumerable<ProcessingSeed> Create(SandboxState state)
    {
        yield return Make("pansharpening olinda", "pansharpening", 0, 95, Single("Olinda, pansharpened", "olinda"));
        yield return Make("ships suez", "detection-ships-airbus", 1, 210, Single("Ships at anchor", "ships"));
        yield return Make("change lake", "detection-change-simularity", 2, 140, Pair("What the lake left", "lake 4", "lake 0", "lake"));
        yield return Make("coregistration berlin", "coregistration-simularity", 3, 75, Pair("August on May's grid", "berlin august", "berlin may", "berlin"));
        yield return Make("true color berlin", "true-color-conversion", 4, 40, Single("Berlin in natural colours", "berlin may", "berlin"));
        yield return Make("cloudy", "upsampling-ns-sentinel", 5, 60, Single("June, upsampled", "berlin june", "berlin"));
        yield return Make("no pan", "pansharpening", 6, 0, Single("May, pansharpened", "berlin may", "berlin"));
        yield return Make("whole tile", "detection-buildings-spacept", 7, 0, Single("Every building of a tile", "tile"));
        yield return Make("no licence", "detection-aircraft-oi", 8, 0, Single("Aircraft at Suez", "ships"));
        yield return new ProcessingSeed(
            "slow", "upsampling-ns", Single("Olinda, upsampled", "olinda"), state.Started, TimeSpan.FromMinutes(20));
    }

    private static ProcessingSeed Make(string name, string process, int days, int seconds, JsonObject inputs) =>
        new(name, process, inputs, Autumn.AddDays(days), TimeSpan.FromSeconds(seconds));

    private static JsonObject Single(string title, string item, string? collection = null) =>
        new() { ["title"] = title, ["item"] = Address(item, collection ?? item) };

    private static JsonObject Pair(string title, string source, string reference, string collection) =>
        new() { ["title"] = title, ["sourceItem"] = Address(source, collection), ["referenceItem"] = Address(reference, collection) };

    // The host is the one that asks: see ProcessingJson.
    private static string Address(string item, string collection) =>
        $"{ProcessingJson.SeedHost}/v2/assets/stac/collections/{StableId.Create("collection " + collection)}/items/{StableId.Create("item " + item)}";
}
