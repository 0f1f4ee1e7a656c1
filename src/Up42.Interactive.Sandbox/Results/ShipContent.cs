using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

internal sealed class ShipContent(bool withDetections) : IJobContent
{
    private readonly SceneContent _scene = new(Scenes.Tiny);

    public string Name => "ships" + withDetections;

    public JsonObject DataJson() => _scene.DataJson();

    public void WriteArchive(string path, CancellationToken cancellationToken) => _scene.WriteArchive(path, cancellationToken);

    public byte[] Quicklook() => _scene.Quicklook();
}
