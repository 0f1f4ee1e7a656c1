namespace Up42.Interactive;

/// <summary>What one image of a map may cost, so that the whole keeps to its size.</summary>
/// <param name="Size">Pixels on the longer side.</param>
/// <param name="Bytes">Bytes of the encoded picture.</param>
/// <param name="ValuesBytes">Bytes of the values that the pointer reads.</param>
internal sealed record MapImageBudget(int Size, int Bytes, int ValuesBytes)
{
    private const int AllPixels = 9_000_000;
    private const int AllBytes = 1_250_000;
    private const int AllValuesBytes = 450_000;
    private const int AllRestyledBytes = 600_000;
    private const int AllRestyledValuesBytes = 1_100_000;
    private const int AllSteppedBytes = 800_000;
    private const int BitsPerValue = 4;

    /// <summary>The share of each of some images.</summary>
    /// <param name="images">How many there are.</param>
    /// <param name="maxSize">Pixels on the longer side at most, as the user wants it.</param>
    /// <param name="isRestyled">Whether the values of all bands take the place of a better picture.</param>
    /// <param name="isStepped">Whether values are compared, and take as much as the pictures.</param>
    /// <param name="features">What features take of the map.</param>
    public static MapImageBudget For(int images, int maxSize, bool isRestyled = false, bool isStepped = false, int features = FeatureBudget.Few)
    {
        var left = 1 - ((double)(features - FeatureBudget.Few) / (AllBytes + AllValuesBytes));
        var (allBytes, allValuesBytes) = isRestyled ? (AllRestyledBytes, AllRestyledValuesBytes)
            : isStepped ? (AllSteppedBytes, AllSteppedBytes)
            : (AllBytes, AllValuesBytes);
        var (bytes, valuesBytes) = ((int)(left * allBytes), (int)(left * allValuesBytes));
        return new(Math.Max(1, Math.Min(maxSize, (int)Math.Sqrt((double)AllPixels / images))), bytes / images, Math.Max(4_000, valuesBytes / images));
    }

    /// <summary>Pixels on the longer side of bands whose values fit with some bits each.</summary>
    public int ValuesSize(int bands) => Math.Max(1, (int)Math.Sqrt(8.0 * ValuesBytes / (BitsPerValue * bands)));
}
