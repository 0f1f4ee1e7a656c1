namespace Up42.Interactive;

/// <summary>By what the server sorts jobs.</summary>
public enum JobSort
{
    /// <summary>When they were created.</summary>
    CreatedAt,

    /// <summary>When they began to work.</summary>
    StartedAt,

    /// <summary>When they ended.</summary>
    FinishedAt,

    /// <summary>Their names.</summary>
    Name,

    /// <summary>Their statuses.</summary>
    Status,

    /// <summary>Real runs and test runs.</summary>
    Mode,

    /// <summary>Their ids.</summary>
    Id,
}
