namespace Up42.Interactive;

/// <summary>The facts of a collection.</summary>
internal static class StacCollectionHtml
{
    /// <summary>How high the facts are, about, in pixels.</summary>
    public const int Height = 300;

    public static Html Render(StacCollection collection) => FactsTable.Create(
        FactsHtml.Title("STAC collection", collection.Title),
        ("Id", FactsHtml.Code(collection.Id)),
        ("Description", FactsHtml.Text(collection.Description)),
        ("Time of Data", Time(collection)),
        ("Kind", FactsHtml.Text(string.Join(", ", new[] { collection.Modality, collection.DataType }.OfType<string>()))),
        ("Keywords", FactsHtml.Text(string.Join(", ", collection.Keywords))),
        ("Providers", FactsHtml.Text(string.Join(", ", collection.Providers))),
        ("License", FactsHtml.Text(collection.License)),
        ("Order", FactsHtml.Code(collection.OrderId)),
        ("Processing job", FactsHtml.Code(collection.JobId)));

    private static Html Time(StacCollection collection) => (collection.Start, collection.End) switch
    {
        ({ } start, { } end) when start != end => Html.Format($"{DisplayText.Date(start)} – {DisplayText.Date(end)}"),
        var (start, end) => FactsHtml.Date(start ?? end),
    };
}
