using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>Many features of a layer, packed: what they are called and what is known of them in columns, as tables are.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="PerDegree">Of how many parts a degree is: positions are whole numbers of these.</param>
/// <param name="Shapes">Their geometries, as <c>ShapePacker</c> packs them.</param>
/// <param name="Styles">What they look like; the first one where <paramref name="Texts"/> say nothing.</param>
/// <param name="Properties">Their properties.</param>
/// <param name="NamedBy">The property that is their name where <paramref name="Texts"/> have none; null: they are numbered.</param>
/// <param name="Texts">A list for each property, then the numbers of their styles, their names, and their labels where these are others.</param>
internal sealed record PackedFeaturesData(
    int Count,
    double PerDegree,
    [property: JsonConverter(typeof(PlainTextConverter))] string Shapes,
    IReadOnlyList<FeatureStyleData> Styles,
    IReadOnlyList<FeaturePropertyData> Properties,
    int? NamedBy,
    IReadOnlyList<PackedTextsData> Texts);

/// <summary>What features look like.</summary>
/// <param name="Class">The row of the map's key that they belong to; null where they have none.</param>
/// <param name="Color">Their own colour; null: their class's, else their layer's.</param>
internal sealed record FeatureStyleData(int? Class, string? Color);

/// <summary>A property of features.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsJson">Whether its texts are JSON; else they are the values.</param>
internal sealed record FeaturePropertyData(string Name, bool IsJson);
