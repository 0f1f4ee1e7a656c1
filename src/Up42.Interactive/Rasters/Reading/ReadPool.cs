using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// The open handles of one raster, and the memory that it is read into: each serves one thread at a time, and idle ones wait for the next read.
/// </summary>
internal sealed class ReadPool(string path, RasterSource first) : IDisposable
{
    private readonly ConcurrentBag<RasterSource> _idle = [first];
    private readonly ConcurrentBag<double[]> _buffers = [];
    private volatile bool _isDisposed;

    /// <summary>Does something with a handle.</summary>
    internal T Use<T>(Func<RasterSource, T> action)
    {
        var source = Rent();
        try
        {
            return action(source);
        }
        finally
        {
            Return(source);
        }
    }

    /// <summary>Zeros for values to be read into.</summary>
    internal double[] Buffer(int length)
    {
        if (!_buffers.TryTake(out var buffer) || buffer.Length != length)
        {
            return new double[length];
        }

        Array.Clear(buffer);
        return buffer;
    }

    /// <summary>Takes values that nobody needs any more, for the next read: many large arrays that come and go leave holes in memory.</summary>
    internal void Reuse(double[] buffer) => _buffers.Add(buffer);

    /// <summary>Frees what the handle that was used last keeps of the blocks it read.</summary>
    internal void FreeBlocks()
    {
        if (_idle.TryTake(out var source))
        {
            source.Dataset.FreeBlocks();
            Return(source);
        }
    }

    /// <summary>Does something for each index below a count, on some threads, each with a handle of its own.</summary>
    /// <exception cref="GdalException">A block cannot be read.</exception>
    internal void ForEach(int count, int threads, Action<RasterSource, int> action, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var indices = Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(
                indices,
                options,
                Rent,
                (index, _, source) =>
                {
                    RemoteReads.Run(() => action(source, index), cancellationToken);
                    return source;
                },
                Return);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryTake(out var source))
        {
            source.Dispose();
        }
    }

    private RasterSource Rent()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(RasterFile));
        return _idle.TryTake(out var source) ? source : RasterSource.Open(path);
    }

    private void Return(RasterSource source)
    {
        _idle.Add(source);
        if (_isDisposed)
        {
            Dispose();
        }
    }
}
