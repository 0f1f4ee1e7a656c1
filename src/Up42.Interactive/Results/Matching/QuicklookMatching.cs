using System.Globalization;

namespace Up42.Interactive;

/// <summary>Finds the features that quicklooks show, by the names of their files: for thumbnails in tables and for places on maps alike.</summary>
/// <param name="rows">The features.</param>
/// <param name="nameColumn">A column that may hold names of files, besides <see cref="ResultsLayout.IdColumns"/>.</param>
internal sealed class QuicklookMatching(IEnumerable<FeatureRow> rows, string? nameColumn = null)
{
    private readonly ILookup<string, FeatureRow> _byName = rows
        .SelectMany(row => Names(row, nameColumn).Select(name => (Name: name, Row: row)))
        .ToLookup(pair => pair.Name, pair => pair.Row, StringComparer.Ordinal);

    /// <summary>The features of a quicklook, the best match first.</summary>
    /// <param name="file">The quicklook's path.</param>
    public IEnumerable<FeatureRow> Find(string file)
    {
        string[] names = [Path.GetFileNameWithoutExtension(file), Path.GetFileName(file)];
        return ResultsLayout.QuicklookPrefixes
            .SelectMany(prefix => names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]))
            .SelectMany(name => _byName[name]);
    }

    // An id may hold a dot, so that its file's name seems to have an extension.
    private static IEnumerable<string> Names(FeatureRow row, string? nameColumn)
    {
        var named = ResultsLayout.IdColumns.Concat(nameColumn is null ? [] : [nameColumn])
            .Select(row.Table.ColumnNamed).OfType<string>().Distinct().Select(row.GetText);
        return named.Prepend(Convert.ToString(row.Id, CultureInfo.InvariantCulture)).OfType<string>().Where(name => name.Length > 0)
            .SelectMany(name => new[] { SafeFileName.Create(name), Path.GetFileNameWithoutExtension(SafeFileName.Create($"{name}.jpg")) }).Distinct();
    }
}
