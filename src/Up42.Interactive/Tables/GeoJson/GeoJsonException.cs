namespace Up42.Interactive;

/// <summary>A part of GeoJSON that is JSON, but not what it should be: in a collection it is left out with a remark, alone it is the end.</summary>
/// <param name="message">The whole sentence, with source, line and position.</param>
/// <param name="reason">The reason alone.</param>
internal sealed class GeoJsonException(string message, string reason) : Exception(message)
{
    public string Reason => reason;
}
