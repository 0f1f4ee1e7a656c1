using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <summary>A file on a server that can be fetched whole or in ranges.</summary>
internal interface ITransferSource
{
    /// <summary>The file in words, for messages: <c>The download of job 7b…</c>; never a URL.</summary>
    string Operation { get; }

    /// <summary>Requests the file.</summary>
    /// <param name="range">The bytes; null: all. A server may send all instead.</param>
    /// <param name="version">The range counts only for this version; null: for any.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>200 with all, or 206 with a range; the body is still to be read.</returns>
    /// <exception cref="TransientException">Another attempt may help.</exception>
    Task<HttpResponseMessage> OpenAsync(RangeHeaderValue? range, EntityTagHeaderValue? version, CancellationToken cancellationToken);
}
