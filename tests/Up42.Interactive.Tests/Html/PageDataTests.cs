using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;

namespace Up42.Interactive.Tests;

/// <summary>The records of page data in C# and the interfaces of the same names in TypeScript say the same.</summary>
public sealed partial class PageDataTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Written = new()
    {
        [typeof(BoundsConverter)] = "Bounds",
        [typeof(GeometryConverter)] = "Geometry",
        [typeof(FeaturePropertiesConverter)] = "Record<string, unknown>",
        [typeof(PixelPlacesConverter)] = "(number | null)[][]",
        [typeof(FigureConverter)] = "Figure",
        [typeof(PlainTextConverter)] = "string",
    };

    [Fact]
    public void Interfaces_in_TypeScript_mirror_the_records()
    {
        var records = typeof(PageDisplay).Assembly.GetTypes().Where(type => type.GetCustomAttributes<JsonSerializableAttribute>().Any())
            .Where(context => ConvertersOf(context).Contains(typeof(PageTextConverter)))
            .SelectMany(context => context.GetCustomAttributesData().Where(data => data.AttributeType == typeof(JsonSerializableAttribute)))
            .SelectMany(data => Reachable((Type)data.ConstructorArguments[0].Value!)).Distinct().ToDictionary(type => type.Name, Members);

        var interfaces = Directory.EnumerateFiles(
            Path.Combine(Samples.RepositoryRoot, "src", "Up42.Interactive", "web", "src"), "*.ts", SearchOption.AllDirectories)
            .SelectMany(file => Interface().Matches(File.ReadAllText(file)))
                .ToDictionary(match => match.Groups[1].Value, match => Members(match.Groups[2].Value));

        records.Count.ShouldBeGreaterThan(15);
        interfaces.Keys.ShouldBe(records.Keys, ignoreOrder: true);
        foreach (var (name, members) in records)
        {
            interfaces[name].ShouldBe(members, ignoreOrder: true, name);
        }
    }

    [Fact]
    public void Texts_and_names_of_page_data_lose_what_misleads()
    {
        var data = new TablePageData
        {
            Caption = "a\u202Eb",
            Count = 1,
            Rows = 1,
            ColumnCount = 0,
            Columns = [],
            Remarks = [],
            Pictures = new Dictionary<string, string> { ["\u0001"] = "\u0002" },
            Cells = [new PackedTextsData { Texts = ["\u2066", null] }],
        };

        var json = JsonDocument.Parse(PageData.Serialize(data, TablePageJson.Default.TablePageData)).RootElement;

        json.GetProperty("caption").GetString().ShouldBe("a\uFFFDb");
        json.GetProperty("pictures").GetProperty("\uFFFD").GetString().ShouldBe("\uFFFD");
        json.GetProperty("cells")[0].GetRawText().ShouldBe("""{"texts":["\uFFFD",null]}""".Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal));
    }

    private static Type[] ConvertersOf(Type context) =>
        context.GetCustomAttribute<JsonSourceGenerationOptionsAttribute>()?.Converters ?? [];

    private static IEnumerable<Type> Reachable(Type type) => ItemOf(type) is { } item
        ? Reachable(item)
        : !type.Name.EndsWith("Data", StringComparison.Ordinal) ? []
        : PropertiesOf(type).Where(property => property.GetCustomAttribute<JsonConverterAttribute>() is null)
            .SelectMany(property => Reachable(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)).Prepend(type);

    private static PropertyInfo[] PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static Type? ItemOf(Type type) =>
        type == typeof(string) || typeof(Geometry).IsAssignableFrom(type)
            || type.Name.StartsWith("IReadOnlyDictionary", StringComparison.Ordinal)
        ? null
        : type.IsArray ? type.GetElementType() : typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static List<string> Members(Type type) => [.. PropertiesOf(type).Select(property =>
    {
        var nullability = Nullability.Create(property);
        var written = property.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { } converter ? Written[converter] : Name(nullability);
        return $"{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}{(nullability.ReadState == NullabilityState.Nullable ? "?" : "")}: {written}";
    })];

    private static string Name(NullabilityInfo type) => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
    {
        var text when text == typeof(string) => "string",
        var flag when flag == typeof(bool) => "boolean",
        { IsPrimitive: true } => "number",
        { Name: "IReadOnlyDictionary`2" } => "Record<string, string>",
        { IsArray: true } => $"{Item(type.ElementType!)}[]",
        var list when ItemOf(list) is not null => $"{Item(type.GenericTypeArguments[0])}[]",
        var record => record.Name,
    };

    private static string Item(NullabilityInfo item) => item.ReadState == NullabilityState.Nullable ? $"({Name(item)} | null)" : Name(item);

    private static List<string> Members(string body) => [.. Member().Matches(body).Select(match => match.Value)];

    [GeneratedRegex(@"export interface (\w+Data) \{(.*?)^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Interface();

    [GeneratedRegex(@"(?<=^  )\w+\??: [^;]+(?=;)", RegexOptions.Multiline)]
    private static partial Regex Member();
}
