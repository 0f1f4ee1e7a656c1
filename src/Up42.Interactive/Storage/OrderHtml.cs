namespace Up42.Interactive;

/// <summary>The card of an order, with its steps.</summary>
internal static class OrderHtml
{
    private static readonly OrderStatus[] Steps =
        [OrderStatus.Created, OrderStatus.BeingPlaced, OrderStatus.Placed, OrderStatus.BeingFulfilled, OrderStatus.Fulfilled];

    public static Html Render(OrderInfo order, DateTimeOffset seenAt) => Html.Join(
    [
        Html.Format($"""<div style="display:flex;flex-wrap:wrap;column-gap:36px"><div>{Facts(order, seenAt)}</div>{Area(order)}</div>"""),
        Progress(order.Status),
        Next(order),
    ]);

    /// <summary>The card of an order that somebody waits for.</summary>
    public static LiveCard Live(OrderInfo order, TimeSpan waited)
    {
        var time = order.Status.IsTerminal ? "" : $", waiting for {DisplayText.Duration(waited)}";
        return new LiveCard
        {
            Text = SingleLine.Format($"Order {order}{time}"),
            Line = Html.Format($"Order <b>{SingleLine.Format(order.DisplayName ?? order.Id)}</b> {StatusHtml.Render(order.Status)}{time}"),
            IsBusy = !order.Status.IsTerminal,
        };
    }

    private static Html Facts(OrderInfo order, DateTimeOffset seenAt) => FactsTable.Create(
        FactsHtml.Title("Order", order.DisplayName),
        ("Status", Html.Format($"{StatusHtml.Render(order.Status)} seen {DisplayText.Date(seenAt)}")),
        ("Step", FactsHtml.Text(order.SubStatus)),
        ("Kind", FactsHtml.Text(order.Type)),
        ("Id", FactsHtml.Code(order.Id)),
        ("Product", FactsHtml.Code(order.DataProductId)),
        ("Scene", FactsHtml.Code(order.ImageId)),
        ("Acquisition", Window(order)),
        ("Mode", FactsHtml.Text(order.AcquisitionMode)),
        ("Most cloud cover", FactsHtml.Text(order.MaxCloudCover is { } cloud ? $"{NumberText.Format(cloud)} %" : null)),
        ("Most incidence angle", FactsHtml.Text(order.MaxIncidenceAngle is { } angle ? $"{NumberText.Format(angle)}°" : null)),
        ("Resolution", FactsHtml.Text(order.Resolution)),
        ("Workspace", FactsHtml.Code(order.WorkspaceId)),
        ("Tags", FactsHtml.Text(string.Join(", ", order.Tags))));

    private static Html Window(OrderInfo order) => (order.AcquisitionStart, order.AcquisitionEnd) switch
    {
        ({ } start, { } end) => Html.Format($"{DisplayText.Date(start)} – {DisplayText.Date(end)}"),
        var (start, end) => FactsHtml.Date(start ?? end),
    };

    private static Html Area(OrderInfo order) => order.Area is { } area && InputArea.Find(area) is { } found ? OutlineHtml.Render(found, "Area") : Html.Empty;

    // An order that failed or is of a status unknown here has no place among the steps.
    private static Html Progress(OrderStatus status)
    {
        var at = Array.IndexOf(Steps, status);
        return at < 0 ? Html.Empty : Html.Format($"<p>{Steps.Select((step, index) => Step(step, index, at))}</p>");
    }

    private static Html Step(OrderStatus step, int index, int at)
    {
        var mark = index < at || step.IsTerminal && index == at ? "✓ " : "";
        var name = index == at ? Html.Format($"<b>{mark}{step.Value}</b>") : Html.Format($"{mark}{step.Value}");
        return index == 0 ? name : Html.Format($" → {name}");
    }

    private static Html Next(OrderInfo order)
    {
        var (code, words) = order switch
        {
            { Status.IsFulfilled: true } => ("await order.GetItemsAsync()", "has what it brought to storage."),
            { Status.IsTerminal: true } => ("await up42.GetOrdersAsync()", "has the others."),
            { IsTasking: true } => ("await order.GetCoverageAsync()", "tells how much of the area has been delivered."),
            _ => ("await order.TrackAsync()", "waits until it ends."),
        };
        return Html.Format($"<p>Next: <code>{code}</code> {words}</p>");
    }
}
