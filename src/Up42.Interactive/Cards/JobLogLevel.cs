namespace Up42.Interactive;

/// <summary>How grave a line of a log is, where the line says it.</summary>
public enum JobLogLevel
{
    /// <summary>The line carries no level.</summary>
    None,

    /// <summary>Details for debugging.</summary>
    Debug,

    /// <summary>What goes on.</summary>
    Info,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,

    /// <summary>The task cannot go on.</summary>
    Critical,
}
