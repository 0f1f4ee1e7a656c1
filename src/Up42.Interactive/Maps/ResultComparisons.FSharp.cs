using System.Runtime.CompilerServices;

namespace Up42.Interactive;

public static partial class ResultComparisons
{
    /// <summary>The same with bands as F# writes them: <c>bands = [3; 2; 1]</c>.</summary>
    /// <inheritdoc cref="CompareResults(IHasResults, IHasResults, BandList, CompareMode, string, string, string, Aoi, MapOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static ResultComparison CompareResults(
        this IHasResults left,
        IHasResults right,
        IEnumerable<int> bands,
        CompareMode mode = CompareMode.Swipe,
        string? difference = null,
        string? leftName = null,
        string? rightName = null,
        Aoi? aoi = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default) =>
        left.CompareResults(right, BandList.From(bands), mode, difference, leftName, rightName, aoi, options, cancellationToken);

    /// <summary>The same with bands by name as F# writes them: <c>bands = ["B8"; "B4"; "B3"]</c>.</summary>
    /// <inheritdoc cref="CompareResults(IHasResults, IHasResults, BandList, CompareMode, string, string, string, Aoi, MapOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static ResultComparison CompareResults(
        this IHasResults left,
        IHasResults right,
        IEnumerable<string> bands,
        CompareMode mode = CompareMode.Swipe,
        string? difference = null,
        string? leftName = null,
        string? rightName = null,
        Aoi? aoi = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default) =>
        left.CompareResults(right, BandList.From(bands), mode, difference, leftName, rightName, aoi, options, cancellationToken);
}
