namespace Up42.Interactive.Cli;

/// <summary>
/// Tells markup that is too much to be parsed here, in one pass over its tags. A parser makes elements that nobody wrote: of end tags without
/// a start, and again of <c>&lt;b&gt;</c> and the like that are open when what holds them ends.
/// </summary>
internal static class MarkupSize
{
    // Of so many attributes one costs as much as an element.
    private const int AttributesPerElement = 8;

    // A parser makes up to so many elements where <b> ends before what is in it.
    private const int MaxCopies = 32;

    private static readonly HashSet<string> Void = Names("area base br col embed hr img input link meta source track wbr");
    private static readonly HashSet<string> Formatting = Names("a b big code em font i nobr s small strike strong tt u");

    // What an end tag of an element outside does not end; </tr> and its like end cells all the same.
    private static readonly HashSet<string> Walls =
        Names("applet button caption desc foreignobject marquee math object ol select svg table td template th title ul");

    private static readonly HashSet<string> TableEnds = Names("table tbody td tfoot th thead tr caption");
    private static readonly HashSet<string> TableWalls = Names("table template");

    // Formatting that is open in these ends with them.
    private static readonly HashSet<string> Markers = Names("applet caption marquee object td template th");

    /// <summary>
    /// How many elements it has; null where they are more than <see cref="Limits.MarkupElements"/>, or nest deeper than
    /// <see cref="Limits.MarkupNesting"/>. Those that nobody closes count as open.
    /// </summary>
    public static int? Count(string markup)
    {
        var (elements, copies) = (0, 0);
        var open = new List<string>();
        for (var tags = new MarkupScanner(markup); tags.Read();)
        {
            var name = tags.Name.ToString().ToLowerInvariant();
            var at = tags.IsEnd || name is "a" or "nobr" ? Find(open, name) : -1;
            if (at >= 0)
            {
                elements += Close(open, at, name);
                copies = Math.Min(copies + open.Count - at, open.Count(Formatting.Contains));
            }

            if (at < 0 || !tags.IsEnd)
            {
                elements += 1 + copies + (tags.Attributes / AttributesPerElement);
                if (!tags.IsEnd && name.Length > 0 && !Void.Contains(name))
                {
                    open.Add(name);
                }
            }

            if (elements > Limits.Default.MarkupElements || open.Count > Limits.Default.MarkupNesting)
            {
                return null;
            }
        }

        return elements;
    }

    private static int Find(List<string> open, string name)
    {
        var at = open.LastIndexOf(name);
        var walls = TableEnds.Contains(name) ? TableWalls : Walls;
        return at < 0 || open.Skip(at + 1).Any(walls.Contains) ? -1 : at;
    }

    // Returns how many elements the parser makes of it. Formatting within what ends stays: it begins again in whatever follows.
    private static int Close(List<string> open, int at, string name)
    {
        if (Formatting.Contains(name))
        {
            open.RemoveAt(at);
            return Math.Min(MaxCopies, 4 * (open.Count - at));
        }

        var within = open.Skip(at + 1).TakeWhile(each => !Markers.Contains(each) && !Markers.Contains(name));
        var again = within.Where(Formatting.Contains).ToList();
        open.RemoveRange(at, open.Count - at);
        open.AddRange(again);
        return again.Count;
    }

    private static HashSet<string> Names(string names) => [.. names.Split(' ')];
}
