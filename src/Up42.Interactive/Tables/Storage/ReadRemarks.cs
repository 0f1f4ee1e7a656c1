namespace Up42.Interactive;

/// <summary>What was left out while features were read: one sentence for each reason, with the rows that it holds for.</summary>
internal sealed class ReadRemarks
{
    private const int NamedRows = 5;

    private readonly Dictionary<(string Part, string Reason), (int Count, List<int> First)> _rows = [];
    private readonly List<string> _others = [];
    private readonly HashSet<string> _known = [];

    /// <summary>Notes that a part of a row was left out.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="part">The part: "the geometry", "the value of 'x'".</param>
    /// <param name="reason">The reason, a sentence.</param>
    public void Add(int row, string part, string reason)
    {
        if (!_rows.TryGetValue((part, reason), out var known))
        {
            known = (0, []);
        }

        if (known.Count < NamedRows)
        {
            known.First.Add(row);
        }

        _rows[(part, reason)] = (known.Count + 1, known.First);
    }

    /// <summary>Notes a sentence about the whole.</summary>
    public void Add(string sentence)
    {
        if (_known.Add(sentence))
        {
            _others.Add(sentence);
        }
    }

    public IReadOnlyList<string> ToTexts()
    {
        var texts = _others.Concat(_rows.Select(entry => Text(entry.Key.Part, entry.Key.Reason, entry.Value.Count, entry.Value.First))).ToArray();
        var most = Limits.Default.Remarks;
        return texts.Length <= most ? texts : [.. texts.Take(most - 1), $"{DisplayText.CountIs(texts.Length - most + 1, "more remark")} not shown."];
    }

    private static string Text(string part, string reason, int count, List<int> rows) => count == 1
        ? $"Row {rows[0]}: {part} was left out: {reason}"
        : $"{DisplayText.Count(count, "row")} ({string.Join(", ", rows)}{(count > rows.Count ? ", …" : "")}): {part} was left out: {reason}";
}
