using System.Collections.Concurrent;

namespace Up42.Interactive;

/// <summary>
/// Shows how much of the work on many jobs is done: one card in a notebook, a line now and then on a terminal. The work itself shows
/// nothing of its own.
/// </summary>
internal sealed class BatchProgress : IProgress<TransferProgress>, IDisposable
{
    private readonly string _title;
    private readonly int _count;
    private readonly LiveProgress _live;
    private readonly ConcurrentDictionary<string, TransferProgress> _files = new();
    private int _done;
    private int _failed;

    /// <summary>Shows it.</summary>
    /// <param name="connection">The clock, and where lines go.</param>
    /// <param name="title">The work, for example <c>Results</c>.</param>
    /// <param name="count">How many jobs there are.</param>
    public BatchProgress(ApiConnection connection, string title, int count)
    {
        (_title, _count) = (title, count);
        _live = new LiveProgress(connection.Time, connection.Options.Output, Card);
        _live.Update();
    }

    /// <summary>Does the work on one job, and counts it.</summary>
    public async Task<T> CountAsync<T>(Func<Task<T>> work)
    {
        LiveDisplay.Nest();
        try
        {
            var result = await work().ConfigureAwait(false);
            Interlocked.Increment(ref _done);
            return result;
        }
        catch
        {
            Interlocked.Increment(ref _failed);
            throw;
        }
        finally
        {
            _live.Update();
        }
    }

    public void Report(TransferProgress value)
    {
        _files[value.File] = value;
        _live.Update();
    }

    public void Dispose()
    {
        _live.End(Card() with { IsBusy = false });
        _live.Dispose();
    }

    private LiveCard Card()
    {
        var (done, failed, bytes) = (Volatile.Read(ref _done), Volatile.Read(ref _failed), _files.Values.Sum(file => file.BytesTransferred));
        var size = bytes > 0 ? $", {FileSize.Format(bytes)}, {_live.Rate(_files.Values.Sum(file => file.BytesTransferred - file.BytesResumed))}" : "";
        return new LiveCard
        {
            Text = $"{_title}: {done} of {DisplayText.Count(_count, "job")} done{(failed == 0 ? "" : $", {failed} without a result")}{size}",
            IsBusy = done + failed < _count,
            Share = _count == 0 ? null : (double)(done + failed) / _count,
        };
    }
}
