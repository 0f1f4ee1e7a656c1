using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Cli;

/// <summary>What one cell shows, in the order in which it came. Safe to write to from several threads.</summary>
/// <param name="room">What this cell and the others may show.</param>
internal sealed class CellOutputs(OutputRoom room)
{
    /// <summary>Characters of <c>stdout</c> and <c>stderr</c> of one cell: a notebook of much more opens nowhere, and takes gigabytes to write.</summary>
    public const int MaxStreamCharacters = 4_000_000;

    /// <summary>Values that one cell shows beside its own, and turns from one stream to another.</summary>
    public const int MaxDisplays = 10_000;

    private const int MaxDisplayCharacters = 64_000_000;
    private const int CharactersOfOutput = 200;

    private static readonly string TooMuchWritten =
        $"… The cell wrote more than {MaxStreamCharacters / 1_000_000} million characters; the rest is left out.";

    private static readonly string TooManyTurns =
        $"… The cell turned more than {NumberText.Format(MaxDisplays)} times from one output to another; the rest of what it wrote is left out.";

    private static readonly string TooMuchDisplayed =
        $"… The cell displayed more than {NumberText.Format(MaxDisplays)} values or {MaxDisplayCharacters / 1_000_000} million characters; "
        + "the rest is left out.";

    // What was left out may be replaced later all the same.
    private const int Nowhere = -1;

    private readonly Lock _lock = new();
    private readonly List<JsonObject> _outputs = [];
    private readonly StringBuilder _stream = new();
    private string? _streamName;
    private int _streamCharacters;
    private int _streams;
    private int _displays;
    private long _displayCharacters;
    private bool _isFull;
    private bool _isCut;
    private bool _isChanged = true;

    /// <summary>Adds text written to <c>stdout</c> or <c>stderr</c> up to a limit; text that follows text of the same stream joins it.</summary>
    public void Write(string streamName, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_isCut)
            {
                return;
            }

            if (_streamName != streamName)
            {
                CloseStream();
                _streamName = streamName;
                _isCut = ++_streams > MaxDisplays || !room.TryTake(CharactersOfOutput);
            }

            _isChanged = true;
            var shown = _isCut ? [] : text[..Math.Min(text.Length, MaxStreamCharacters - _streamCharacters)];
            var refusal = _streams > MaxDisplays ? TooManyTurns : shown.Length < text.Length && !_isCut ? TooMuchWritten : OutputRoom.Refusal;
            shown = shown[..room.Take(shown.Length)];
            _stream.Append(shown);
            _streamCharacters += shown.Length;
            _isCut |= shown.Length < text.Length;
            if (_isCut)
            {
                _stream.Append(CultureInfo.InvariantCulture, $"\n{refusal}\n");
            }
        }
    }

    /// <summary>Adds a displayed value, as far as there is room, and returns its place.</summary>
    public int Show(JsonObject data)
    {
        lock (_lock)
        {
            if (_isFull)
            {
                return Nowhere;
            }

            var characters = Characters(data);
            _displayCharacters += characters;
            var isOfCell = ++_displays > MaxDisplays || _displayCharacters > MaxDisplayCharacters;
            _isFull = isOfCell || !room.TryTake(characters + CharactersOfOutput);
            if (!_isFull)
            {
                return Add(new JsonObject { ["data"] = data, ["metadata"] = new JsonObject(), ["output_type"] = "display_data" });
            }

            Add(new JsonObject
            {
                ["name"] = "stderr",
                ["output_type"] = "stream",
                ["text"] = NotebookCell.Lines($"{(isOfCell ? TooMuchDisplayed : OutputRoom.Refusal)}\n"),
            });
            return Nowhere;
        }
    }

    /// <summary>Replaces a displayed value.</summary>
    public void Replace(int index, JsonObject data)
    {
        lock (_lock)
        {
            if (index == Nowhere)
            {
                return;
            }

            var growth = Characters(data) - Characters(_outputs[index]["data"]!.AsObject());
            var isOfCell = _displayCharacters + growth > MaxDisplayCharacters;
            _isChanged = true;
            if (!isOfCell && room.TryTake(growth))
            {
                _displayCharacters += growth;
                _outputs[index]["data"] = data;
            }
            else
            {
                _outputs[index]["data"] = Note(isOfCell ? TooMuchDisplayed : OutputRoom.Refusal);
            }
        }
    }

    /// <summary>Adds the value of the cell's last expression.</summary>
    public void Return(int executionCount, JsonObject data) => Add(new JsonObject
    {
        ["data"] = room.TryTake(Characters(data)) ? data : Note(OutputRoom.Refusal),
        ["execution_count"] = executionCount,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "execute_result",
    });

    /// <summary>Adds the error that ended the cell.</summary>
    public void Fail(CellError error) => Add(ToJson(error));

    /// <summary>nbformat's output of an error.</summary>
    public static JsonObject ToJson(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    /// <summary>nbformat's list of outputs, a copy.</summary>
    public JsonArray ToJson()
    {
        lock (_lock)
        {
            CloseStream();
            return new JsonArray([.. _outputs.Select(output => output.DeepClone())]);
        }
    }

    /// <summary>The cell holds something else than these: they are to be stored again.</summary>
    public void MarkChanged()
    {
        lock (_lock)
        {
            _isChanged = true;
        }
    }

    /// <summary>Whether anything was added since this was asked last.</summary>
    public bool TakeChanged()
    {
        lock (_lock)
        {
            (var isChanged, _isChanged) = (_isChanged, false);
            return isChanged;
        }
    }

    private static JsonObject Note(string text) => new() { [PlainTextFormatter.MimeType] = NotebookCell.Lines(text) };

    private static long Characters(JsonObject data) => data.Sum(part => part.Value is JsonArray lines
        ? lines.Sum(line => line is JsonValue value && value.TryGetValue(out string? text) ? text.Length : 8L)
        : part.Value is JsonValue whole && whole.TryGetValue(out string? all) ? all.Length
        : part.Value?.ToJsonString().Length ?? 0L);

    private int Add(JsonObject output)
    {
        lock (_lock)
        {
            CloseStream();
            _outputs.Add(output);
            _isChanged = true;
            return _outputs.Count - 1;
        }
    }

    private void CloseStream()
    {
        if (_stream.Length > 0)
        {
            _outputs.Add(new JsonObject { ["name"] = _streamName, ["output_type"] = "stream", ["text"] = NotebookCell.Lines(_stream.ToString()) });
            _stream.Clear();
        }

        _streamName = null;
    }
}
