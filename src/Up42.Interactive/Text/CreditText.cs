namespace Up42.Interactive;

/// <summary>Credits in words.</summary>
internal static class CreditText
{
    // So that a sum of costs never overflows, whatever a server says that each was.
    private const decimal MaxCost = 1e18m;

    /// <summary>What several costs come to.</summary>
    public static decimal Sum(IEnumerable<decimal> costs) => costs.Sum(cost => Math.Clamp(cost, -MaxCost, MaxCost));

    /// <summary>For example <c>100 credits</c>; a cost that is not known is said so.</summary>
    public static string Format(decimal? credits) => credits switch
    {
        null => "cost unknown",
        1 => "1 credit",
        { } used => $"{NumberText.Format((double)used, digits: 9, grouped: true)} credits",
    };
}
