namespace Up42.Interactive;

/// <summary>What to do where a disk refuses.</summary>
/// <param name="Elsewhere">Another place to write to.</param>
/// <param name="WhenFull">The disk is full.</param>
internal sealed record DiskAdvice(string Elsewhere, string WhenFull)
{
    public static DiskAdvice Download { get; } =
        new("Choose another outputDirectory.", "Make room and call again: what has arrived is not fetched again.");

    public static DiskAdvice Cache { get; } =
        new("Name another folder in the variable UP42_CACHE.", "Make room, or name another folder in the variable UP42_CACHE.");
}
