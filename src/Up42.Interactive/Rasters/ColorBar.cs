namespace Up42.Interactive;

/// <summary>The key of a picture of one band.</summary>
/// <param name="Title">The unit, or else the band.</param>
/// <param name="Minimum">The value of the first colour; what lies below has it too.</param>
/// <param name="Maximum">The value of the last colour.</param>
/// <param name="Colors">Evenly spaced, as <c>#rrggbb</c>.</param>
internal sealed record ColorBar(string Title, double Minimum, double Maximum, IReadOnlyList<string> Colors);
