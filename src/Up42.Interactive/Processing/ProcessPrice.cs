namespace Up42.Interactive;

/// <summary>What a process costs.</summary>
/// <param name="Credits">Credits for each unit.</param>
/// <param name="Unit">The unit, for example <c>SQ_KM</c>; null where the server names none.</param>
public sealed record ProcessPrice(decimal Credits, string? Unit)
{
    /// <summary>For example <c>2 credits per km²</c>.</summary>
    public override string ToString() =>
        SingleLine.Format(Unit is null ? CreditText.Format(Credits) : $"{CreditText.Format(Credits)} per {NameOf(Unit)}");

    /// <summary>A unit as readers know it.</summary>
    internal static string NameOf(string unit) => unit.ToUpperInvariant() switch
    {
        "SQ_KM" => "km²",
        "ITEM" => "item",
        _ => unit,
    };
}
