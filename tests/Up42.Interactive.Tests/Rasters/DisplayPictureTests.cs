namespace Up42.Interactive.Tests.Rasters;

public sealed class DisplayPictureTests
{
    [Theory]
    [InlineData(40)]
    [InlineData(90)]
    public void Encode_of_a_noisy_picture_uses_its_budget_and_keeps_to_it(int noise)
    {
        const int Budget = 100_000;
        var bytes = DisplayPicture.Encode(Noisy(800, noise), Budget);

        bytes.Length.ShouldBeInRange((int)(0.75 * Budget), Budget);
        DisplayPicture.Encode(Noisy(800, noise), Budget).ShouldBe(bytes);
    }

    [Fact]
    public void Encode_of_an_even_picture_is_of_the_best_quality()
    {
        var picture = Noisy(800, noise: 1);

        DisplayPicture.Encode(picture, 200_000).ShouldBe(picture.ToWebP(92));
    }

    [Fact]
    public void Encode_where_no_quality_fits_is_of_a_smaller_picture()
    {
        DisplayPicture.Encode(Noisy(600, noise: 200), 5_000, out var shown).Length.ShouldBeLessThanOrEqualTo(5_000);

        shown.Width.ShouldBeLessThan(600);
    }

    [Fact]
    public void Half_a_picture_is_the_mean_of_each_four_pixels()
    {
        var halved = new RgbaImage(
            4, 2, [0, 0, 0, 255, 40, 80, 120, 255, 7, 7, 7, 0, 200, 100, 50, 255, 0, 0, 0, 255, 40, 80, 120, 255, 7, 7, 7, 0, 200, 100, 50,
                255]).Halved();

        halved.Pixels.ToArray().ShouldBe([20, 40, 60, 255, 200, 100, 50, 128]);
    }

    [Fact]
    public void Encode_of_a_small_picture_loses_nothing()
    {
        var picture = Noisy(60, noise: 200);

        DisplayPicture.Encode(picture, 100_000).ShouldBe(picture.ToLosslessWebP());
    }

    /// <summary>A slope with noise, brighter and noisier towards the lower right.</summary>
    private static RgbaImage Noisy(int size, int noise)
    {
        var random = new Random(42);
        var pixels = new byte[4 * size * size];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (row, column) = Math.DivRem(i / 4, size);
            pixels[i] = i % 4 == 3 ? byte.MaxValue : (byte)(((row + column) * 40 / size) + (random.Next(noise) * (row + column) / (2 * size)));
        }

        return new RgbaImage(size, size, pixels);
    }
}
