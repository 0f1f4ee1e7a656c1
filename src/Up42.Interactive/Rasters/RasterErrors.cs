using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>What GDAL says, in sentences for users.</summary>
internal static class RasterErrors
{
    internal static Up42Exception Unreadable(string path, GdalException exception)
        => exception.IsLibraryMissing
            ? new Up42Exception(exception.Message, exception)
            : new Up42Exception(
                $"'{Path.GetFileName(path)}' can not be read; it is damaged, or not complete. {string.Join(' ', exception.Details.Distinct().Take(2).Select(Sentence))}".TrimEnd(),
                exception);

    private static string Sentence(string text) => $"{text.TrimEnd('.', ' ', '\n')}.";
}
