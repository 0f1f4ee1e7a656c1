namespace Up42.Interactive;

/// <summary>Work on a server that goes through statuses until it ends.</summary>
/// <typeparam name="TStatus">The type of its statuses.</typeparam>
internal interface ITracked<TStatus>
    where TStatus : struct
{
    /// <summary>What it is, for messages: <c>Job</c>.</summary>
    string Kind { get; }

    /// <summary>Its name for readers; null where it has none.</summary>
    string? Name { get; }

    /// <summary>Which it is.</summary>
    string Id { get; }

    /// <summary>All of that with the status as last seen.</summary>
    string Line { get; }

    /// <summary>The status as last seen.</summary>
    TStatus Status { get; }

    /// <summary>Whether it will not change any more.</summary>
    bool HasEnded { get; }

    /// <summary>How a user waits again, as code.</summary>
    string WaitAgain { get; }

    /// <summary>Gets the status from the server.</summary>
    Task LookAsync(CancellationToken cancellationToken);
}
