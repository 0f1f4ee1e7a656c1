using System.Text.Json;

namespace Up42.Interactive;

/// <summary>How tokens are taken up again after a place that is not JSON.</summary>
internal ref partial struct JsonTokens
{
    private const int ListDepth = 2;

    private static ReadOnlySpan<byte> ListStart => "{\"features\":["u8;

    /// <summary>After a syntax error in a text of several values, each in lines of its own: goes to the next.</summary>
    /// <returns>False where there is none.</returns>
    public bool TrySkipToRecord()
    {
        for (var at = _start + (int)_reader.BytesConsumed; ; at = _start)
        {
            if (FeatureSearch.FindRecord(_buffer.AsSpan(0, _length), at) is var found and >= 0)
            {
                Restart(found, new JsonReaderState(Options));
                return true;
            }

            if (_final)
            {
                return false;
            }

            Refill();
        }
    }

    /// <summary>After a syntax error in a FeatureCollection in memory: goes to the next feature, as if it were the first of the list.</summary>
    /// <param name="isAtFault">The error lies between features, and nothing stands between it and the next.</param>
    /// <returns>False where there is none.</returns>
    public bool TrySkipToFeature(out bool isAtFault)
    {
        var found = _stream is null ? FeatureSearch.Find(_buffer, StartOfDamage()) : -1;
        isAtFault = found == _fault.Index && Depth <= ListDepth;
        if (found < 0)
        {
            return false;
        }

        var list = new Utf8JsonReader(ListStart, isFinalBlock: false, new JsonReaderState(Options));
        while (list.Read())
        {
        }

        Restart(found, list.CurrentState);
        _origin.Position -= ListStart.Length;
        return true;
    }

    /// <summary>Where what was taken for a text before the error began: one that was never closed goes on into the next feature.</summary>
    private readonly int StartOfDamage()
    {
        var read = _buffer.AsSpan(_start, (int)_reader.BytesConsumed);
        return read is [.. var before, (byte)'"'] && before.LastIndexOf((byte)'"') is var open and >= 0 ? _start + open : _start + read.Length;
    }

    /// <summary>Takes up reading elsewhere.</summary>
    private void Restart(int index, JsonReaderState state)
    {
        Mark(index);
        (_start, _origin) = (index, (_mark.Line, _mark.Position));
        _reader = new Utf8JsonReader(_buffer.AsSpan(_start, _length - _start), _final, state);
    }
}
