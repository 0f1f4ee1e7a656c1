namespace Up42.Interactive;

/// <summary>An axis of a Plotly figure.</summary>
internal static class PlotlyAxis
{
    private const int TitleSize = 12;
    private const int NumberSize = 11;

    /// <summary>What all axes share; a figure sets the rest.</summary>
    /// <param name="title">What the axis shows, as plain text.</param>
    public static Dictionary<string, object> Create(string title) => new()
    {
        ["title"] = Title(title),
        ["tickfont"] = Font(NumberSize),
        ["zeroline"] = false,
    };

    /// <summary>The title of an axis or a colour bar.</summary>
    public static Dictionary<string, object> Title(string title) => new() { ["text"] = FigureText.Escape(title), ["font"] = Font(TitleSize) };

    /// <summary>The font of numbers.</summary>
    public static Dictionary<string, int> NumberFont => Font(NumberSize);

    private static Dictionary<string, int> Font(int size) => new() { ["size"] = size };
}
