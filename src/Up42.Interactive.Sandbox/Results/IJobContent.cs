using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>What a job or task has made.</summary>
internal interface IJobContent
{
    /// <summary>A name for the files on disk; the same content has the same name.</summary>
    string Name { get; }

    /// <summary>The FeatureCollection, without making any raster.</summary>
    JsonObject DataJson();

    /// <summary>Makes the archive.</summary>
    void WriteArchive(string path, CancellationToken cancellationToken);

    /// <summary>Makes a picture of at most some 400 pixels as PNG.</summary>
    byte[] Quicklook();
}
