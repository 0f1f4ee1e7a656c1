using System.Globalization;
using System.Text.RegularExpressions;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>What GDAL says, in sentences for users.</summary>
internal static partial class RasterErrors
{
    internal static Up42Exception Unreadable(string path, GdalException exception)
    {
        if (exception.IsLibraryMissing)
        {
            return new Up42Exception(exception.Message, exception);
        }

        var reason = exception.Details.Count > 0
            ? $" GDAL says: {LocalPaths.ShortenBeside(exception.Details[0], path).TrimEnd('.', ' ', '\n')}."
            : string.Empty;
        return new Up42Exception($"'{Path.GetFileName(path)}' cannot be read: it is damaged, or not complete{Block(exception)}.{reason}", exception);
    }

    /// <summary>Whether no raster at all can be read: the native library is missing.</summary>
    internal static bool IsLibraryMissing(Up42Exception error) => error.InnerException is GdalException { IsLibraryMissing: true };

    /// <summary>What a caption says of a raster that could be read in part.</summary>
    internal static string Partly(GdalException exception, double lost) => string.Create(
        CultureInfo.InvariantCulture,
        $"damaged, or not complete: {Math.Clamp(100 * lost, 0.1, 99.9):0.#} % cannot be read and is left out{Block(exception)}");

    private static string Block(GdalException exception)
        => exception.Details.Select(detail => BrokenBlock().Match(detail)).FirstOrDefault(match => match.Success) is { } found
            ? $" (band {found.Groups["band"].Value}, block {found.Groups["column"].Value} from the left, {found.Groups["row"].Value} from the top, "
              + "counted from 0)"
            : string.Empty;

    [GeneratedRegex(@"band (?<band>\d+): IReadBlock failed at X offset (?<column>\d+), Y offset (?<row>\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex BrokenBlock();
}
