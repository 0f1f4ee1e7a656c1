using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Up42.Interactive;

/// <summary>
/// The tokens of a JSON text of any size, read through a buffer that grows only as far as its longest string, list or object asks. Pass it by
/// reference.
/// </summary>
internal ref struct JsonTokens
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
    private long _linesBefore;
    private long _linesBeforeState;
    private long _bytesOfLineBefore;
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
            var (line, position) = (_linesBeforeState + (error.LineNumber ?? 0), error.BytePositionInLine ?? 0);
            var reason = JsonFault.Describe(_buffer.AsSpan(0, _length), IndexOf(line, position));
            throw new JsonSyntaxException($"{_source} is not valid JSON: line {line + 1}, position {position + 1}: {reason}");
        }
    }

    /// <summary>After a syntax error in a text of several values, one a line: goes to the next line.</summary>
    /// <returns>False where there is none.</returns>
    public bool TrySkipLine()
    {
        var at = _start + (int)_reader.BytesConsumed;
        for (; ; )
        {
            var end = _buffer.AsSpan(at, _length - at).IndexOf((byte)'\n');
            if (end >= 0)
            {
                _start = at + end + 1;
                _linesBeforeState = _linesBefore + _buffer.AsSpan(0, _start).Count((byte)'\n');
                _reader = new Utf8JsonReader(_buffer.AsSpan(_start, _length - _start), _final, new JsonReaderState(Options));
                return true;
            }

            if (_final)
            {
                return false;
            }

            Refill();
            at = _start;
        }
    }

    /// <summary>An error about the token that was read last.</summary>
    public readonly GeoJsonException Error(string reason)
    {
        var before = _buffer.AsSpan(0, _start + (int)_reader.TokenStartIndex);
        var lineStart = before.LastIndexOf((byte)'\n');
        var line = _linesBefore + before.Count((byte)'\n') + 1;
        var position = lineStart < 0 ? _bytesOfLineBefore + before.Length + 1 : before.Length - lineStart;
        return new GeoJsonException($"{_source} is not valid GeoJSON: line {line}, position {position}: {reason}", reason);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly bool TryGetReal(out double value) => _reader.TryGetDouble(out value) && double.IsFinite(value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly double GetReal() => TryGetReal(out var value) ? value : throw Error("This number is too large.");

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

    /// <summary>Where in the buffer a byte of a line is; both count from 0.</summary>
    private readonly int IndexOf(long line, long position)
    {
        var start = 0;
        for (var skipped = line - _linesBefore; skipped > 0; skipped--)
        {
            start += _buffer.AsSpan(start, _length - start).IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Clamp(start + position - (line == _linesBefore ? _bytesOfLineBefore : 0), 0, _length);
    }

    private void Refill()
    {
        var consumed = _start + (int)_reader.BytesConsumed;
        var from = _pin >= 0 ? _pin : consumed;
        var gone = _buffer.AsSpan(0, from);
        var lastLine = gone.LastIndexOf((byte)'\n');
        _linesBefore += gone.Count((byte)'\n');
        _bytesOfLineBefore = lastLine < 0 ? _bytesOfLineBefore + from : from - lastLine - 1;

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
