namespace Up42.Interactive;

/// <summary>How a sandbox behaves.</summary>
public sealed record SandboxOptions
{
    /// <summary>The clock by which jobs advance, tokens and addresses expire, and waits are measured.</summary>
    /// <value>The default value is the system's clock.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many times faster than usual the jobs that are run get done: at 10, a job of half a minute takes three seconds.</summary>
    /// <value>The default value is 1; it is more than 0.</value>
    public double Speed { get; init; } = 1;

    /// <summary>What goes wrong, and how often.</summary>
    /// <value>The default value is nothing.</value>
    public SandboxFaults Faults { get; init; } = new();

    /// <summary>Finished jobs with tiny results to add to the project.</summary>
    /// <value>The default value is 0.</value>
    public int LightJobs { get; init; }

    /// <summary>Items with tiny rasters to add to today's storage, in a collection of their own.</summary>
    /// <value>The default value is 0.</value>
    public int LightItems { get; init; }

    /// <summary>Jobs, orders or collections on a page of a listing, where the request does not say.</summary>
    /// <value>The default value is 20.</value>
    public int PageSize { get; init; } = 20;

    /// <summary>
    /// Send records as other servers do: numbers for names and versions, a cost of null, a status that is not documented, a record that is
    /// not a job's, and null after the
    /// last page.
    /// </summary>
    /// <value>The default value is false.</value>
    public bool OddRecords { get; init; }

    /// <summary>How many jobs that were run here may be at work in the project; one more is refused.</summary>
    /// <value>The default value is 10.</value>
    public int MaxConcurrentJobs { get; init; } = 10;

    /// <summary>How long a token is valid.</summary>
    /// <value>The default value is 5 minutes.</value>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a signed URL is valid: of an archive this long, of a file in today's storage at most five minutes.</summary>
    /// <value>The default value is 15 minutes.</value>
    public TimeSpan UrlLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The status that a signed URL answers once it has expired; clouds say 400, 401 or 403.</summary>
    /// <value>The default value is 403.</value>
    public int ExpiredUrlStatus { get; init; } = 403;
}
