using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Up42.Interactive;

/// <summary>The CRC-32C (Castagnoli) of bytes that come in pieces, the checksum of Google's storage. Source: RFC 3720, appendix B.4.</summary>
internal sealed class Crc32C
{
    private uint _state = uint.MaxValue;

    /// <summary>The checksum of what was appended, as <c>x-goog-hash</c> writes it: base64 of the big-endian number.</summary>
    public string Base64
    {
        get
        {
            Span<byte> bytes = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, ~_state);
            return Convert.ToBase64String(bytes);
        }
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            state = BitOperations.Crc32C(state, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var value in bytes[(words.Length * sizeof(ulong))..])
        {
            state = BitOperations.Crc32C(state, value);
        }

        _state = state;
    }
}
