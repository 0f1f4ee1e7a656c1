using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>What a multispectral imager at ten metres makes of a landscape: a soft picture point, haze, noise, whole numbers.</summary>
internal sealed class Sensor(SceneOptions options)
{
    /// <summary>Bands in file order.</summary>
    public const int Bands = 4;

    private static readonly Vector4 Haze = new(0.0085f, 0.0045f, 0.0024f, 0.0008f);

    private readonly Landscape _landscape = new(options);
    private readonly SceneFootprint _footprint = new(options.Width, options.Height);

    // How much of its neighbours a picture point sees; the nine weights add up to 1.
    private readonly float _centre = options.Sharpened ? 1.12f : 0.56f;
    private readonly float _side = options.Sharpened ? -0.02f : 0.085f;
    private readonly float _corner = options.Sharpened ? -0.01f : 0.025f;
    private readonly Noise _haze = new((uint)options.Seed + 61);

    /// <summary>Fills rows of a scene, bands one after another, rows within a band; 0 is no data.</summary>
    /// <param name="firstRow">Row in the scene.</param>
    /// <param name="rows">How many.</param>
    /// <param name="pixels">Receives bands × rows × width values: reflectance × 10000.</param>
    /// <param name="cancellationToken">Stops the work between rows.</param>
    public void Fill(int firstRow, int rows, ushort[] pixels, CancellationToken cancellationToken)
    {
        const int Part = 16;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, (rows + Part - 1) / Part, parallel, part =>
        {
            var (first, end) = (part * Part, Math.Min(rows, (part + 1) * Part));
            FillPart(firstRow, rows, first, end, pixels, cancellationToken);
        });
    }

    private void FillPart(int firstRow, int rows, int first, int end, ushort[] pixels, CancellationToken cancellationToken)
    {
        // One pixel more on each side for the picture point; one sample more for slopes.
        var (above, middle, below) = (new Vector4[options.Width + 2], new Vector4[options.Width + 2], new Vector4[options.Width + 2]);
        var (here, north) = (new TerrainSample[options.Width + 3], new TerrainSample[options.Width + 3]);
        _landscape.Sample(Left, North(firstRow + first - 2), north);
        void AddRow(int row, Vector4[] line)
        {
            _landscape.Sample(Left, North(row), here);
            _landscape.Row(Left, North(row), here, north, line);
            (here, north) = (north, here);
        }

        AddRow(firstRow + first - 1, above);
        AddRow(firstRow + first, middle);
        for (var row = first; row < end; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddRow(firstRow + row + 1, below);
            Expose(firstRow + row, above, middle, below, pixels.AsSpan(row * options.Width), rows * options.Width);
            (above, middle, below) = (middle, below, above);
        }
    }

    private double Left => (-(options.Width / 2) - 0.5) * 10;

    private double North(int row) => ((options.Height / 2) - row - 0.5) * 10;

    private void Expose(int row, Vector4[] above, Vector4[] middle, Vector4[] below, Span<ushort> pixels, int band)
    {
        for (var column = 0; column < options.Width; column++)
        {
            if (!_footprint.Contains(column + 0.5, row + 0.5))
            {
                continue;
            }

            var at = column + 1;
            var seen = (middle[at] * _centre) + ((middle[at - 1] + middle[at + 1] + above[at] + below[at]) * _side)
                + ((above[at - 1] + above[at + 1] + below[at - 1] + below[at + 1]) * _corner);
            seen += Haze * (float)(1 + (0.5 * _haze.At(column / 900.0, row / 900.0)));
            var grain = Hash.Compute(column, row, (uint)options.Seed + (uint)options.Date.DayNumber);
            for (var index = 0; index < Bands; index++)
            {
                // Two uniform numbers added: a bell good enough for noise.
                var noise = ((int)((grain >> (index * 8)) & 15) + (int)((grain >> ((index * 8) + 4)) & 15) - 15) / 15f;
                var value = seen[index] + (noise * (0.0009f + (0.010f * seen[index])));
                pixels[(index * band) + column] = (ushort)Math.Max(1f, Math.Min(65535f, (value * 10000f) + 0.5f));
            }
        }
    }
}
