using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What was known of a processing job at one time: what its card shows, and what is saved beside its results.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record ProcessingJobSnapshot : IDisplay
{
    /// <summary>The facts.</summary>
    public required ProcessingJobInfo Info { get; init; }

    /// <summary>When the server said so, UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>From start to end; while it runs, from start to <see cref="SeenAt"/>; null before the start.</summary>
    public TimeSpan? Duration => (Info.Finished ?? (Info.Status.IsTerminal ? null : SeenAt)) - Info.Started is { } time
        ? time < TimeSpan.Zero ? TimeSpan.Zero : time
        : null;

    /// <summary>Reads what is saved beside results.</summary>
    /// <param name="json">The root of a <c>processing-job.json</c>.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ProcessingJobSnapshot Parse(JsonElement json) => new()
    {
        Info = ProcessingJobInfo.Parse(json.Find("job") ?? throw new JsonException("There is no job in it.")),
        SeenAt = json.FindDate("seenAt") ?? throw new JsonException("There is no time in it."),
    };

    /// <summary>The job's card.</summary>
    public string ToHtml() => new Fragment { Static = ProcessingJobCardHtml.Render(this, Html.Empty) }.ToHtml();

    /// <summary>Title, id and status in one line.</summary>
    public override string ToString() => SingleLine.Format($"Processing job {Info}");
}
