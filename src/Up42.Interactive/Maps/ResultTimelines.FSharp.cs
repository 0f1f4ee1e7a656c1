using System.Runtime.CompilerServices;

namespace Up42.Interactive;

public static partial class ResultTimelines
{
    /// <summary>The same with bands as F# writes them: <c>bands = [3; 2; 1]</c>.</summary>
    /// <inheritdoc cref="MapTimeline(IHasResults, BandList, string, Func{ResultRaster, DateTimeOffset?}, Aoi, MapOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static ResultTimeline MapTimeline(
        this IHasResults source,
        IEnumerable<int> bands,
        Func<ResultRaster, DateTimeOffset?>? date = null,
        Aoi? aoi = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default) =>
        source.MapTimeline(BandList.From(bands), null, date, aoi, options, cancellationToken);

    /// <summary>The same with bands by name as F# writes them: <c>bands = ["B8"; "B4"; "B3"]</c>.</summary>
    /// <inheritdoc cref="MapTimeline(IHasResults, BandList, string, Func{ResultRaster, DateTimeOffset?}, Aoi, MapOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)] // A C# collection expression is a BandList.
    public static ResultTimeline MapTimeline(
        this IHasResults source,
        IEnumerable<string> bands,
        Func<ResultRaster, DateTimeOffset?>? date = null,
        Aoi? aoi = null,
        MapOptions? options = null,
        CancellationToken cancellationToken = default) =>
        source.MapTimeline(BandList.From(bands), null, date, aoi, options, cancellationToken);
}
