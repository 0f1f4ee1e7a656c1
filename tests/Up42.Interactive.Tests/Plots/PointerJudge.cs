namespace Up42.Interactive.Tests.Plots;

/// <summary>Compares what a pointer was told with what <c>gdallocationinfo</c> says of the pixel that was named.</summary>
internal static class PointerJudge
{
    /// <summary>Fails where a value is not the one of the pixel that is named, within the step told, or the pixel not the one under the pointer.</summary>
    /// <param name="raster">The file.</param>
    /// <param name="told">Where the pointer was, and what was told.</param>
    /// <param name="coordinates">What the places are, as an option of <c>gdallocationinfo</c>; empty for pixels.</param>
    /// <param name="maxBorderline">How many places may lie so near a pixel's edge that its neighbour is told.</param>
    public static void Judge(string raster, IReadOnlyList<(double X, double Y, string Label)> told, string coordinates, int maxBorderline = 0)
    {
        var seen = told.Where(point => point.Label.Length > 0).Select(point => (point.X, point.Y, Reading: PointerReading.Parse(point.Label))).ToList();
        var named = seen.Where(point => point.Reading.Column >= 0).ToList();
        var pointed = GdalLocation.Of(raster, named.Select(point => (point.X, point.Y)), coordinates);
        var truth = GdalLocation.Of(raster, named.Select(point => ((double)point.Reading.Column, (double)point.Reading.Row)), coordinates: "");

        named.Count.ShouldBeGreaterThan(told.Count / 3);
        pointed.Count.ShouldBe(named.Count);
        truth.Count.ShouldBe(named.Count);
        using var file = RasterFile.Open(raster);
        var reach = (int)Math.Ceiling(Math.Max(1, Math.Max(file.Width, file.Height) / 1024.0) - 1);
        var borderline = 0;
        for (var i = 0; i < named.Count; i++)
        {
            var reading = named[i].Reading;
            if (reading.IsNoData)
            {
                continue;
            }

            var place = $"{named[i].X}, {named[i].Y}: {reading.Text}, pointed at {pointed[i]}";
            var distance = Math.Max(Math.Abs(reading.Column - pointed[i].Column), Math.Abs(reading.Row - pointed[i].Row));
            distance.ShouldBeLessThanOrEqualTo(reach + 1, place);
            borderline += distance > reach ? 1 : 0;
            if (reading.IsPixel)
            {
                Math.Abs(reading.Value - truth[i].Value).ShouldBeLessThanOrEqualTo(reading.HalfStep + (1e-6 * Math.Abs(truth[i].Value)), place);
            }
        }

        borderline.ShouldBeLessThanOrEqualTo(maxBorderline);
    }
}
