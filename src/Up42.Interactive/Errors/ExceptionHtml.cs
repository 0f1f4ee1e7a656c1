namespace Up42.Interactive;

/// <summary>An exception of ours for readers: its sentence first, the way out, and the rest folded.</summary>
internal static class ExceptionHtml
{
    private const int MaxCauses = 5;
    private const int MaxMessageLength = 2000;
    private const int MaxTraceLength = 4000;

    public static Html Render(Up42Exception error)
    {
        var causes = Causes(error).ToList();
        (string Name, Html Value)[] facts =
        [
            ("Kind", Html.Format($"<code>{error.GetType().Name}</code>")),
            .. error.Details,
            .. causes.Select(cause => ("Cause", Html.Format($"<code>{cause.GetType().Name}</code>: {SafeText.Clean(cause.Message, MaxMessageLength)}"))),
            .. error.StackTrace is { } trace ? [("Where", Html.Format($"<pre>{SafeText.Clean(trace, MaxTraceLength)}</pre>"))] : Array.Empty<(string, Html)>(),
        ];
        var badge = StatusBadge.Create(StatusBadge.Bad, "✗", "Error");
        var details = Html.Format($"<details><summary>Details</summary>{FactsTable.Create(Html.Empty, facts)}</details>");
        return Html.Format($"<p>{badge} {SafeText.Clean(error.Message, MaxMessageLength)}</p>{error.NextStep}{details}");
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var (cause, count) = (error.InnerException, 0); cause is not null && count < MaxCauses; (cause, count) = (cause.InnerException, count + 1))
        {
            yield return cause;
        }
    }
}
