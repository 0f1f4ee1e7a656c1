using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Up42.Interactive;

/// <summary>
/// The tokens of a JSON text of any size, read through a buffer that grows only as far as its longest string, list or object asks. Pass it by reference.
/// </summary>
internal ref struct JsonTokens
{
    private const int MaxTokenBytes = 512 * 1024 * 1024;

    private readonly Stream? _stream;
    private readonly string _source;
    private byte[] _buffer;
    private int _length;
    private int _start;
    private int _pin = -1;
    private bool _final;
    private long _linesBefore;
    private long _bytesOfLineBefore;
    private Utf8JsonReader _reader;

    /// <param name="stream">UTF-8 without byte order mark.</param>
    /// <param name="source">What to call the text in an error.</param>
    public JsonTokens(Stream stream, string source)
    {
        (_stream, _source, _buffer) = (stream, source, new byte[128 * 1024]);
        _reader = new Utf8JsonReader([], isFinalBlock: false, new JsonReaderState());
    }

    public JsonTokens(byte[] utf8, string source)
    {
        (_source, _buffer, _length, _final) = (source, utf8, utf8.Length, true);
        _reader = new Utf8JsonReader(utf8, isFinalBlock: true, new JsonReaderState());
    }

    public readonly JsonTokenType Type => _reader.TokenType;

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
            var reason = error.Message.AsSpan();
            var tail = reason.IndexOf(" LineNumber: ", StringComparison.Ordinal);
            throw new Up42Exception(
                $"{_source} is not valid JSON: line {error.LineNumber + 1}, position {error.BytePositionInLine + 1}: {(tail < 0 ? reason : reason[..tail])}");
        }
    }

    /// <summary>An error about the token that was read last.</summary>
    public readonly Up42Exception Error(string what)
    {
        var before = _buffer.AsSpan(0, _start + (int)_reader.TokenStartIndex);
        var lineStart = before.LastIndexOf((byte)'\n');
        var line = _linesBefore + before.Count((byte)'\n') + 1;
        var position = lineStart < 0 ? _bytesOfLineBefore + before.Length + 1 : before.Length - lineStart;
        return new Up42Exception($"{_source} is not valid GeoJSON: line {line}, position {position}: {what}");
    }

    public readonly bool ValueEquals(ReadOnlySpan<byte> utf8) => _reader.ValueTextEquals(utf8);

    /// <summary>The string or property name as <see cref="GetText"/> gives it, in UTF-8; it stands until the next token is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly ReadOnlySpan<byte> GetUtf8() =>
        !_reader.ValueIsEscaped && Utf8.IsValid(_reader.ValueSpan) ? _reader.ValueSpan : Encoding.UTF8.GetBytes(GetText());

    /// <summary>The string or property name; what is no Unicode text (lone surrogates, bytes that are not UTF-8) becomes U+FFFD.</summary>
    public readonly string GetText()
    {
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
    public readonly double GetReal() =>
        _reader.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw Error("This number is too large.");

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

    /// <summary>Passes over the list or object that has just begun and returns its JSON, compact and in valid UTF-8.</summary>
    public byte[] ReadRaw()
    {
        _pin = _start + (int)_reader.TokenStartIndex;
        Skip();
        var raw = _buffer.AsSpan(_pin, _start + (int)_reader.BytesConsumed - _pin);
        _pin = -1;
        return JsonText.Compact(raw);
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
        _length += read;
        _final = read == 0;
        _reader = new Utf8JsonReader(_buffer.AsSpan(_start, _length - _start), _final, _reader.CurrentState);
    }

    private readonly int Grown(int size) => size < MaxTokenBytes
        ? size * 2
        : throw new Up42Exception($"{_source} holds a single value of more than {MaxTokenBytes / 1024 / 1024} MB; such a file is not read.");
}
