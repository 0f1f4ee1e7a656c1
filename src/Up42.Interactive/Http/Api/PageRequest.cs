namespace Up42.Interactive;

/// <summary>How a page of a list is requested.</summary>
internal sealed record PageRequest(HttpMethod Method, Uri Url, ReadOnlyMemory<byte> Body)
{
    /// <summary>The same for two requests of one page: a server that leads back to it is not followed round and round.</summary>
    public string Key => $"{Method} {Url.AbsoluteUri} {System.Text.Encoding.UTF8.GetString(Body.Span)}";
}
