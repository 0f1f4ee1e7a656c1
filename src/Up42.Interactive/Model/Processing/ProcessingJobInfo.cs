using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The facts of a processing job as the server last gave them, or as they were saved beside its results.</summary>
public sealed record ProcessingJobInfo
{
    /// <summary>The job's id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The process that it is a run of, for example <c>pansharpening</c>.</summary>
    public string? ProcessId { get; init; }

    /// <summary>The title among its inputs.</summary>
    public string? Title { get; init; }

    /// <summary>The account that pays.</summary>
    public string? AccountId { get; init; }

    /// <summary>The workspace that ran it; null where it has none.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The status at that time.</summary>
    public ProcessingStatus Status { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it began to work, UTC; null before that.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended, UTC; null before that.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>When it changed last, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>What it costs, in credits; null before that is known.</summary>
    public decimal? Credits { get; init; }

    /// <summary>Why it failed; empty where it did not.</summary>
    public IReadOnlyList<ProcessingError> Errors { get; init; } = [];

    /// <summary>The URL of the STAC collection with its results; null before it has any.</summary>
    public string? CollectionUrl { get; init; }

    /// <summary>The inputs, an object.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>Everything the server said, fields unknown to this library included.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>The id of the STAC collection with its results; null before it has any.</summary>
    public string? CollectionId => CollectionUrl?.Split('?')[0].TrimEnd('/').Split('/')[^1] is { Length: > 0 } id ? Uri.UnescapeDataString(id) : null;

    /// <summary>Whether it will not change any more: by its status, or by an end where the status is not known.</summary>
    internal bool HasEnded => Status.IsTerminal || (!Status.IsKnown && Finished is not null);

    /// <summary>Reads a processing job from its JSON.</summary>
    /// <param name="json">One job object of the wire.</param>
    /// <exception cref="JsonException">It is not a processing job: the id is missing.</exception>
    public static ProcessingJobInfo Parse(JsonElement json)
    {
        var raw = json.Clone();
        var results = raw.Find("results") ?? default;
        var inputs = (raw.Find("definition") ?? default).Find("inputs");
        return new()
        {
            Id = raw.FindText("jobID") is { Length: > 0 } id ? id : throw new JsonException("A processing job has no jobID."),
            ProcessId = raw.FindText("processID"),
            Title = inputs?.FindText("title"),
            AccountId = raw.FindText("accountID"),
            WorkspaceId = raw.FindText("workspaceID"),
            Status = ProcessingStatus.Parse(raw.FindText("status")),
            Created = raw.FindDate("created"),
            Started = raw.FindDate("started"),
            Finished = raw.FindDate("finished"),
            Updated = raw.FindDate("updated"),
            Credits = (raw.Find("creditConsumption") ?? default).FindDecimal("credits"),
            Errors = ProcessingError.ParseAll(results),
            CollectionUrl = results.FindText("collection"),
            Inputs = inputs,
            Raw = raw,
        };
    }

    /// <summary>Title, process, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Title ?? ProcessId} {Id}: {Status}".TrimStart());
}
