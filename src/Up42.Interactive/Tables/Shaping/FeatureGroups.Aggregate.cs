using System.Runtime.CompilerServices;

namespace Up42.Interactive;

public sealed partial class FeatureGroups
{
    /// <summary>
    /// One row for each group: the value that its rows share, how many <c>rows</c> there are, and for each pair what its column's values come to,
    /// named <c>column_statistic</c>: <c>Aggregate(("cloudCoverage", "mean"), ("cloudCoverage", "p90"), ("date", "max"))</c>.
    /// </summary>
    /// <param name="statistics">
    /// Pairs of a column and <c>count</c> (values that are not missing), <c>sum</c>, <c>mean</c>, <c>min</c>, <c>max</c>, <c>median</c>, <c>std</c>
    /// (of a sample, as pandas has it), a percentile <c>p0</c> to <c>p100</c>, <c>first</c>, <c>last</c> or <c>unique</c> (how many different ones).
    /// Missing values count in none of them.
    /// </param>
    /// <exception cref="ArgumentException">A column or statistic does not exist, or numbers are needed and the column holds others.</exception>
    public FeatureTable Aggregate(params IEnumerable<(string Column, string Statistic)> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var wanted = statistics.Select(pair => (_table[pair.Column].Name, Statistic: ColumnStatistic.Find(pair.Statistic))).ToList();
        var names = new List<string> { Column, ColumnNames.Free([Column], "rows", "row_count") };
        names.AddRange(wanted.Select(pair => $"{pair.Name}_{pair.Statistic.Name}").Distinct());
        if (names.Distinct().Count() < names.Count || names.Count < wanted.Count + 2)
        {
            throw new ArgumentException($"Two columns would have one name in: {string.Join(", ", names)}; each statistic is named once.", nameof(statistics));
        }

        var result = new TableBuilder();
        names.ForEach(name => result.Column(name));
        foreach (var group in _groups)
        {
            result.Column(Column).SetRaw(result.Row, group.Table[Column].RawAt(0));
            result.Column(names[1]).Set(result.Row, (long)group.Table.Count);
            foreach (var ((column, statistic), name) in wanted.Zip(names.Skip(2)))
            {
                result.Column(name).SetValue(result.Row, statistic.Measure(group.Table[column]));
            }

            result.NextRow();
        }

        return result.Build();
    }

    /// <summary>The same with pairs as F# writes them: <c>groups.Aggregate [ "cloudCoverage", "mean"; "date", "max" ]</c>.</summary>
    /// <param name="statistics">Pairs of a column and a statistic.</param>
    /// <exception cref="ArgumentException">A column or statistic does not exist, or numbers are needed and the column holds others.</exception>
    [OverloadResolutionPriority(-1)] // A pair of C# is a value tuple.
    public FeatureTable Aggregate(IEnumerable<Tuple<string, string>> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return Aggregate(statistics.Select(pair => (pair.Item1, pair.Item2)));
    }
}
