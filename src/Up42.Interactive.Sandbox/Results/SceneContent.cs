using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>A job whose result is a scene.</summary>
internal sealed class SceneContent(SceneOptions options) : IJobContent
{
    private const int QuicklookSize = 320;

    private readonly SceneFacts _facts = new(options);

    public string Name => _facts.Id;

    public JsonObject DataJson() => _facts.Collection();

    public void WriteArchive(string path, CancellationToken cancellationToken) => SceneArchive.Write(path, options, cancellationToken: cancellationToken);

    public byte[] Quicklook()
    {
        // Every so many pixels of the scene: small scenes are made whole, large ones never are.
        var step = Math.Max(1, Math.Max(options.Width, options.Height) / QuicklookSize);
        var (width, height) = (options.Width / step, options.Height / step);
        var sensor = new Sensor(options);
        var line = new ushort[Sensor.Bands * options.Width];
        var picture = new byte[3][];
        foreach (var band in Enumerable.Range(0, 3))
        {
            picture[band] = new byte[width * height];
        }

        for (var row = 0; row < height; row++)
        {
            Array.Clear(line);
            sensor.Fill(row * step, 1, line, CancellationToken.None);
            for (var column = 0; column < width; column++)
            {
                foreach (var (index, band) in (ReadOnlySpan<(int, int)>)[(0, 2), (1, 1), (2, 0)])
                {
                    picture[index][(row * width) + column] = Brightness(line[(band * options.Width) + (column * step)]);
                }
            }
        }

        return PngPicture.Encode(width, height, picture);
    }

    private static byte Brightness(ushort reflectance) => (byte)Math.Min(255, (reflectance * 255 / 1900) + (reflectance > 0 ? 8 : 0));
}
