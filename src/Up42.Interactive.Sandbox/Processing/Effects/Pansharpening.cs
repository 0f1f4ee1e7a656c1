namespace Up42.Interactive.Sandbox;

/// <summary>Brovey's transformation: the coarse bands times the fine brightness by the coarse brightness.</summary>
internal static class Pansharpening
{
    /// <param name="coarse">The multispectral bands.</param>
    /// <param name="pan">The panchromatic band of the same area.</param>
    /// <param name="weights">How much of each band the panchromatic one sees; empty: the same of each.</param>
    public static RasterData Sharpen(RasterData coarse, RasterData pan, IReadOnlyDictionary<string, double> weights)
    {
        var shares = coarse.Names.Select(name => weights.Count == 0 ? 1f : (float)weights.GetValueOrDefault(name)).ToArray();
        var total = shares.Sum();
        var fine = Resampling.Onto(coarse, pan.Grid);
        var (brightness, panchromatic) = (new float[pan.Bands[0].Length], pan.Bands[0]);
        foreach (var (band, share) in shares.Index())
        {
            for (var i = 0; i < brightness.Length; i++)
            {
                brightness[i] += share / total * fine.Bands[band][i];
            }
        }

        // The panchromatic band as bright as the others together: colours stay what they are.
        var level = brightness.Average() / Math.Max(1e-6f, panchromatic.Average());
        foreach (var band in fine.Bands)
        {
            for (var i = 0; i < brightness.Length; i++)
            {
                band[i] *= brightness[i] > 0 ? level * panchromatic[i] / brightness[i] : 0;
            }
        }

        return fine;
    }
}
