using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What the features of a layer are called.</summary>
/// <param name="table">The features.</param>
/// <param name="nameColumn">The column that names them.</param>
internal sealed class FeatureNames(FeatureTable table, string nameColumn)
{
    private readonly string? _column = table.ColumnNamed(nameColumn);

    // What is an id names a scene worse than its date does, unless the column was chosen for it.
    private readonly bool _isId = nameColumn is "uid" or "id";

    /// <summary>A feature with its name, and what displays call it.</summary>
    public MapFeature Create(FeatureRow row, Geometry geometry)
    {
        var named = _column is null ? null : row.GetText(_column);
        var name = named
            ?? (row.Id is { } id ? Convert.ToString(id, CultureInfo.InvariantCulture) : null)
            ?? string.Create(CultureInfo.InvariantCulture, $"Feature {row.Index + 1}");
        var label = (_isId ? null : named) ?? TitleLadder.TakenOf(row) ?? TitleLadder.SceneOf(row) ?? name;
        return new MapFeature(name, geometry, row) { Label = label };
    }

    /// <summary>The features, those of one label parted by their scenes' ids, else by their names.</summary>
    public static IReadOnlyList<MapFeature> Part(IReadOnlyList<MapFeature> features)
    {
        var counts = features.CountBy(feature => feature.Label).ToDictionary();
        return [.. features.Select(feature => counts[feature.Label] == 1
            ? feature
            : feature with { Label = Parted(feature, TitleLadder.SceneOf(feature.Row) ?? feature.Name) })];

        static string Parted(MapFeature feature, string by) => by == feature.Label ? feature.Label : $"{feature.Label} · {by}";
    }
}
