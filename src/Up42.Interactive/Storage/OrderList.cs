using System.Collections;

namespace Up42.Interactive;

/// <summary>Orders, the newest first.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class OrderList : IReadOnlyList<Order>, IDisplay
{
    private static readonly JobColumnData[] Columns =
    [
        new("name", false, "text"), new("status", false, "text"), new("kind", false, "text"), new("step", false, "text"), new("id", false, "text"),
    ];

    private readonly IReadOnlyList<Order> _orders;

    internal OrderList(IReadOnlyList<Order> orders, IReadOnlyList<JobFailure> failures) => (_orders, Failures) = (orders, failures);

    /// <summary>How many orders there are.</summary>
    public int Count => _orders.Count;

    /// <summary>The records that are not orders. Empty where all was well.</summary>
    public IReadOnlyList<JobFailure> Failures { get; }

    /// <summary>An order by its place.</summary>
    /// <param name="index">From 0.</param>
    public Order this[int index] => _orders[index];

    /// <inheritdoc/>
    public IEnumerator<Order> GetEnumerator() => _orders.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The orders as a table, as last seen.</summary>
    public string ToHtml() => new RowsTable
    {
        Title = $"Orders: {this}",
        Caption = ToString(),
        Noun = "order",
        Columns = Columns,
        Count = Count,
        Row = index => Row(_orders[index].Info),
        After = Failures.Count == 0 ? Html.Empty : Html.Format(
            $"<p>{DisplayText.CountIs(Failures.Count, "record")} left out: {string.Join(" ", Failures.Take(10).Select(failure => failure.ToString()))}</p>"),
    }.ToFragment().ToHtml();

    /// <summary>For example <c>3 orders: 2 FULFILLED, 1 PLACED</c>.</summary>
    public override string ToString() => SingleLine.Format(
        $"{DisplayText.Count(Count, "order")}{(Count == 0 ? "" : ": ")}"
            + $"{string.Join(", ", _orders.GroupBy(order => order.Status).Select(group => $"{group.Count()} {group.Key}"))}");

    private static JobCellData[] Row(OrderInfo order)
    {
        var (color, mark) = StatusHtml.Appearance(order.Status);
        return
        [
            new(order.DisplayName ?? ""), new(order.Status.Value, Color: color, Mark: mark), new(order.Type ?? ""), new(order.SubStatus ?? ""),
            new(order.Id, Code: true),
        ];
    }
}
