using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>
/// Keeps byte strings one after the other in large blocks: none is an object of its own, so that millions of them cost little room and no
/// collection.
/// </summary>
internal sealed class ByteArena
{
    private const int Smallest = 1024;
    private const int Largest = 1024 * 1024;
    private byte[] _block = [];
    private int _used;

    /// <summary>A lasting copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _block.Length - _used)
        {
            _block = GC.AllocateUninitializedArray<byte>(Math.Max(bytes.Length, Math.Clamp(2 * _block.Length, Smallest, Largest)));
            _used = 0;
        }

        bytes.CopyTo(_block.AsSpan(_used));
        _used += bytes.Length;
        return _block.AsMemory(_used - bytes.Length, bytes.Length);
    }
}
