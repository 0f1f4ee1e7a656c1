namespace Up42.Interactive;

/// <summary>The classes with names that a histogram counts: what its axis and its table call their values.</summary>
internal static class HistogramClasses
{
    private const int MaxClasses = 24;
    private const int MaxNameLength = 24;

    /// <summary>The values that have names, with the pixels of each; none where there are more than an axis has room for.</summary>
    public static IReadOnlyList<(double Value, string Name, long Pixels)> Find(RasterHistogram histogram)
    {
        if (histogram.Band.Classes.Count == 0 || histogram.BinWidth != 1)
        {
            return [];
        }

        var bins = histogram.Counts.Index().Where(bin => bin.Item > 0).Select(bin => (Value: histogram.Start + bin.Index + 0.5, Pixels: bin.Item));
        List<(double Value, string Name, long Pixels)> named =
        [
            .. from bin in bins
               let place = histogram.Band.ClassAt(bin.Value)
               where place >= 0
               select (bin.Value, $"{NumberText.Format(bin.Value)} {histogram.Band.Classes[place].Name}", bin.Pixels),
        ];
        return named.Count <= MaxClasses ? named : [];
    }

    /// <summary>Lets an axis tell the classes of a histogram in place of numbers.</summary>
    public static void Label(Dictionary<string, object> axis, RasterHistogram histogram)
    {
        if (Find(histogram) is { Count: > 0 } named)
        {
            axis["tickmode"] = "array";
            axis["tickvals"] = named.Select(each => each.Value).ToArray();
            axis["ticktext"] = named.Select(each => FigureText.Escape(DisplayText.Cut(each.Name, MaxNameLength))).ToArray();
            axis["automargin"] = true;
        }
    }

    /// <summary>The classes as a table; nothing where there are none.</summary>
    public static Html ToHtml(RasterHistogram histogram) => Find(histogram) is not { Count: > 0 } named ? Html.Empty : Html.Format(
        $"""
        <table><caption>Classes of {histogram.Band.Name}</caption><thead><tr><th scope="col">Class</th><th scope="col" align="right">Pixels</th></tr></thead>
        <tbody>{named.Select(each =>
            Html.Format($"""<tr><th scope="row">{each.Name}</th><td align="right">{NumberText.Format(each.Pixels)}</td></tr>"""))}</tbody></table>

        """);
}
