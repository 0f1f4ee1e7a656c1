using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The data of the interactive table.</summary>
internal sealed record TablePageData
{
    public required string Caption { get; init; }

    /// <summary>The table's rows.</summary>
    public required int Count { get; init; }

    /// <summary>How many of the first rows are here.</summary>
    public required int Rows { get; init; }

    /// <summary>The table's columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>What is the same in all rows.</summary>
    public string? Same { get; init; }

    /// <summary>Where the table is from, and how its figures were made.</summary>
    public string? Note { get; init; }

    /// <summary>The columns that are here.</summary>
    public required IReadOnlyList<TableColumnData> Columns { get; init; }

    /// <summary>What was left out while the features were read.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The geometries; null: there are none.</summary>
    public GeometryColumnData? Geometry { get; init; }

    /// <summary>Quicklooks as URLs, by row.</summary>
    public required IReadOnlyDictionary<string, string> Pictures { get; init; }

    /// <summary>
    /// Two lists for each column: what stands in the cells, and what unfolds or is followed. Real numbers have all their digits, which the page
    /// rounds; a mixed column has a third list for those of its numbers that are shown rounded. At last the geometries in words, their outlines,
    /// the areas or lengths that belong into the words, and their middles.
    /// </summary>
    public required IReadOnlyList<PackedTextsData> Cells { get; init; }
}

/// <summary>A column of the interactive table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as displays call it.</param>
/// <param name="Shown">Whether it is seen at first.</param>
/// <param name="Decimals">The decimals of real numbers.</param>
/// <param name="Id">True for ids, which are shortened.</param>
/// <param name="Aside">True for ids and addresses, which paper does without.</param>
/// <param name="About">What the head says below the name.</param>
/// <param name="Bars">The histogram's path.</param>
/// <param name="Range">The least and the greatest value.</param>
internal sealed record TableColumnData(
    string Name,
    string Type,
    bool Shown,
    int? Decimals = null,
    bool? Id = null,
    bool? Aside = null,
    string? About = null,
    string? Bars = null,
    string? Range = null);

/// <summary>The geometries of the interactive table.</summary>
/// <param name="Place">After how many shown columns they stand.</param>
/// <param name="About">What the head says below the name.</param>
/// <param name="Unit">The unit of all sizes; null where the words say it.</param>
/// <param name="Decimals">The decimals of the sizes.</param>
/// <param name="Shapes">Whether there are outlines.</param>
internal sealed record GeometryColumnData(int Place, string About, string? Unit, int Decimals, bool Shapes);

/// <summary>A list of texts as <see cref="ColumnCompressor"/> packs it: one of the forms below; none of them where all texts are missing.</summary>
internal sealed record PackedTextsData
{
    /// <summary>Few different texts: for each row a sign, '#' for a missing text, and the <see cref="Values"/> that the others count.</summary>
    [JsonConverter(typeof(PlainTextConverter))]
    public string? Numbers { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>UUIDs: 22 letters of base64url each.</summary>
    [JsonConverter(typeof(PlainTextConverter))]
    public string? Uuids { get; init; }

    /// <summary>Rising whole numbers: the first one, then by how much each is larger than the one before.</summary>
    [JsonConverter(typeof(PlainTextConverter))]
    public string? Steps { get; init; }

    /// <summary>
    /// All texts with a <see cref="Separator"/> between them; a <see cref="Sign"/> stands for the text that the row has in an earlier
    /// <see cref="Column"/>.
    /// </summary>
    [JsonConverter(typeof(PlainTextConverter))]
    public string? Joined { get; init; }

    [JsonConverter(typeof(PlainTextConverter))]
    public string? Separator { get; init; }

    public int? Column { get; init; }

    [JsonConverter(typeof(PlainTextConverter))]
    public string? Sign { get; init; }

    /// <summary>Texts of one length: the first letters of all, then the second ones; a <see cref="Filler"/> ends those that are shorter.</summary>
    [JsonConverter(typeof(PlainTextConverter))]
    public string? Spelled { get; init; }

    [JsonConverter(typeof(PlainTextConverter))]
    public string? Filler { get; init; }

    /// <summary>The texts as they are.</summary>
    public IReadOnlyList<string?>? Texts { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PageTextConverter), typeof(PageNumberConverter)])]
[JsonSerializable(typeof(TablePageData))]
internal sealed partial class TablePageJson : JsonSerializerContext;
