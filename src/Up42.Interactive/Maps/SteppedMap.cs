using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Images and features in steps, of which a page shows one or two at a time: what comparisons and timelines are made of.</summary>
internal sealed class SteppedMap
{
    private static readonly Html OwnHead = Html.Trusted("""<th scope="col">What it shows</th>""");

    private readonly IReadOnlyList<byte[]> _pictures;

    /// <summary>Draws a picture of each step from the images' pixels, and keeps none of these.</summary>
    /// <param name="contents">What the map shows.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="width">Each picture's width.</param>
    public SteppedMap(MapContents contents, IReadOnlyList<MapStep> steps, double width)
    {
        (Contents, Steps) = (contents, steps);
        Parallel.ForEach(contents.Images, image => _ = image.Picture.Value);
        _pictures = StepPictures.ToWebP(Maps, width);
        Contents = contents with { Images = [.. contents.Images.Select(image => image with { Colors = null })] };
    }

    public MapContents Contents { get; }

    public IReadOnlyList<MapStep> Steps { get; }

    /// <summary>What the map is fitted to, in degrees.</summary>
    public Envelope Bounds => Contents.Frame;

    /// <summary>What is not shown, in words.</summary>
    public IReadOnlyList<string> Remarks => [.. Contents.Remarks, .. Contents.Vectors.Remarks];

    /// <summary>The fragment.</summary>
    /// <param name="title">What the page is called.</param>
    /// <param name="content">The static part.</param>
    /// <param name="mode">How the steps are shown at first.</param>
    /// <param name="details">The detail that the page of a file has.</param>
    public Fragment ToFragment(string title, Html content, string mode, MapDetails? details = null) => new()
    {
        Static = content,
        Page = MapPage.Create(title, content, Contents.Options, (details ?? MapDetails.None).Announce(CreateData(mode))),
        Height = Contents.Options.Height,
    };

    /// <summary>The page of a file.</summary>
    /// <inheritdoc cref="ToFragment"/>
    public Page ToPage(string title, Html content, string mode, MapDetails details) =>
        MapPage.Create(title, content, Contents.Options, details.AddTo(CreateData(mode))) with { Attachments = details.Attachments };

    /// <summary>A picture of each step below its label.</summary>
    /// <param name="width">How wide each is shown, for hosts that let styles stand.</param>
    public Html Figures(string width) => Html.Format(
        $"""<div style="display:flex;flex-wrap:wrap;gap:4px 16px">{Steps.Select((_, step) => Figure(step, width))}</div>{'\n'}""");

    /// <summary>What each step shows, and what is missing.</summary>
    /// <param name="step">What a step is, as the head of a column.</param>
    public Html Facts(string step)
    {
        var common = Contents.Images.SelectMany(image => image.Notes.Distinct()).CountBy(note => note)
            .Where(note => note.Value == Contents.Images.Count).Select(note => note.Key).ToList();
        var hasOwn = Contents.Images.Any(image => image.Notes.Except(common).Any());
        return Html.Format(
            $"""
            <p>{string.Join(" · ", common)}</p>
            <table><thead><tr><th scope="col">{step}</th><th scope="col">Image</th>{(hasOwn ? OwnHead : Html.Empty)}</tr></thead>
            <tbody>{Contents.Images.Select(Row)}</tbody></table>
            {Bars()}{ImageClasses.ToHtml(ImageClasses.Create(Contents.Images))}{Remarks.Select(remark => Html.Format($"<p>{remark}</p>"))}
            """);

        Html Row(MapImage image) => Html.Format(
            $"<tr><td>{Steps[image.Step ?? 0].Label}</td><td>{image.Name}</td>{(hasOwn ? Own(image) : Html.Empty)}</tr>");

        Html Own(MapImage image) => Html.Format($"<td>{string.Join(" · ", image.Notes.Except(common))}</td>");
    }

    /// <summary>All pictures on one sheet, as PNG.</summary>
    public byte[] ToPng(int columns) => StepPictures.ToPng(Maps, [.. Steps.Select(step => step.Label)], columns);

    private Html Figure(int step, string width) => Html.Format(
        $"""<figure style="width:{width};margin:0 0 10px 0"><figcaption><strong>{Steps[step].Label}</strong></figcaption>"""
            + $"""<img src="{DataUri.WebP(_pictures[step])}" alt="{Steps[step].Label}, {GeometryText.Describe(Bounds)}" """
            + $"""width="{StepPictures.ShownWidth(_pictures.Count)}"></figure>{'\n'}""");

    private Html Bars() => Html.Join([.. StepPictures.Bars(Contents.Images).Select(bar => bar.ToHtml())]);

    private MapPageData CreateData(string mode) =>
        Contents.CreateData(Bounds, Contents.Options) with { Steps = [.. Steps.Select(MapStepData.Create)], Mode = mode };

    private IReadOnlyList<StaticMap> Maps =>
    [
        .. Steps.Select((_, step) => new StaticMap
        {
            Bounds = Bounds,
            Images = [.. Contents.Images.Where(image => image.Step == step)],
            Layers = [.. Contents.Vectors.Layers.Where(layer => layer.Step is null || layer.Step == step)],
        }),
    ];
}
