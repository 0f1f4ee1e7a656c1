using System.IO.Compression;
using CsCheck;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Values packed for the pointer, unpacked again as <c>pixel-values.ts</c> does.</summary>
public class ValuePlaneTests
{
    private const int Width = 9;

    private const double MostSteps = (1 << 24) - 2;

    private static readonly Gen<double> Value = Gen.Frequency(
        (1, Gen.OneOf(double.NaN, double.PositiveInfinity, double.NegativeInfinity)),
        (9, Gen.Double[-50, 900]));

    [Fact]
    public void Values_come_back_within_half_a_step_and_missing_ones_are_missing() =>
        Gen.Select(Value.Array[Width, Width * 80], Gen.Bool.Array[Width * 80], Gen.Int[0, 3], Gen.Int[20, 6000]).Sample((values, valid, kind, maxBytes) =>
        {
            var height = values.Length / Width;
            var whole = kind < 2;
            var stored = values[..(height * Width)].Select(value => whole && double.IsFinite(value) ? Math.Round(value) : value).ToArray();
            var masks = valid[..stored.Length].Select((isValid, i) => isValid && !double.IsNaN(stored[i]) ? (byte)255 : (byte)0).ToArray();
            var (type, scale, offset) = (whole ? PixelType.Int16 : PixelType.Float32, kind == 1 ? 0.25 : (double?)null, kind == 1 ? -7 : (double?)null);
            var band = new RasterBand(1, "a", type, ColorInterpretation.Gray, null, scale, offset, null);
            var image = new RasterImage(new RasterSize(Width, height), [band], [stored], masks).ToPhysical();

            var packed = ValuePlane.Pack(image, 0, maxBytes);

            var codes = Unpack(packed, Width, height);
            for (var pixel = 0; pixel < codes.Length; pixel++)
            {
                (codes[pixel] != 0).ShouldBe(masks[pixel] != 0 && double.IsFinite(stored[pixel]));
                if (codes[pixel] != 0)
                {
                    var right = image.Values(0)[pixel];
                    (packed.Offset + ((codes[pixel] - 1) * packed.Step)).ShouldBe(right, (packed.IsExact ? 0 : packed.Step / 2) + 1e-9);
                }
            }

            var present = Enumerable.Range(0, codes.Length).Where(pixel => codes[pixel] != 0)
                .Select(pixel => image.Values(0)[pixel]).DefaultIfEmpty(0).ToArray();
            packed.Offset.ShouldBe(present.Min());
            (Convert.FromBase64String(packed.Packed).Length <= maxBytes || packed.Step > 2 * (present.Max() - present.Min())).ShouldBeTrue();
            if (maxBytes > 4 * codes.Length + 200)
            {
                packed.Step.ShouldBe(!whole ? StepOf(present) : kind == 1 ? 0.25 : 1, 1e-15);
                packed.IsExact.ShouldBe(whole || present.Min() == present.Max());
            }
        }, iter: 300, threads: 1);

    /// <summary>Whole numbers of more than 24 bits are told in the smallest power of two that counts them.</summary>
    [Theory]
    [InlineData(16_777_000, 1, 3)]
    [InlineData(40_000_000, 4, 3)]
    [InlineData(65_000, 1, 2)]
    [InlineData(253, 1, 1)]
    [InlineData(254, 1, 2)]
    public void Whole_numbers_take_as_many_bytes_as_their_range_needs(int largest, double step, int bytes)
    {
        var band = new RasterBand(1, "a", PixelType.Int32, ColorInterpretation.Gray, null, null, null, null);
        var image = new RasterImage(new RasterSize(3, 1), [band], [[0, largest / 3, largest]], [255, 255, 255]);

        var packed = ValuePlane.Pack(image, 0, 1000);

        (packed.Step, packed.Bytes, packed.IsExact).ShouldBe((step, bytes, step == 1));
        Unpack(packed, 3, 1).Select(code => packed.Offset + ((code - 1) * packed.Step)).Last().ShouldBe(largest, step / 2);
    }

    private static double StepOf(double[] present) => present.Min() == present.Max() ? 1 : (present.Max() - present.Min()) / MostSteps;

    private static int[] Unpack(BandValuesData band, int width, int height)
    {
        using var inflated = new MemoryStream();
        using (var deflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(band.Packed)), CompressionMode.Decompress))
        {
            deflate.CopyTo(inflated);
        }

        var (bytes, codes, count) = (inflated.ToArray(), new int[width * height], width * height);
        bytes.Length.ShouldBe(count * band.Bytes);
        for (var at = 0; at < count; at++)
        {
            var signed = Enumerable.Range(0, band.Bytes).Sum(plane => bytes[(plane * count) + at] << (8 * plane));
            var left = at % width > 0 ? codes[at - 1] : 0;
            var up = at >= width ? codes[at - width] : left;
            var corner = at % width > 0 && at >= width ? codes[at - width - 1] : up;
            var expected = corner >= Math.Max(left, up) ? Math.Min(left, up) : corner <= Math.Min(left, up) ? Math.Max(left, up) : left + up - corner;
            codes[at] = (expected + ((signed >> 1) ^ -(signed & 1))) & ((1 << (8 * band.Bytes)) - 1);
        }

        return codes;
    }
}
