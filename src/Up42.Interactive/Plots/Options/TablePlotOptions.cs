namespace Up42.Interactive;

/// <summary>How a plot of a table looks.</summary>
public sealed record TablePlotOptions
{
    /// <summary>The heading.</summary>
    /// <value>Null (the default): the names of the columns.</value>
    public string? Title { get; init; }

    /// <summary>What the axis across is called.</summary>
    /// <value>Null (the default): the name of the column.</value>
    public string? XTitle { get; init; }

    /// <summary>What the axis upward is called.</summary>
    /// <value>Null (the default): the name of the column, or what is counted.</value>
    public string? YTitle { get; init; }

    /// <summary>The size of the plot; bars with long names grow beyond its height.</summary>
    /// <value>The default is 960 × 420 pixels.</value>
    public FigureSize FigureSize { get; init; } = FigureSize.Pixels(960, 420);

    /// <summary>The colours of a column of numbers that colours points.</summary>
    /// <value>Null (the default): few different numbers have one colour each, others viridis.</value>
    public ColorScale? ColorScale { get; init; }

    /// <summary>How numbers that colour points become classes.</summary>
    /// <value>Null (the default): they lie along the colour scale.</value>
    public Classification? Classification { get; init; }
}
