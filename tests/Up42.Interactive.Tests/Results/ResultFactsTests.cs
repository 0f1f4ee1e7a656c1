using System.Globalization;

namespace Up42.Interactive.Tests.Results;

/// <summary>What is said of results as a whole, and the picture that stands beside it.</summary>
public sealed class ResultFactsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "")]
    [InlineData("soon", "")]
    [InlineData("2020-05-01", "2020-05-01")]
    [InlineData("2020-05-01 2020-05-01", "2020-05-01")]
    [InlineData("2020-05-02 2020-05-01", "2020-05-01 to 2020-05-02, 2 scenes")]
    [InlineData("2020-05-02 2020-05-03 2020-05-01 2020-05-03", "2020-05-01 to 2020-05-03, 3 scenes")]
    public void Taken_is_the_date_of_one_scene_or_the_first_and_the_last(string dates, string right)
    {
        WriteFeatures(dates.Split(' ').Select(date => $$$"""{"type":"Feature","geometry":null,"properties":{"date":"{{{date}}}"}}"""));

        Fact("taken").ShouldBe(right);
    }

    /// <summary>What rasters have in common is said once; a degree at the equator is 12,309 km² large.</summary>
    [Theory]
    [InlineData("", "", "")]
    [InlineData("8", "8 × 8", "12,309 km²")]
    [InlineData("8 8", "8 × 8", "12,309 to 12,309 km² each")]
    [InlineData("8 9", "8 × 8 and 9 × 8", "12,309 to 13,847 km² each")]
    [InlineData("9 8 4", "9 × 8 and 2 others", "6,154 to 13,847 km² each")]
    public void Facts_of_rasters_are_said_together(string widths, string pixels, string ground)
    {
        foreach (var (index, width) in widths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var east = int.Parse(width, CultureInfo.InvariantCulture) / 8.0;
            Raster($"{index}.tif", width, "8", "-a_srs", "EPSG:4326", "-a_ullr", "0", "1", east.ToString(CultureInfo.InvariantCulture), "0");
        }

        (Fact("pixels"), Fact("on the ground")).ShouldBe((pixels, ground));
    }

    [Theory]
    [InlineData("""{"data:1":{"bbox":[0,0,2,1]}}""", 1, "50 % covered")]
    [InlineData("""{"data:1":{"bbox":[0,0,2,1]}}""", 0, "")]
    [InlineData("{}", 1, "")]
    public void The_area_that_was_asked_for_is_covered_by_features(string inputs, int features, string right)
    {
        File.WriteAllText(
            _folder["job.json"],
            $$$"""{"projectId":"p","seenAt":"2024-01-15T12:00:00Z","job":{"id":"j","status":"SUCCEEDED","mode":"DEFAULT","inputs":{{{inputs}}}}}""");
        WriteFeatures(Enumerable.Repeat(
            """{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]},"properties":{}}""", features));

        Fact("area of interest").ShouldBe(right);
    }

    /// <summary>Four million values are read without overviews, one row more is not.</summary>
    [Theory]
    [InlineData("2000", 1, false, true)]
    [InlineData("2001", 1, false, false)]
    [InlineData("2001", 1, true, true)]
    [InlineData("1000", 2, false, true)]
    [InlineData("1001", 2, false, false)]
    public void A_picture_is_made_of_what_is_quickly_read(string height, int bands, bool hasOverviews, bool isShown)
    {
        Raster("a.tif", "2000", height, "-bands", $"{bands}", "-co", "COMPRESS=DEFLATE");
        if (hasOverviews)
        {
            Tool.Run("gdaladdo", "-q", _folder["a.tif"], "4");
        }

        (Open().Picture is not null).ShouldBe(isShown);
    }

    /// <summary>The first three rasters are tried; one without a valid pixel has no picture, one that is no raster is not tried.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_picture_is_of_one_of_the_first_three_rasters(int empty, bool isShown)
    {
        File.WriteAllText(_folder["0.tif"], "no raster");
        Enumerable.Range(0, empty).ToList().ForEach(i => Raster($"a{i}.tif", "8", "8", "-a_nodata", "99"));
        Raster("b.tif", "640", "320");

        var picture = Open().Picture;

        (picture?.Size).ShouldBe(isShown ? new RasterSize(320, 160) : null);
        (picture?.Alt.StartsWith("Picture of b.tif: ", StringComparison.Ordinal)).ShouldBe(isShown ? true : null);
    }

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(0, 1, "<p>Next: <code>results.MapResults()</code> shows the features, ")]
    [InlineData(1, 0, "<p>Next: <code>results.PlotResults()</code> and <code>results.MapResults()</code> show the rasters.</p>")]
    [InlineData(1, 1, "<p>Next: <code>results.PlotResults()</code> and <code>results.MapResults()</code> show them; ")]
    public void What_one_may_do_next_depends_on_what_there_is(int rasters, int features, string start)
    {
        Enumerable.Range(0, rasters).ToList().ForEach(i => Raster($"a{i}.tif", "8", "8"));
        WriteFeatures(Enumerable.Repeat("""{"type":"Feature","geometry":null,"properties":{}}""", features));

        var next = JobResultsHtml.Next(Open()).ToString();

        next.ShouldStartWith(start);
        (next.Length == 0).ShouldBe(start.Length == 0);
    }

    private string Fact(string name) => ResultFacts.Create(Open()).Single(fact => fact.Name == name).Value.ToString();

    private void WriteFeatures(IEnumerable<string> features) =>
        File.WriteAllText(_folder["data.json"], $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

    private void Raster(string name, string width, string height, params string[] options) =>
        Tool.Run("gdal_create", ["-q", "-outsize", width, height, "-burn", "99", .. options, _folder[name]]);

    private JobResults Open() => JobResults.Open(_folder.Path, new ResultsOpening(new ResultsCache(_folder["cache"], TimeProvider.System), null, false, Token));
}
