using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Packs the features of a layer for its page.</summary>
/// <param name="layer">The layer.</param>
/// <param name="perDegree">Of how many parts a degree is.</param>
/// <param name="digits">Digits of real numbers; null for all.</param>
internal sealed class FeaturePacker(MapLayer layer, double perDegree, int? digits)
{
    private readonly ColumnCompressor _compressor = new();

    public PackedFeaturesData Pack()
    {
        var (columns, texts) = (layer.Table.Columns, new List<PackedTextsData>());
        var names = layer.Features.Select(feature => Shown(feature.Name)).ToArray();
        int? namedBy = null;
        var properties = columns.Select((column, index) =>
        {
            var isJson = column.Type is not (FeatureColumnType.Text or FeatureColumnType.Date);
            var values = isJson ? Json(column) : Plain(column);
            namedBy ??= values.AsSpan().SequenceEqual(names) ? index : null;
            texts.Add(_compressor.Pack(values));
            return new FeaturePropertyData(column.ShownName, isJson);
        }).ToList();
        var (styles, numbers) = Styles();
        texts.Add(_compressor.Pack(numbers));
        texts.Add(_compressor.Pack([.. names.Select((name, i) => namedBy is not null || name == Numbered(i) ? null : name)]));
        texts.Add(_compressor.Pack([.. layer.Features.Select((feature, i) =>
            Shown(feature.Label) is var label && label == names[i] ? null : label)]));
        var shapes = ShapePacker.Pack(layer.Features.Select(feature => feature.Geometry), perDegree);
        return new PackedFeaturesData(layer.Features.Count, perDegree, shapes, styles, properties, namedBy, texts);
    }

    // Packed texts are written as they are.
    private static string Shown(string name) => SafeText.Clean(VectorLayerData.Cut(name));

    private static string Numbered(int index) => string.Create(CultureInfo.InvariantCulture, $"Feature {index + 1}");

    private string?[] Plain(FeatureColumn column) =>
        [.. layer.Features.Select(feature => column.HasAt(feature.Row.Index) ? FeaturePropertiesConverter.Text(column, feature.Row.Index) : null)];

    private string?[] Json(FeatureColumn column)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, PageData.Options);
        return [.. layer.Features.Select(feature => Json(column, feature.Row.Index))];

        string? Json(FeatureColumn column, int row)
        {
            if (!column.HasAt(row))
            {
                return null;
            }

            buffer.ResetWrittenCount();
            writer.Reset();
            FeaturePropertiesConverter.WriteValue(writer, column, row, digits);
            writer.Flush();
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    private (IReadOnlyList<FeatureStyleData> Styles, string?[] Numbers) Styles()
    {
        var numbers = new Dictionary<FeatureStyleData, int>();
        var ofFeatures = layer.Features.Select(feature =>
        {
            var style = VectorLayerData.StyleOf(layer, feature);
            numbers.TryAdd(style, numbers.Count);
            return numbers[style];
        }).ToList();
        return ([.. numbers.Keys], [.. ofFeatures.Select(number => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture))]);
    }
}
