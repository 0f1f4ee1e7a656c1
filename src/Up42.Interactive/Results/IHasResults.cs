namespace Up42.Interactive;

/// <summary>
/// Something whose results can be shown: a job, a job task, a collection of jobs, or what was opened from an archive. The display verbs extend it.
/// </summary>
public interface IHasResults
{
    /// <summary>The results on disk: one for a job, one for each job of a collection that has any.</summary>
    /// <exception cref="Up42Exception">There are none yet; the message says how to get them.</exception>
    IReadOnlyList<JobResults> ResultsOnDisk { get; }

    /// <summary>The paths of the quicklooks on disk; empty before they are downloaded.</summary>
    IReadOnlyList<string> QuicklooksOnDisk => [];
}
