namespace Up42.Interactive;

/// <summary>What a chart of a table shows: read once, drawn by Plotly and as a static picture, and told as a table.</summary>
/// <param name="Mark">How its values are drawn.</param>
/// <param name="Title">Its heading.</param>
/// <param name="X">The values across.</param>
/// <param name="YTitle">What the values upward are.</param>
/// <param name="Groups">Its points by group; there is one at least, with one at least.</param>
internal sealed record TableChart(ChartMark Mark, string Title, ChartScale X, string YTitle, IReadOnlyList<ChartGroup> Groups)
{
    /// <summary>The column whose values part the groups; null where there is one group alone.</summary>
    public string? GroupTitle { get; init; }

    /// <summary>The key of points that are coloured along a scale; null of none.</summary>
    public ColorBar? Bar { get; init; }

    /// <summary>What is not shown, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The size at most.</summary>
    public FigureSize Size { get; init; }

    public IEnumerable<ChartPoint> Points => Groups.SelectMany(group => group.Points);

    /// <summary>Whether bars lie, because their names are too long to stand below them.</summary>
    public bool IsLying => Mark == ChartMark.Bars && X.Names is { } names
        && names.Sum(name => TextLayout.Width(name, TextStyle.Number) + 14) > Size.Width - 110;

    /// <summary>The height in pixels: bars that lie have as much as their names need.</summary>
    public int Height => IsLying ? Math.Max(Size.Height, 120 + (X.Names!.Count * Math.Max(22, 8 * Groups.Count))) : Size.Height;
}

/// <summary>How values are drawn.</summary>
internal enum ChartMark
{
    /// <summary>Points with a line through them.</summary>
    Lines,

    /// <summary>Points.</summary>
    Points,

    /// <summary>Bars of one width, beside each other.</summary>
    Bars,

    /// <summary>Bars from one number to the next.</summary>
    Bins,
}

/// <summary>Points of one colour and shape.</summary>
/// <param name="Name">What a legend says.</param>
/// <param name="Color">As <c>#rrggbb</c>.</param>
/// <param name="Points">The points, in the order in which a line goes through them.</param>
internal sealed record ChartGroup(string Name, string Color, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>The colours and shapes of groups by their place: a colour comes again in another shape.</summary>
    public static string ColorAt(int index) => CategoryPalette.OnAnyGround[index % CategoryPalette.OnAnyGround.Count];

    /// <summary>The shape of a group's points by its place.</summary>
    public static MarkShape ShapeAt(int index) => (MarkShape)(index % 4);
}

/// <summary>A point.</summary>
/// <param name="X">Its place on <see cref="ChartScale"/>; of a bin its middle.</param>
/// <param name="Y">Its value.</param>
internal readonly record struct ChartPoint(double X, double Y)
{
    /// <summary>The value that colours it along a scale; null of none.</summary>
    public double? Measure { get; init; }

    /// <summary>Its own colour; null: its group's.</summary>
    public string? Color { get; init; }

    /// <summary>The width of a bin.</summary>
    public double Width { get; init; }
}
