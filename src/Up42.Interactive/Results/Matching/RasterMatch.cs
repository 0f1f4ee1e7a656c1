namespace Up42.Interactive;

/// <summary>By what a raster was matched to features of <c>data.json</c>.</summary>
public enum RasterMatch
{
    /// <summary>No feature describes it.</summary>
    None,

    /// <summary>The feature's <c>up42.data_path</c> is the raster's path, or a folder that holds it.</summary>
    DataPath,

    /// <summary>The feature's <c>up42.data_path</c> ends with the raster's file name, which occurs once.</summary>
    FileName,

    /// <summary>The feature's id, <c>uid</c> or <c>sceneId</c> is the raster's file name, or the name of its folder.</summary>
    Id,

    /// <summary>The feature's footprint and the raster's bounds cover each other by more than half, and no other feature's or raster's do.</summary>
    Footprint,
}
