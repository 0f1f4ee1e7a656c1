namespace Up42.Interactive.Tests.Results;

public class BandNamesTests
{
    [Fact]
    public void Bands_without_a_name_in_the_file_have_the_one_of_data_json()
    {
        using var raster = JobResults.Open(Samples.OlindaTgz, cancellationToken: TestContext.Current.CancellationToken).Rasters.ShouldHaveSingleItem().Open();

        raster.Bands.Select(band => band.Name).ShouldBe(["blue", "green", "red", "near infrared", "shortwave infrared", "shortwave infrared"]);
        raster.DefaultBands.ShouldBe([3, 2, 1]);
    }

    [Fact]
    public void A_list_of_another_length_is_not_believed()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["data.json"], """
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"up42.data_path":"a.tif","bands":["red","green"]}}]}
            """);
        Tool.Run("gdal_create", "-q", "-outsize", "8", "8", "-bands", "3", "-ot", "Byte", folder["a.tif"]);

        using var raster = JobResults.Open(folder.Path, cancellationToken: TestContext.Current.CancellationToken).Rasters.ShouldHaveSingleItem().Open();

        raster.Bands.ShouldAllBe(band => !band.IsNamed);
    }
}
