using System.Globalization;

namespace Up42.Interactive;

/// <summary>Finds the features that quicklooks show, by the names of their files.</summary>
/// <param name="rows">The features.</param>
/// <param name="nameColumn">A column that may hold names of files, besides <c>id</c>, <c>uid</c> and <c>sceneId</c>.</param>
internal sealed class QuicklookMatching(IReadOnlyList<FeatureRow> rows, string nameColumn)
{
    /// <summary>What up42-py put before the id.</summary>
    private const string Prefix = "quicklook_";

    private static readonly string[] IdColumns = ["id", "uid", "sceneId"];

    private readonly ILookup<string, FeatureRow> _byName = rows
        .SelectMany(row => Names(row, nameColumn).Select(name => (Name: SafeFileName.Of(name), Row: row)))
        .ToLookup(pair => pair.Name, pair => pair.Row, StringComparer.Ordinal);

    /// <summary>The feature of a quicklook; null where none has its name.</summary>
    /// <param name="file">The quicklook's path.</param>
    public FeatureRow? Find(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return _byName[name].Concat(_byName[Path.GetFileName(file)])
            .Concat(name.StartsWith(Prefix, StringComparison.Ordinal) ? _byName[name[Prefix.Length..]] : []).FirstOrDefault();
    }

    private static IEnumerable<string> Names(FeatureRow row, string nameColumn)
    {
        var columns = row.Select(pair => pair.Key).ToHashSet();
        string?[] names = [Convert.ToString(row.Id, CultureInfo.InvariantCulture), .. IdColumns.Append(nameColumn).Where(columns.Contains).Select(row.GetText)];
        return names.OfType<string>().Where(name => name.Length > 0).Distinct();
    }
}
