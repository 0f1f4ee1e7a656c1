namespace Up42.Interactive;

/// <summary>What processing jobs are sorted by.</summary>
public enum ProcessingJobSort
{
    /// <summary>When they were made.</summary>
    Created,

    /// <summary>The process that they are runs of.</summary>
    Process,

    /// <summary>The status.</summary>
    Status,

    /// <summary>What they cost.</summary>
    Credits,
}
