using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Bytes as a picture.</summary>
internal static class PngPicture
{
    /// <summary>Encodes red, green and blue as PNG.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="bands">Three arrays of width × height.</param>
    public static byte[] Encode(int width, int height, IReadOnlyList<byte[]> bands)
    {
        using var picture = GdalDataset.CreateInMemory(width, height, bands.Count, GdalDataType.Byte);
        for (var index = 0; index < bands.Count; index++)
        {
            picture.Band(index + 1).WriteRows<byte>(0, bands[index]);
        }

        using var file = new GdalMemoryFile(".png");
        picture.SaveCopy("PNG", file.Path, []);
        return file.ToArray();
    }
}
