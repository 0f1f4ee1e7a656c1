using System.Collections;

namespace Up42.Interactive;

/// <summary>Processing jobs in an order.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ProcessingJobCollection : IReadOnlyList<ProcessingJob>, IDisplay
{
    private static readonly JobColumnData[] Columns =
    [
        new("title", false, "text"), new("process", false, "text"), new("status", false, "text"), new("created", false, "date"),
        new("duration", true, "duration"), new("cost", true, "number"), new("id", false, "text"),
    ];

    private readonly IReadOnlyList<ProcessingJob> _jobs;

    internal ProcessingJobCollection(IReadOnlyList<ProcessingJob> jobs, IReadOnlyList<JobFailure> failures) => (_jobs, Failures) = (jobs, failures);

    /// <summary>How many jobs there are.</summary>
    public int Count => _jobs.Count;

    /// <summary>The records that are not jobs, and those that could not be refreshed. Empty where all was well.</summary>
    public IReadOnlyList<JobFailure> Failures { get; }

    /// <summary>A job by its place.</summary>
    /// <param name="index">From 0.</param>
    public ProcessingJob this[int index] => _jobs[index];

    /// <summary>A job by its id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">The collection has no such job.</exception>
    public ProcessingJob this[string id] => _jobs.FirstOrDefault(job => job.Id == id)
        ?? throw new ArgumentException($"The collection of {DisplayText.Count(Count, "processing job")} has no job {id}.", nameof(id));

    /// <inheritdoc/>
    public IEnumerator<ProcessingJob> GetEnumerator() => _jobs.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The jobs as a table, as last seen.</summary>
    public string ToHtml() => new RowsTable
    {
        Title = $"Processing jobs: {this}",
        Caption = ToString(),
        Noun = "job",
        Totals = Totals(),
        Columns = Columns,
        Count = Count,
        Row = index => Row(_jobs[index].Snapshot),
        After = FailuresHtml(),
    }.ToFragment().ToHtml();

    /// <summary>For example <c>12 processing jobs: 10 captured, 2 running</c>.</summary>
    public override string ToString() => SingleLine.Format(
        $"{DisplayText.Count(Count, "processing job")}{(Count == 0 ? "" : ": ")}"
            + $"{string.Join(", ", _jobs.GroupBy(job => job.Status).Select(group => $"{group.Count()} {group.Key}"))}"
            + $"{(Failures.Count == 0 ? "" : $"; {Failures.Count} could not be read")}");

    private string Totals()
    {
        var paid = CreditText.Sum(_jobs.Where(job => job.Status == ProcessingStatus.Captured).Select(job => job.Credits).OfType<decimal>());
        return Count == 0
            ? ""
            : $"In all: {DisplayText.Count(Count, "job")}, {CreditText.Format(paid)} paid, seen {DisplayText.Date(_jobs.Max(job => job.SeenAt))}";
    }

    private static JobCellData[] Row(ProcessingJobSnapshot job)
    {
        var (color, mark) = StatusHtml.Appearance(job.Info.Status);
        return
        [
            new(job.Info.Title ?? ""),
            new(job.Info.ProcessId ?? ""),
            new(job.Info.Status.Value, Color: color, Mark: mark),
            new(job.Info.Created is { } created ? DisplayText.Date(created) : "", job.Info.Created?.ToUnixTimeMilliseconds()),
            new(job.Duration is { } time ? DisplayText.Duration(time) : "", job.Duration?.TotalSeconds),
            new(job.Info.Credits is null ? "" : CreditText.Format(job.Info.Credits), (double?)job.Info.Credits),
            new(job.Info.Id, Code: true),
        ];
    }

    private Html FailuresHtml() => Failures.Count == 0 ? Html.Empty : Html.Format(
        $"<p>{DisplayText.CountIs(Failures.Count, "record")} left out: {string.Join(" ", Failures.Take(10).Select(failure => failure.ToString()))}</p>");
}
