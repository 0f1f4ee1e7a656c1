using System.Collections.Concurrent;

namespace Up42.Interactive;

/// <summary>Shows how far a transfer of one or several files is.</summary>
internal sealed class LiveTransfer : IProgress<TransferProgress>, IDisposable
{
    // A transfer that takes longer to begin is shown before its first byte; one that has nothing to do is mostly over by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly string _title;
    private readonly LiveProgress _live;
    private readonly ConcurrentDictionary<string, TransferProgress> _files = new();

    private LiveTransfer(TimeProvider time, TextWriter? output, string title)
    {
        _title = title;
        _live = new LiveProgress(time, output, Card);
    }

    private long Bytes => _files.Values.Sum(file => file.BytesTransferred);

    // Those of this attempt: what an earlier one brought has no part in the rate.
    private long Fresh => _files.Values.Sum(file => file.BytesTransferred - file.BytesResumed);

    private long? Total => _files.Values.Sum(file => file.TotalBytes ?? 0) is > 0 and var total ? total : null;

    /// <summary>Does a transfer and shows it, unless somebody else listens. Nothing is shown where it is soon known that nothing is to be done.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="output">Where lines go whatever it is; null: a terminal.</param>
    /// <param name="title">What is transferred, for example <c>Results of job Ships</c>.</param>
    /// <param name="listener">Who listens in place of the card; null: nobody.</param>
    /// <param name="transfer">The transfer.</param>
    public static async Task<T> ShowAsync<T>(
        TimeProvider time, TextWriter? output, string title, IProgress<TransferProgress>? listener, Func<IProgress<TransferProgress>, Task<T>> transfer)
    {
        if (listener is not null)
        {
            return await transfer(listener).ConfigureAwait(false);
        }

        using var live = new LiveTransfer(time, output, title);
        using var patience = time.CreateTimer(_ => live.Wait(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            var result = await transfer(live).ConfigureAwait(false);
            live.End("");
            return result;
        }
        catch (Exception error)
        {
            live.End(error is OperationCanceledException ? ", cancelled" : ", failed");
            throw;
        }
    }

    /// <summary>As the other, with the clock and the lines of a connection.</summary>
    public static Task<T> ShowAsync<T>(
        ApiConnection connection, string title, IProgress<TransferProgress>? listener, Func<IProgress<TransferProgress>, Task<T>> transfer) =>
        ShowAsync(connection.Time, connection.Options.Output, title, listener, transfer);

    public void Report(TransferProgress value)
    {
        _files[value.File] = value;
        _live.Update();
    }

    public void Dispose() => _live.Dispose();

    private void Wait()
    {
        if (_files.IsEmpty)
        {
            _live.Update();
        }
    }

    private void End(string how) => _live.End(new LiveCard
    {
        Text = _files.IsEmpty ? SingleLine.Format($"{_title}: nothing was transferred{how}") : SingleLine.Format(
            $"{_title}: {FileSize.Format(Bytes)}{(Fresh == Bytes ? "" : $", {FileSize.Format(Fresh)} of them")} in "
                + $"{DisplayText.Duration(_live.Elapsed)}, {_live.Rate(Fresh)}{how}"),
    });

    private LiveCard Card()
    {
        if (_files.IsEmpty)
        {
            return new LiveCard { Text = SingleLine.Format($"{_title}: waiting for the first byte"), IsBusy = true };
        }

        var (bytes, fresh, total) = (Bytes, Fresh, Total);
        var share = total is { } all ? double.Min(1, (double)bytes / all) : (double?)null;
        var left = bytes < total && fresh > total / 100 ? $", {DisplayText.Duration(_live.Elapsed * ((total.Value - bytes) / (double)fresh))} left" : "";
        return new LiveCard
        {
            Text = SingleLine.Format(
                $"{_title}: {FileSize.Format(bytes)}{(total is null ? "" : $" of {FileSize.Format(total.Value)}")}, "
                    + $"{_live.Rate(fresh)}{left}"),
            IsBusy = true,
            Share = share,
        };
    }
}
