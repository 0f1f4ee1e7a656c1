namespace Up42.Interactive;

/// <summary>Credits in words.</summary>
internal static class CreditText
{
    /// <summary>For example <c>100 credits</c>; a cost that is not known is said so.</summary>
    public static string Format(decimal? credits) => credits switch
    {
        null => "cost unknown",
        1 => "1 credit",
        { } used => $"{NumberText.Format((double)used, digits: 9, grouped: true)} credits",
    };
}
