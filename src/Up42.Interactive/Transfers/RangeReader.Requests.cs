using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive;

internal sealed partial class RangeReader
{
    private async Task KeepAsync(long first, TaskCompletionSource<byte[]>[] promised)
    {
        var hasTurn = false;
        try
        {
            await Turns.WaitAsync(_ended).ConfigureAwait(false);
            hasTurn = true;
            await _connection.TransferAsync(_source.Operation, token => FetchAsync(first, promised, token), _ended).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            var reason = _ended.IsCancellationRequested ? new Up42Exception($"{_source.Operation} ended: the results were disposed.", error)
                : error is ObjectDisposedException ? new Up42Exception($"{_source.Operation} is not possible: the client was disposed.", error)
                : error;
            foreach (var block in promised.Where(block => block.TrySetException(reason)))
            {
                // Perhaps nobody waits for it, as for what was only read ahead.
                _ = block.Task.Exception;
            }
        }
        finally
        {
            if (hasTurn)
            {
                Turns.Release();
            }
        }
    }

    private async Task<bool> FetchAsync(long first, TaskCompletionSource<byte[]>[] promised, CancellationToken cancellationToken)
    {
        var arrived = Array.FindIndex(promised, block => !block.Task.IsCompleted);
        var from = (first + arrived) * BlockSize;
        using var response = await OpenAsync(from, Math.Min(Length, (first + promised.Length) * BlockSize) - 1, cancellationToken).ConfigureAwait(false);
        var stored = RemoteFileInfo.Parse(response);
        if (response.StatusCode != HttpStatusCode.PartialContent || !_stored.IsVersionOf(stored))
        {
            throw new Up42Exception($"{_source.Operation} cannot go on: the file has been replaced on the server. Open it again.");
        }

        if (response.Content.Headers.ContentRange?.From != from || StoredContent.IsRangeOfUnknown(response, _stored))
        {
            throw new TransientException($"{_source.Operation} failed: the server sent another range than requested.");
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            for (var i = arrived; i < promised.Length; i++)
            {
                var length = (int)Math.Min(BlockSize, Length - ((first + i) * BlockSize));
                promised[i].SetResult(await ReadAsync(body, length, cancellationToken).ConfigureAwait(false));
            }
        }

        return true;
    }

    private async Task<byte[]> BeginAsync(CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(0, BlockSize - 1, cancellationToken).ConfigureAwait(false);
        var stored = RemoteFileInfo.Parse(response);
        if (response.StatusCode != HttpStatusCode.PartialContent || StoredContent.IsRangeOfUnknown(response, null) || stored.Length is not > 0
            || response.Content.Headers.ContentRange is not { Unit: "bytes", From: 0 })
        {
            throw new Up42Exception($"{_source.Operation} is not possible: the server does not send parts of the file. Download it.");
        }

        if (stored.Length > MaxLength)
        {
            throw new Up42Exception($"{_source.Operation} is not possible: the server says that the file has {FileSize.Format(stored.Length.Value)}.");
        }

        (_stored, Length) = (stored, stored.Length.Value);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            return await ReadAsync(body, (int)Math.Min(BlockSize, Length), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<HttpResponseMessage> OpenAsync(long from, long to, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return _source.OpenAsync(new RangeHeaderValue(from, to), _stored.Version, cancellationToken);
    }

    private async Task<byte[]> ReadAsync(Stream body, int length, CancellationToken cancellationToken)
    {
        var content = GC.AllocateUninitializedArray<byte>(length);
        var pace = new TransferPace(_connection, _source.Operation);
        for (var filled = 0; filled < length;)
        {
            var read = await pace.ReadAsync(body, content.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            filled += read > 0 ? read : throw new TransientException($"{_source.Operation} broke off.");
            Interlocked.Add(ref _received, read);
        }

        return content;
    }
}
