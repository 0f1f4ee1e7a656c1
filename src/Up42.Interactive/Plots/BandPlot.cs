using Plotly.NET;

namespace Up42.Interactive;

/// <summary>Pictures of rasters on axes, made by <c>PlotResults</c>. It holds the reduced pictures, not the rasters, and reads no file when shown.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class BandPlot : Plot
{
    private const int CaptionHeight = 88;
    private const int DefaultFrameWidth = 960;
    private const int MaxFrameHeight = 1400;

    private readonly IReadOnlyList<PlotTile> _tiles;
    private readonly IReadOnlyList<BandPanel> _panels;
    private readonly PlotOptions _options;
    private readonly SharedCaption _shared;

    internal BandPlot(IReadOnlyList<PlotTile> tiles, PlotOptions options)
    {
        _shared = SharedCaption.Of([.. tiles.Select(tile => tile.Panel).OfType<BandPanel>()]);
        _tiles = [.. tiles.Select(tile => tile with { Panel = tile.Panel is { } panel ? _shared.Without(panel) : null })];
        _panels = [.. _tiles.Select(tile => tile.Panel).OfType<BandPanel>()];
        _options = options;
    }

    /// <summary>The titles of the pictures, in their order.</summary>
    public IReadOnlyList<string> Titles => [.. _tiles.Select(tile => tile.Title)];

    private int Columns => _tiles.Count switch { <= 3 => _tiles.Count, 4 => 2, <= 9 => 3, _ => 4 };

    private int Rows => (_tiles.Count + Columns - 1) / Columns;

    /// <summary>The plot as Plotly.NET's chart, pictures included, to go on with; of several rasters, a grid.</summary>
    public override GenericChart ToChart() => BandFigure.Build(
        _shared.Bar is { } bar ? [_panels[0] with { Bar = bar }, .. _panels.Skip(1)] : _panels, Columns, _options.Axes, withPicture: true);

    /// <summary>What is plotted, in one line.</summary>
    public override string ToString() => SingleLine.Format(
        _tiles.Count == 1 ? $"{Title}: {string.Join("; ", _tiles[0].Notes)}" : $"{Title}: {string.Join(", ", Titles)}");

    private string Title => _tiles.Count == 1 ? $"Plot of {_tiles[0].Title}" : $"Plot of {_tiles.Count} rasters";

    private protected override byte[] ToPng() => new BandDrawing(_tiles, Columns, _options, _shared).ToPng();

    private protected override Fragment CreateFragment(Html content) => new()
    {
        Static = content,
        Page = PlotPage.Create(
            Title, content, Columns, _options.FigureSize.Height * Rows, _tiles.Select(PanelData), PlotBarData.Create(_shared.Bar, _shared.Stretched)),
        Height = FrameHeight(),
        ResponsiveHeight = RowsHeight(Columns),
        NarrowHeight = Columns > 1 ? RowsHeight(1) : null,
    };

    private PlotPanelData PanelData(PlotTile tile) => tile.Panel is not { } panel
        ? new PlotPanelData()
        : PlotPage.Panel(BandFigure.Build([panel], 1, _options.Axes, withPicture: false), panel.Frame.Aspect) with
        {
            Picture = _panels.Index().First(place => place.Item == panel).Index,
            Columns = panel.Pixels.Width,
            Values = PlotValuesData.Create(panel.ValuesFrame, panel.Values),
            Bar = PlotBarData.Create(panel.Bar, panel.Stretched),
        };

    internal override Html StaticHtml() => Html.Join([.. _tiles.Select(tile => Html.Format(
        $"""
        <figure>{Picture(tile.Panel)}<figcaption>{Heading(tile)}{Key(tile.Panel)}{Note(tile)}</figcaption></figure>

        """)), _shared.ToHtml()]);

    private static Html Heading(PlotTile tile) => Html.Format($"""<strong title="{tile.File}">{tile.Title}</strong><br>""");

    private static Html Key(BandPanel? panel) => panel?.Bar?.ToHtml() ?? panel?.Classes?.ToHtml() ?? Html.Empty;

    private static Html Note(PlotTile tile) => Html.Format(
        $"""<span class="u42-note">{(tile.Panel is null ? "Not shown. " : string.Empty)}{string.Join(" · ", tile.Notes)}</span>""");

    private static Html Picture(BandPanel? panel) =>
        panel is null ? Html.Empty : Html.Format($"""<img src="{panel.Source}" alt="{panel.Alt}" {Size(panel)}>""");

    /// <summary>The picture's size where no script sets it: its aspect on the ground, inside 720 × 540 pixels.</summary>
    private static Html Size(BandPanel panel)
    {
        var aspect = panel.Frame.Aspect;
        var width = Math.Max(1, Math.Round(Math.Min(720, 540 * aspect)));
        return Html.Format($"""width="{width}" height="{Math.Max(1, Math.Round(width / aspect))}" style="aspect-ratio:{aspect:0.####}" """);
    }

    private int SharedHeight => _shared.Notes.Count == 0 ? 0 : 44;

    /// <summary>What the page gives to the key that all pictures share.</summary>
    private int KeyWidth => _shared.Bar is null ? 0 : 104;

    /// <summary>What the page gives to the keys of classes, in each row.</summary>
    private int ClassesHeight => _panels.Max(panel => panel.Classes?.Height ?? 0);

    private int FrameHeight()
    {
        var margin = BandFigure.Margin(_panels, _options.Axes);
        var (across, down) = (margin["l"] + margin["r"], margin["t"] + margin["b"]);
        var width = ((Math.Min(DefaultFrameWidth, _options.FigureSize.Width) - KeyWidth) / Columns) - across;
        var tallest = _panels.Max(panel => Math.Min(_options.FigureSize.Height, (width / panel.Frame.Aspect) + down));
        return (int)Math.Min(MaxFrameHeight, (tallest + CaptionHeight + ClassesHeight) * Rows) + 12 + SharedHeight;
    }

    /// <summary>A row is as high as its tallest picture is at its width.</summary>
    private ResponsiveHeight RowsHeight(int columns)
    {
        const int MoreCaptionLines = 44;
        var (margin, aspect) = (BandFigure.Margin(_panels, _options.Axes), _panels.Min(panel => panel.Frame.Aspect));
        var (across, down) = (margin["l"] + margin["r"] + (KeyWidth / columns), margin["t"] + margin["b"] + CaptionHeight + MoreCaptionLines + ClassesHeight);
        var rows = (_tiles.Count + columns - 1) / columns;
        return new ResponsiveHeight(
            rows / (columns * aspect),
            (int)(rows * (down - (across / aspect))) + SharedHeight,
            (rows * (_options.FigureSize.Height + CaptionHeight + MoreCaptionLines + ClassesHeight)) + SharedHeight);
    }
}
