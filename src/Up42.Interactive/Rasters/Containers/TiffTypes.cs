namespace Up42.Interactive;

/// <summary>The types of a TIFF's values, by their numbers.</summary>
internal static class TiffTypes
{
    private static readonly byte[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    /// <summary>The bytes of one value; 0 of a type that there is not.</summary>
    public static int SizeOf(int type) => type < Sizes.Length ? Sizes[type] : 0;
}
