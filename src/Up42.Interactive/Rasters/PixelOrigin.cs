namespace Up42.Interactive;

/// <summary>Which pixels of a raster the pixels of an image are, where the image is smaller.</summary>
internal enum PixelOrigin
{
    /// <summary>Of those that a pixel of the image covers, the one in the middle.</summary>
    Nearest,

    /// <summary>One of an overview, which may hold averages: near what the file holds there.</summary>
    Overview,

    /// <summary>One of those that a pixel of the image covers, chosen because it holds anything at all.</summary>
    Enlarged,
}
