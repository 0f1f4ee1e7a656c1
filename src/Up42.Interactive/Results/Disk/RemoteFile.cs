namespace Up42.Interactive;

/// <summary>A raster in storage among the files of results: its bytes come when they are read.</summary>
internal static class RemoteFile
{
    /// <summary>Makes one.</summary>
    /// <param name="name">Its path below the results' folder, with forward slashes.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="host">The server that has it.</param>
    public static ResultFile Create(string name, RangeReader reader, string host)
    {
        var raster = new RemoteRaster(Path.GetFileName(name), reader.Length, reader.Read, reader.Plan, Origin, reader.Dispose);
        return new ResultFile(name, raster.Path, reader.Length) { Remote = raster };

        string Origin() =>
            $"from {host}: {FileSize.Format(reader.Received)} so far, in {DisplayText.Count(reader.Requests, "request")}";
    }
}
