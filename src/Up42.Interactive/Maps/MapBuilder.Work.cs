namespace Up42.Interactive;

/// <summary>How much of what it is given a map takes.</summary>
internal sealed partial class MapBuilder
{
    /// <summary>The rasters whose work one map takes: to tell which are one scene, to read and to draw them.</summary>
    private static List<MapRaster> Affordable(IEnumerable<MapRaster> rasters, List<(string Name, WorkExceededException Error)> beyond)
    {
        var within = new List<MapRaster>();
        foreach (var raster in rasters)
        {
            try
            {
                RasterContainer.TakeWork(raster.Raster.Path, times: 2, raster.Raster.Drawing);
                within.Add(raster);
            }
            catch (WorkExceededException error)
            {
                beyond.Add((raster.Name, error));
            }
        }

        return within;
    }
}
