using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <summary>
/// A file on a server as a stream that is read once: it goes on where the connection broke, in the same version, with a new URL where the old
/// one expired, and verifies length and checksum at its end. Nothing is kept of it.
/// </summary>
internal sealed class TransferStream(ApiConnection connection, ITransferSource source) : ReadOnlyStream
{
    private readonly ContentHash _hash = new();
    private readonly TransferPace _pace = new(connection, source.Operation);
    private HttpResponseMessage? _response;
    private Stream? _body;
    private RemoteFileInfo? _stored;
    private long _position;

    /// <summary>Bytes of the whole; null before the first read, and where the server does not say.</summary>
    public long? Total => _stored?.Length;

    public override int Read(Span<byte> buffer)
    {
        var bytes = new byte[buffer.Length];
        var read = ReadAsync(bytes).AsTask().GetAwaiter().GetResult();
        bytes.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => buffer.IsEmpty
        ? 0
        : await connection.TransferAsync(source.Operation, token => AttemptAsync(buffer, token), cancellationToken).ConfigureAwait(false);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        Disconnect();
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> AttemptAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            _body ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
            var read = await _pace.ReadAsync(_body, buffer, cancellationToken).ConfigureAwait(false);
            Take(buffer.Span[..read]);
            return read;
        }
        catch (TransientException error)
        {
            Disconnect();
            throw _position == 0 || _stored?.Version is not null
                ? error
                : error.ToException($"{DisplayText.Count(_position, "byte")} had arrived, but the server cannot go on from there: start again.");
        }
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var range = _position == 0 ? null : new RangeHeaderValue(_position, null);
        _response = await source.OpenAsync(range, range is null ? null : _stored!.Version, cancellationToken).ConfigureAwait(false);
        if (range is null)
        {
            await StoredContent.DecodeAsync(_response, cancellationToken).ConfigureAwait(false);
        }

        var stored = RemoteFileInfo.Parse(_response);
        var isRest = _response.StatusCode == HttpStatusCode.PartialContent && _response.Content.Headers.ContentRange?.From == _position;
        if (range is not null && !(isRest && stored.IsVersionOf(_stored!)))
        {
            Disconnect();
            throw new Up42Exception($"{source.Operation} broke off, and the file has been replaced on the server since: start again.");
        }

        _stored = range is null ? stored : _stored;
        return await _response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _position += bytes.Length;
        _hash.Append(bytes);
        if (bytes.IsEmpty)
        {
            Verify();
        }
    }

    private void Verify()
    {
        if (_position < _stored!.Length)
        {
            throw new TransientException($"{source.Operation} broke off after {_position} of {_stored.Length} bytes.");
        }

        if (_hash.FindMismatch(_stored) is not null)
        {
            throw new Up42Exception($"{source.Operation} came with other bytes than the server has: its checksum differs. Start again.");
        }
    }

    private void Disconnect()
    {
        _response?.Dispose();
        (_response, _body) = (null, null);
    }
}
