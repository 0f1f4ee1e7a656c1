namespace Up42.Interactive;

/// <summary>What was read: by band the values and the mask.</summary>
/// <param name="Values">The values as stored.</param>
/// <param name="Masks">0 where a band has no data, else its opacity.</param>
/// <param name="IsOverview">Whether they come from an overview, which may hold averages.</param>
internal readonly record struct ReadPixels(double[][] Values, byte[][] Masks, bool IsOverview);
