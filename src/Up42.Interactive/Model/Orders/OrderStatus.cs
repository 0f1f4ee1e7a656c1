namespace Up42.Interactive;

/// <summary>
/// The status of an order, as the server names it. The known ones are members of this type; one that is not known is carried through unchanged.
/// </summary>
public readonly struct OrderStatus : IEquatable<OrderStatus>
{
    private readonly string? _value;

    /// <summary>A status by its name on the wire.</summary>
    /// <param name="value">For example <c>PLACED</c>; case does not matter.</param>
    public OrderStatus(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Trim();
    }

    /// <summary>Made, and not yet with the provider.</summary>
    public static OrderStatus Created { get; } = new("CREATED");

    /// <summary>On its way to the provider.</summary>
    public static OrderStatus BeingPlaced { get; } = new("BEING_PLACED");

    /// <summary>With the provider.</summary>
    public static OrderStatus Placed { get; } = new("PLACED");

    /// <summary>The provider delivers; a part may be in storage already.</summary>
    public static OrderStatus BeingFulfilled { get; } = new("BEING_FULFILLED");

    /// <summary>Ended: all is in storage.</summary>
    public static OrderStatus Fulfilled { get; } = new("FULFILLED");

    /// <summary>Ended without a delivery.</summary>
    public static OrderStatus FailedPermanently { get; } = new("FAILED_PERMANENTLY");

    /// <summary>Ended on request.</summary>
    public static OrderStatus Canceled { get; } = new("CANCELED");

    /// <summary>Ended: the provider did not take it.</summary>
    public static OrderStatus PlacementFailed { get; } = new("PLACEMENT_FAILED");

    /// <summary>The name on the wire; <c>UNKNOWN</c> where the server gave none.</summary>
    public string Value => _value ?? "UNKNOWN";

    /// <summary>Whether all that was ordered is in storage.</summary>
    public bool IsFulfilled => this == Fulfilled;

    /// <summary>Whether the order will not change any more.</summary>
    public bool IsTerminal => IsFulfilled || IsFailed || this == Canceled;

    /// <summary>Whether the order goes on.</summary>
    public bool InProgress => this == Created || this == BeingPlaced || this == Placed || this == BeingFulfilled;

    /// <summary>Whether this is one of the eight statuses that UP42 documents.</summary>
    public bool IsKnown => IsTerminal || InProgress;

    internal bool IsFailed => this == FailedPermanently || this == PlacementFailed;

    /// <summary>Whether two statuses are the same; case does not matter.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">Another status.</param>
    public static bool operator ==(OrderStatus left, OrderStatus right) => left.Equals(right);

    /// <summary>Whether two statuses differ; case does not matter.</summary>
    /// <param name="left">One status.</param>
    /// <param name="right">Another status.</param>
    public static bool operator !=(OrderStatus left, OrderStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OrderStatus other) => Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OrderStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.OrdinalIgnoreCase);

    /// <summary>The name on the wire.</summary>
    public override string ToString() => SingleLine.Format(Value);

    internal static OrderStatus Parse(string? value) => string.IsNullOrWhiteSpace(value) ? default : new(value);
}
