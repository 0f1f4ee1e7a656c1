using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Up42.Interactive;

/// <summary>
/// The tokens of a JSON text of any size, read through a buffer that grows only as far as its longest string, list or object asks. Pass it by
/// reference.
/// </summary>
internal ref partial struct JsonTokens
{
    private const byte RecordSeparator = 0x1E;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue / 4, AllowMultipleValues = true };

    private readonly Stream? _stream;
    private readonly string _source;
    private byte[] _buffer;
    private int _length;
    private int _start;
    private int _pin = -1;
    private bool _final;
    private TextPlace _mark;
    private TextPlace _fault;
    private (long Line, long Position) _origin;
    private Utf8JsonReader _reader;

    /// <param name="stream">UTF-8 without byte order mark; the record separators of RFC 8142 are passed over.</param>
    /// <param name="source">What to call the text in an error.</param>
    public JsonTokens(Stream stream, string source)
    {
        (_stream, _source, _buffer) = (stream, source, new byte[128 * 1024]);
        _reader = new Utf8JsonReader([], isFinalBlock: false, new JsonReaderState(Options));
    }

    public JsonTokens(byte[] utf8, string source)
    {
        (_source, _buffer, _length, _final) = (source, utf8, utf8.Length, true);
        _reader = new Utf8JsonReader(utf8, isFinalBlock: true, new JsonReaderState(Options));
    }

    /// <summary>What to call the text in an error.</summary>
    public readonly string Source => _source;

    public readonly JsonTokenType Type => _reader.TokenType;

    /// <summary>How many lists and objects are open around the token.</summary>
    public readonly int Depth => _reader.CurrentDepth;

    /// <summary>Whether there were texts that are not UTF-8 and were read as Latin-1.</summary>
    public bool HasLatin1 { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read()
    {
        try
        {
            while (!_reader.Read())
            {
                if (_final)
                {
                    return false;
                }

                Refill();
            }

            return true;
        }
        catch (JsonException error)
        {
            var (line, position) = (error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            _fault = _mark.Forward(_buffer.AsSpan(0, _length), _origin.Line + line, position + (line == 0 ? _origin.Position : 0));
            var reason = JsonFault.Describe(_buffer.AsSpan(0, _length), _fault.Index);
            throw new JsonSyntaxException($"{_source} is not valid JSON: line {_fault.Line + 1}, position {_fault.Position + 1}: {reason}");
        }
    }

    /// <summary>An error about the token that was read last.</summary>
    public GeoJsonException Error(string reason)
    {
        Mark(_start + (int)_reader.TokenStartIndex);
        return new GeoJsonException($"{_source} is not valid GeoJSON: line {_mark.Line + 1}, position {_mark.Position + 1}: {reason}", reason);
    }

    public readonly bool ValueEquals(ReadOnlySpan<byte> utf8) => _reader.ValueTextEquals(utf8);

    /// <summary>The string or property name as <see cref="GetText"/> gives it, in UTF-8; it stands until the next token is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> GetUtf8() =>
        !_reader.ValueIsEscaped && Utf8.IsValid(_reader.ValueSpan) ? _reader.ValueSpan : Encoding.UTF8.GetBytes(GetText());

    /// <summary>The string or property name; lone surrogates become U+FFFD, and what is not UTF-8 is read as Latin-1.</summary>
    public string GetText()
    {
        if (!Utf8.IsValid(_reader.ValueSpan))
        {
            HasLatin1 = true;
            return JsonText.Unescape(_reader.ValueSpan);
        }

        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonText.Unescape(_reader.ValueSpan);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly bool TryGetInteger(out long value)
    {
        value = 0;
        return _reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 && _reader.TryGetInt64(out value);
    }

    /// <summary>The digits of a whole number.</summary>
    public readonly bool TryGetDigits(out ReadOnlySpan<byte> digits)
    {
        digits = _reader.ValueSpan;
        return digits.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly bool TryGetReal(out double value) => _reader.TryGetDouble(out value) && double.IsFinite(value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double GetReal() => TryGetReal(out var value) ? value : throw Error("This number is too large.");

    /// <summary>Passes over the list or object that has just begun.</summary>
    public void Skip()
    {
        if (_reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            var depth = _reader.CurrentDepth;
            while (Read() && _reader.CurrentDepth > depth)
            {
            }
        }
        else if (_reader.TokenType == JsonTokenType.PropertyName)
        {
            Read();
            Skip();
        }
    }

    /// <summary>Passes over what is left of a value that began at a depth; nothing where it is whole.</summary>
    public void SkipRest(int depth)
    {
        if (Depth == depth)
        {
            Skip();
        }

        while (Depth > depth && Read())
        {
        }
    }

    /// <summary>Passes over the list or object that has just begun and returns its JSON, compact and in valid UTF-8.</summary>
    /// <exception cref="GeoJsonException">It is nested deeper than the limit; it is passed over nevertheless.</exception>
    public byte[] ReadRaw()
    {
        _pin = _start + (int)_reader.TokenStartIndex;
        var (depth, deepest) = (Depth, Depth);
        while (Read() && Depth > depth)
        {
            deepest = Math.Max(deepest, Depth);
        }

        var raw = _buffer.AsSpan(_pin, _start + (int)_reader.BytesConsumed - _pin);
        _pin = -1;
        HasLatin1 |= !Utf8.IsValid(raw);
        return deepest - depth <= Limits.Default.Nesting ? JsonText.Compact(raw) : throw Error($"It is nested deeper than {Limits.Default.Nesting}.");
    }

    /// <summary>Remembers a place in the buffer, so that lines are counted once.</summary>
    private void Mark(int index) => _mark = _mark.Forward(_buffer, index);

    private void Refill()
    {
        var consumed = _start + (int)_reader.BytesConsumed;
        var from = _pin >= 0 ? _pin : consumed;
        Mark(from);
        _mark = _mark with { Index = 0 };
        var kept = _length - from;
        var target = kept <= _buffer.Length / 2 ? _buffer : new byte[Grown(_buffer.Length)];
        _buffer.AsSpan(from, kept).CopyTo(target);
        (_buffer, _length, _start) = (target, kept, consumed - from);
        _pin = _pin >= 0 ? 0 : -1;

        var read = _stream!.ReadAtLeast(_buffer.AsSpan(_length), 1, throwOnEndOfStream: false);
        _buffer.AsSpan(_length, read).Replace(RecordSeparator, (byte)' ');
        _length += read;
        _final = read == 0;
        _reader = new Utf8JsonReader(_buffer.AsSpan(_start, _length - _start), _final, _reader.CurrentState);
    }

    private readonly int Grown(int size) => size < Limits.Default.ValueBytes
        ? size * 2
        : throw new Up42Exception($"{_source} holds a single value of more than {FileSize.Format(Limits.Default.ValueBytes)}; such a file is not read.");
}
