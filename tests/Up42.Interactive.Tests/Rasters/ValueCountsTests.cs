using CsCheck;

namespace Up42.Interactive.Tests.Rasters;

public class ValueCountsTests
{
    [Fact]
    public void Every_value_between_start_and_end_is_counted_once() => Gen.Select(
        Gen.Double[-5, 5].Array[1, 300], Gen.Bool, Gen.Double[-4, 0], Gen.Double[0.1, 6]).Sample(
        (values, isWhole, minimum, width) =>
        {
            var type = isWhole ? PixelType.Int16 : PixelType.Float32;
            double[] pixels = [.. values.Select(value => isWhole ? Math.Round(value) : value), double.NaN];
            var band = new RasterBand(1, "Band 1", type, ColorInterpretation.Gray, null, null, null, null);
            var image = new RasterImage(new RasterSize(pixels.Length, 1), [band], [pixels], Enumerable.Repeat((byte)255, pixels.Length).ToArray());

            var counts = ValueCountsData.Measure(image, minimum, minimum + width);

            var step = (counts.End - counts.Start) / counts.Counts.Count;
            counts.Start.ShouldBeLessThanOrEqualTo(minimum);
            counts.End.ShouldBeGreaterThanOrEqualTo(minimum + width - (1e-9 * step));
            foreach (var (bin, count) in counts.Counts.Index())
            {
                var (from, to) = (counts.Start + (bin * step), counts.Start + ((bin + 1) * step));
                var near = pixels.Count(value => Math.Abs(value - from) < 1e-9 || Math.Abs(value - to) < 1e-9);
                Math.Abs(count - pixels.Count(value => value >= from && value < to)).ShouldBeLessThanOrEqualTo(near);
            }

            if (isWhole)
            {
                step.ShouldBe(Math.Round(step));
                (counts.Start + 0.5).ShouldBe(Math.Round(counts.Start + 0.5));
            }
        });
}
