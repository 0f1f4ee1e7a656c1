namespace Up42.Interactive;

/// <summary>
/// A display inside somebody else's page: the static answer, and where the host lets a frame and its style stand, a framed page in
/// place of it. The static part stands alone in every host that strips frames, styles or scripts; it carries no ids.
/// </summary>
internal sealed record Fragment
{
    private const int NarrowWidth = 640;

    private static readonly Html Sandbox = Html.Trusted("allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox");

    /// <summary>What the display answers, as plain tables, pictures, <c>details</c>; colours only as hexadecimal numbers.</summary>
    public required Html Static { get; init; }

    /// <summary>The interactive page; null where the static part is all there is.</summary>
    public Page? Page { get; init; }

    /// <summary>The frame's height in CSS pixels.</summary>
    public int Height { get; init; } = 480;

    /// <summary>
    /// How the height follows the frame's width; null where it is always <see cref="Height"/>, as it is in a host that knows no container
    /// units.
    /// </summary>
    public ResponsiveHeight? ResponsiveHeight { get; init; }

    /// <summary>As <see cref="ResponsiveHeight"/>, up to <see cref="NarrowWidth"/> pixels of width, where a page puts its columns below each other.</summary>
    public ResponsiveHeight? NarrowHeight { get; init; }

    /// <summary>
    /// The fragment, without a final line break. One that is larger than <see cref="Limits.FragmentCharacters"/> is the static part alone,
    /// or where that is too large as well, a sentence: a notebook stays one that opens.
    /// </summary>
    public string ToHtml() => ToHtml(Limits.Default.FragmentCharacters);

    internal string ToHtml(int maxCharacters)
    {
        var whole = Render(Static, Frame());
        if (whole.Length <= maxCharacters)
        {
            return whole;
        }

        var size = FileSize.Format(whole.Length);
        var plain = Page is null ? whole : Render(
            Html.Format($"""{Static}<p>The interactive part takes {size}, too much for a cell, and is left out; SaveHtml(path) writes it.</p>"""), Html.Empty);
        return plain.Length <= maxCharacters
            ? plain
            : Render(Html.Format($"<p>This display takes {size}, too much for a cell. Show a part of it.</p>"), Html.Empty);
    }

    private static string Render(Html content, Html frame) => Html.Format(
        $"""
        <div class="u42-v1 tex2jax_ignore mathjax_ignore"><style>{WebAsset.Text("fragment.css")}</style>
        {frame}<div class="u42-s" tabindex="0">{content}</div></div>
        """).ToString();

    private Html Frame() =>
        Page is null
            ? Html.Empty
            : Html.Format($"""<iframe title="{Page.Title}" {Attributes()} srcdoc="{Page.ToHtml().Quoted()}"></iframe>{'\n'}""");

    private Html Attributes() => Html.Format(
        $"""
        sandbox="{Sandbox}" allow="fullscreen; clipboard-write" width="100%" height="{Height}" style="{Style()}"
        """);

    private string Style() => $"display:none;width:100%;height:{Height}px;{HeightStyle()}border:0";

    /// <summary>A length by the width of the fragment, which its style makes a container.</summary>
    private string HeightStyle() => (ResponsiveHeight, NarrowHeight) switch
    {
        (null, _) => string.Empty,
        ({ } wide, null) => $"height:{wide.Css};",

        // In a container wider than that the second length is negative.
        ({ } wide, { } narrow) => $"height:max({wide.Css},min({narrow.Css},calc({1000 * NarrowWidth}px - 100000cqi)));",
    };
}
