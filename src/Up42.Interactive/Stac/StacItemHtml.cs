using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The card of an item. Facts have the names, the order and the units that STAC's own browser gives them.</summary>
internal static class StacItemHtml
{
    private const int MaxAssets = 50;
    private const int MaxBands = 12;

    /// <summary>Why an outline may have no picture.</summary>
    public const string WhyNotDrawn = "no position on the globe, or too many of them.";

    public static Html Render(StacItem item) => Html.Join(
    [
        Html.Format($"""<div style="display:flex;flex-wrap:wrap;column-gap:36px"><div>{Facts(item)}</div><div>{Picture(item)}{Place(item)}</div></div>"""),
        Assets(item),
        Next(item),
    ]);

    /// <summary>The item's outline, or else its box; null where it has none that lies on the globe.</summary>
    public static InputArea? Area(StacItem item) => (item.Raw.Find("geometry") is { } geometry ? InputArea.Find(geometry) : null)
        ?? (item.Raw.Find("bbox") is { } box ? InputArea.Box(box) : null);

    /// <summary>Whether it says where it lies, be that on the globe or not.</summary>
    public static bool NamesPlace(StacItem item) =>
        item.Raw.Find("geometry") is { ValueKind: JsonValueKind.Object } || item.Raw.Find("bbox") is { ValueKind: JsonValueKind.Array };

    /// <summary>For example <c>0.37 m</c>; empty for no size.</summary>
    public static string Meters(double? size) => size is { } known ? $"{NumberText.Format(known, digits: 2)} m" : "";

    /// <summary>For example <c>3 %</c>; empty for no share.</summary>
    public static string Percent(double? percent) => percent is { } known ? $"{NumberText.Format(known, digits: 3)} %" : "";

    private static Html Picture(StacItem item) => item.Thumbnail is not { } picture ? Html.Empty : Html.Format(
        $"""<figure style="margin:0 0 10px 0">{picture.ToHtml(Name(item))}</figure>""");

    /// <summary>What it is called, in one line.</summary>
    public static string Name(StacItem item) => SingleLine.Format(item.Title ?? item.Id);

    private static Html Facts(StacItem item) => FactsTable.Create(
        FactsHtml.Title("STAC item", item.Title),
        ("Id", FactsHtml.Code(item.Id)),
        ("Collection", FactsHtml.Code(item.CollectionId)),
        ("Tags", FactsHtml.Text(string.Join(", ", item.Tags))),
        ("Time of Data", Time(item)),
        ("Platform", FactsHtml.Text(item.Platform)),
        ("Constellation", FactsHtml.Text(item.Constellation)),
        ("GSD", FactsHtml.Text(Meters(item.Gsd))),
        ("Cloud Cover", FactsHtml.Text(Percent(item.CloudCover))),
        ("View", Angles(("azimuth", item.Azimuth), ("incidence angle", item.IncidenceAngle))),
        ("Sun", Angles(("azimuth", item.SunAzimuth), ("elevation", item.SunElevation))),
        ("EPSG", item.Epsg is { } code ? Html.Format($"{code}") : Html.Empty),
        ("Kind", FactsHtml.Text(string.Join(", ", new[] { item.Modality, item.DataType }.OfType<string>()))),
        ("Product", FactsHtml.NameAndId(item.CollectionName, item.ProductId)),
        ("Source", FactsHtml.Text(item.Source)),
        ("Order", FactsHtml.Code(item.OrderId)),
        ("Processing job", FactsHtml.Code(item.JobId)));

    private static Html Time(StacItem item) => (item.StartDatetime, item.EndDatetime) switch
    {
        ({ } start, { } end) when DisplayText.Date(start) != DisplayText.Date(end) => Html.Format($"{DisplayText.Date(start)} – {DisplayText.Date(end)}"),
        _ => FactsHtml.Date(item.Taken),
    };

    private static Html Angles(params (string Name, double? Degrees)[] angles) => FactsHtml.Text(string.Join(
        ", ", angles.Where(angle => angle.Degrees is not null).Select(angle => $"{angle.Name} {NumberText.Format(Math.Round(angle.Degrees!.Value, 1))}°")));

    private static Html Place(StacItem item) => Area(item) is { } area ? OutlineHtml.Render(area, "Footprint")
        : NamesPlace(item) ? Html.Format($"<p>Footprint not drawn: {WhyNotDrawn}</p>")
        : Html.Empty;

    private static Html Assets(StacItem item)
    {
        var rest = item.Assets.Count - MaxAssets;
        return item.Assets.Count == 0 ? Html.Format($"<p>It has no asset.</p>") : Html.Format(
            $"<table><caption>{DisplayText.Count(item.Assets.Count, "asset")}</caption><thead><tr>"
                + $"""<th scope="col">asset</th><th scope="col">roles</th><th scope="col">type</th><th scope="col">bands</th>"""
                + $"""<th scope="col" align="right">GSD</th><th scope="col" align="right">size</th></tr></thead>"""
                + $"<tbody>{item.Assets.Values.Take(MaxAssets).Select(Asset)}</tbody></table>"
                + $"""{(rest <= 0 ? Html.Empty : Html.Format($"<p>{DisplayText.Count(rest, "more asset")} not shown.</p>"))}""");
    }

    private static Html Asset(StacAsset asset)
    {
        var bands = asset.Bands;
        var named = SingleLine.Format(string.Join(", ", bands.Take(MaxBands))) + (bands.Count > MaxBands ? $" and {bands.Count - MaxBands} more" : "");
        return Html.Format(
            $"""<tr><th scope="row">{SingleLine.Format(asset.Title ?? asset.Key)}</th>"""
                + $"""<td>{SingleLine.Format(string.Join(", ", asset.Roles))}</td><td>{SingleLine.Format(TypeOf(asset))}</td><td>{named}</td>"""
                + $"""<td align="right">{Meters(asset.Gsd)}</td><td align="right">{(asset.Length is { } size ? FileSize.Format(size) : "")}</td></tr>{'\n'}""");
    }

    private static string TypeOf(StacAsset asset) => asset switch
    {
        { IsRaster: true, MediaType: { } type } when type.Contains("cloud-optimized", StringComparison.OrdinalIgnoreCase) => "cloud-optimized GeoTIFF",
        { IsRaster: true } when !asset.MediaType!.Contains("jp2", StringComparison.OrdinalIgnoreCase) => "GeoTIFF",
        { IsVector: true } => "GeoJSON",
        _ => asset.MediaType ?? "",
    };

    private static Html Next(StacItem item) => item.Assets.Count == 0 ? Html.Empty : item.Origin is null
        ? Html.Format($"<p>Its files are in storage: <code>await up42.Storage.GetItemAsync(id)</code> gets it with them.</p>")
        : Html.Format(
            $"<p>Next: <code>var results = await item.OpenAsync()</code> looks at its files in storage, <code>DownloadAsync()</code> brings them; "
                + $"then <code>results.PlotResults()</code> and <code>results.MapResults()</code> show them.</p>");
}
