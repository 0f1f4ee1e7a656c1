namespace Up42.Interactive;

/// <summary>A side of a comparison, or a date of a timeline.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Date">When it was taken; null where that is unknown or does not matter.</param>
internal sealed record MapStep(string Label, DateTimeOffset? Date = null);
