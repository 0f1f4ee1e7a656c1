using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Up42.Interactive;

/// <summary>
/// A file on a server as a stream that is read once: it goes on where the connection broke, in the same version, with a new address where the old one expired, and verifies
/// length and checksum at its end. Nothing is kept of it.
/// </summary>
internal sealed class TransferStream(ApiConnection connection, ITransferSource source) : ReadOnlyStream
{
    private readonly Crc32C _crc32C = new();
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private HttpResponseMessage? _answer;
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
        : await connection.TransferAsync(source.What, token => AttemptAsync(buffer, token), cancellationToken).ConfigureAwait(false);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        Disconnect();
        _md5.Dispose();
        base.Dispose(disposing);
    }

    private async Task<int> AttemptAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            _body ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
            var read = await connection.ReadBytesAsync(source.What, _body, buffer, cancellationToken).ConfigureAwait(false);
            Take(buffer.Span[..read]);
            return read;
        }
        catch (TransientException fault)
        {
            Disconnect();
            throw _position == 0 || _stored?.Version is not null
                ? fault
                : fault.ToException($"{_position} bytes had arrived, but the server can not go on from there: begin again.");
        }
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var range = _position == 0 ? null : new RangeHeaderValue(_position, null);
        _answer = await source.OpenAsync(range, range is null ? null : _stored!.Version, cancellationToken).ConfigureAwait(false);
        var stored = RemoteFileInfo.Of(_answer);
        if (range is not null && !(_answer.StatusCode == HttpStatusCode.PartialContent && _answer.Content.Headers.ContentRange?.From == _position && stored.IsVersionOf(_stored!)))
        {
            Disconnect();
            throw new Up42Exception($"{source.What} broke off, and the file has been replaced on the server since: begin again.");
        }

        _stored = range is null ? stored : _stored;
        return await _answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _position += bytes.Length;
        _crc32C.Append(bytes);
        _md5.AppendData(bytes);
        if (bytes.IsEmpty)
        {
            Verify();
        }
    }

    private void Verify()
    {
        if (_position < _stored!.Length)
        {
            throw new TransientException($"{source.What} broke off after {_position} of {_stored.Length} bytes.");
        }

        if ((_stored.Crc32C is { } crc && crc != _crc32C.Base64) || (_stored.Md5 is { } md5 && md5 != Convert.ToBase64String(_md5.GetCurrentHash())))
        {
            throw new Up42Exception($"{source.What} came with other bytes than the server has: its checksum differs. Begin again.");
        }
    }

    private void Disconnect()
    {
        _answer?.Dispose();
        (_answer, _body) = (null, null);
    }
}
