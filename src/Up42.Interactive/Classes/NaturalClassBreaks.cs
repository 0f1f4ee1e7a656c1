namespace Up42.Interactive;

/// <summary>
/// Natural breaks: of all ways to part sorted values into classes the one whose squared distances from the classes' means are least in sum.
/// </summary>
/// <remarks>
/// W. D. Fisher's dynamic programme over distinct values. Where the best last class begins moves only to the right as values are added, so
/// halving the search makes its work n log n for a class, where the plain one takes n².
/// </remarks>
internal sealed class NaturalClassBreaks
{
    private readonly double[] _weights;
    private readonly double[] _sums;
    private readonly double[] _squares;

    private NaturalClassBreaks(IReadOnlyList<(double Value, int Count)> values)
    {
        (_weights, _sums, _squares) = (new double[values.Count + 1], new double[values.Count + 1], new double[values.Count + 1]);
        var half = (values[^1].Value / 2) - (values[0].Value / 2);
        foreach (var (index, (value, count)) in values.Index())
        {
            // Within -1 and 1, so that squares neither overflow nor cancel out.
            var scaled = half > 0 ? ((((value / 2) - (values[0].Value / 2)) / half) * 2) - 1 : 0;
            _weights[index + 1] = _weights[index] + count;
            _sums[index + 1] = _sums[index] + (count * scaled);
            _squares[index + 1] = _squares[index] + (count * scaled * scaled);
        }
    }

    /// <summary>The greatest value of each class, ascending.</summary>
    /// <param name="sorted">The values, ascending, at least one.</param>
    /// <param name="classes">How many classes there are at most.</param>
    public static IReadOnlyList<double> Find(IReadOnlyList<double> sorted, int classes)
    {
        var values = sorted.CountBy(value => value).Select(pair => (pair.Key, pair.Value)).ToList();
        return values.Count <= classes
            ? [.. values.Select(value => value.Key)]
            : [.. new NaturalClassBreaks(values).Ends(classes).Select(end => values[end - 1].Key)];
    }

    /// <summary>How many values lie in the classes up to each.</summary>
    private List<int> Ends(int classes)
    {
        var count = _sums.Length - 1;
        double[] costs = [.. Enumerable.Range(0, count + 1).Select(end => Cost(0, end))];
        var begins = new List<int[]>();
        for (var number = 2; number <= classes; number++)
        {
            var (next, begin) = (new double[count + 1], new int[count + 1]);
            Fill(costs, next, begin, (number, count), (number - 1, count - 1));
            (costs, _) = (next, begin);
            begins.Add(begin);
        }

        var ends = new List<int> { count };
        foreach (var begin in Enumerable.Reverse(begins))
        {
            ends.Add(begin[ends[^1]]);
        }

        ends.Reverse();
        return ends;
    }

    /// <summary>The least costs with one more class for all ends between two, whose last class begins between two others.</summary>
    private void Fill(double[] before, double[] costs, int[] begins, (int From, int To) ends, (int From, int To) among)
    {
        if (ends.From > ends.To)
        {
            return;
        }

        var end = (ends.From + ends.To) / 2;
        costs[end] = double.PositiveInfinity;
        for (var begin = among.From; begin <= Math.Min(among.To, end - 1); begin++)
        {
            var cost = before[begin] + Cost(begin, end);
            if (cost < costs[end])
            {
                (costs[end], begins[end]) = (cost, begin);
            }
        }

        Fill(before, costs, begins, (ends.From, end - 1), (among.From, begins[end]));
        Fill(before, costs, begins, (end + 1, ends.To), (begins[end], among.To));
    }

    /// <summary>The squared distances of some values from their mean.</summary>
    private double Cost(int begin, int end)
    {
        var (weight, sum) = (_weights[end] - _weights[begin], _sums[end] - _sums[begin]);
        return weight > 0 ? Math.Max(0, _squares[end] - _squares[begin] - (sum * sum / weight)) : 0;
    }
}
