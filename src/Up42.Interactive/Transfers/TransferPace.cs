namespace Up42.Interactive;

/// <summary>
/// Reads bodies and watches that they go on: who sends a byte now and then could make a transfer last for ever. Each <see cref="MinBytes"/> may
/// take as long as an attempt.
/// </summary>
internal sealed class TransferPace(ApiConnection connection, string operation)
{
    private const int MinBytes = 64 << 10;

    private TimeSpan _waited;
    private int _bytes;
    private int _slow;

    /// <summary>Reads what has arrived; zero at the end.</summary>
    /// <exception cref="TransientException">No byte comes, or too few do.</exception>
    /// <exception cref="Up42Exception">Too few came as often as a request is repeated.</exception>
    public async Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var since = connection.Time.GetTimestamp();
        var read = await connection.ReadBytesAsync(operation, body, buffer, cancellationToken).ConfigureAwait(false);
        _bytes += read;
        _waited += connection.Time.GetElapsedTime(since);
        if (_bytes >= MinBytes)
        {
            (_bytes, _waited, _slow) = (0, TimeSpan.Zero, 0);
        }
        else if (read > 0 && _waited > connection.Options.Retry.AttemptTimeout)
        {
            var fault = new TransientException($"{operation} comes too slowly: {FileSize.Format(_bytes)} in {DisplayText.Seconds(_waited)}.");
            (_bytes, _waited) = (0, TimeSpan.Zero);
            throw ++_slow < connection.Options.Retry.MaxAttempts ? fault : fault.ToException($"It was tried {DisplayText.Count(_slow, "time")}.");
        }

        return read;
    }
}
