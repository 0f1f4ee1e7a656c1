using System.Text;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli;

/// <summary>What one cell shows, in the order in which it came. Safe to write to from several threads.</summary>
internal sealed class CellOutputs
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _outputs = [];
    private readonly StringBuilder _stream = new();
    private string? _streamName;

    /// <summary>Adds text written to <c>stdout</c> or <c>stderr</c>; text that follows text of the same stream joins it.</summary>
    public void Write(string streamName, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_streamName != streamName)
            {
                CloseStream();
                _streamName = streamName;
            }

            _stream.Append(text);
        }
    }

    /// <summary>Adds a displayed value and returns its place.</summary>
    public int Show(JsonObject data) => Add(new JsonObject
    {
        ["data"] = data,
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    });

    /// <summary>Replaces a displayed value.</summary>
    public void Replace(int index, JsonObject data)
    {
        lock (_lock)
        {
            _outputs[index]["data"] = data;
        }
    }

    /// <summary>Adds the value of the cell's last expression.</summary>
    public void Return(int executionCount, JsonObject data) => Add(new JsonObject
    {
        ["data"] = data,
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

    private int Add(JsonObject output)
    {
        lock (_lock)
        {
            CloseStream();
            _outputs.Add(output);
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
