namespace Up42.Interactive;

/// <summary>Which name was probably meant by one that is not known.</summary>
internal static class NameSuggestion
{
    private const int MaxLength = 64;

    /// <summary>A question to end an error with, after a blank: " Did you mean 'cloudCoverage'?"; empty where no name is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">The names there are.</param>
    public static string Sentence(string name, IEnumerable<string> known) => Find(name, known) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>
    /// The nearest name: one that differs in case, blanks and signs alone, else one with at most a third of its letters changed; null of none.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var wanted = Plain(name);
        if (wanted.Length is 0 or > MaxLength)
        {
            return null;
        }

        var nearest = known.Select(each => (Name: each, Plain: Plain(each))).Where(each => each.Plain.Length is > 0 and <= MaxLength)
            .Select(each => (each.Name, each.Plain, Changes: Changes(wanted, each.Plain))).DefaultIfEmpty().MinBy(each => each.Changes);
        return nearest.Name is not null && nearest.Changes <= Math.Max(wanted.Length, nearest.Plain.Length) / 3 ? nearest.Name : null;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>How many letters are to be changed, added, left out, or changed with their neighbour.</summary>
    private static int Changes(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
