namespace Up42.Interactive;

/// <summary>How results are opened.</summary>
/// <param name="Cache">Where archives are unpacked to.</param>
/// <param name="Limits">How much an archive may hold; null: the defaults.</param>
/// <param name="FollowLinks">Whether links that lead out of the folder are followed.</param>
/// <param name="CancellationToken">Cancels it.</param>
internal sealed record ResultsOpening(ResultsCache Cache, UnpackLimits? Limits, bool FollowLinks, CancellationToken CancellationToken)
{
    /// <summary>Files that do not lie in the folder: they are read by range.</summary>
    public IReadOnlyList<ResultFile> Remote { get; init; } = [];

    /// <summary>What was left out, one sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
