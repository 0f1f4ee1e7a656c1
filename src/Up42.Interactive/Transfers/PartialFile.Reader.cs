namespace Up42.Interactive;

internal sealed partial class PartialFile
{
    private sealed class Reader : ReadOnlyStream
    {
        private readonly PartialFile _part;
        private readonly int _beginning;
        private readonly CancellationToken _cancellationToken;
        private readonly CancellationTokenRegistration _wake;
        private long _position;

        public Reader(PartialFile part, CancellationToken cancellationToken)
        {
            (_part, _beginning, _cancellationToken) = (part, part._beginnings, cancellationToken);
            _wake = cancellationToken.Register(() =>
            {
                lock (part._gate)
                {
                    Monitor.PulseAll(part._gate);
                }
            });
        }

        public override int Read(Span<byte> buffer)
        {
            var arrived = WaitForMore() - _position;
            var read = RandomAccess.Read(_part._file.SafeFileHandle, buffer[..(int)Math.Min(buffer.Length, arrived)], _position);
            if (_beginning != Volatile.Read(ref _part._beginnings))
            {
                throw new PartRestartedException();
            }

            _position += read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            _wake.Dispose();
            base.Dispose(disposing);
        }

        private long WaitForMore()
        {
            lock (_part._gate)
            {
                while (true)
                {
                    _cancellationToken.ThrowIfCancellationRequested();
                    _part._failure?.Throw();
                    if (_beginning != _part._beginnings)
                    {
                        throw new PartRestartedException();
                    }

                    if (_part._length > _position || _part._isComplete)
                    {
                        return _part._length;
                    }

                    Monitor.Wait(_part._gate);
                }
            }
        }
    }
}
