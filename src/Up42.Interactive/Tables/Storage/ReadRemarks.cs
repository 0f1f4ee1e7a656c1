namespace Up42.Interactive;

/// <summary>What was left out while features were read: one sentence for each reason, with the rows that it holds for.</summary>
internal sealed class ReadRemarks
{
    private const int NamedRows = 5;

    private readonly Dictionary<(string What, string Why), (int Count, List<int> First)> _rows = [];
    private readonly List<string> _others = [];

    /// <summary>Notes that a part of a row was left out.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="what">The part: "the geometry", "the value of 'x'".</param>
    /// <param name="why">The reason, a sentence.</param>
    public void Add(int row, string what, string why)
    {
        if (!_rows.TryGetValue((what, why), out var known))
        {
            known = (0, []);
        }

        if (known.Count < NamedRows)
        {
            known.First.Add(row);
        }

        _rows[(what, why)] = (known.Count + 1, known.First);
    }

    /// <summary>Notes a sentence about the whole.</summary>
    public void Add(string sentence)
    {
        if (!_others.Contains(sentence))
        {
            _others.Add(sentence);
        }
    }

    public IReadOnlyList<string> ToTexts()
    {
        var texts = _others.Concat(_rows.Select(entry => Text(entry.Key.What, entry.Key.Why, entry.Value.Count, entry.Value.First))).ToArray();
        var most = Limits.Default.Remarks;
        return texts.Length <= most ? texts : [.. texts.Take(most - 1), $"{DisplayText.CountIs(texts.Length - most + 1, "more remark")} not shown."];
    }

    private static string Text(string what, string why, int count, List<int> rows) => count == 1
        ? $"Row {rows[0]}: {what} was left out: {why}"
        : $"{DisplayText.Count(count, "row")} ({string.Join(", ", rows)}{(count > rows.Count ? ", …" : "")}): {what} was left out: {why}";
}
