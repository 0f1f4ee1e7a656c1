using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>What the cells of a run show together has bounds, in whatever pieces it comes.</summary>
public class CellOutputsTests
{
    [Fact]
    public void Streams_that_take_turns_without_end_are_cut()
    {
        var outputs = new CellOutputs(new OutputRoom());
        for (var i = 0; i < 20_000; i++)
        {
            outputs.Write("stdout", "a");
            outputs.Write("stderr", "b");
        }

        var shown = outputs.ToJson();
        shown.Count.ShouldBe(10_001);
        Text(shown[^1]).ShouldBe("\n… The cell turned more than 10,000 times from one output to another; the rest of what it wrote is left out.\n");
    }

    [Fact]
    public void What_cells_write_counts_for_those_after_them()
    {
        var room = new OutputRoom(1000);
        var (first, second, third) = (new CellOutputs(room), new CellOutputs(room), new CellOutputs(room));
        first.Write("stdout", new string('a', 500));
        second.Write("stdout", new string('b', 500));
        third.Write("stdout", "c");

        Text(first.ToJson()[0]).ShouldBe(new string('a', 500));
        Text(second.ToJson()[0]).ShouldBe($"{new string('b', 100)}\n{OutputRoom.Refusal}\n");
        Text(third.ToJson()[0]).ShouldBe($"\n{OutputRoom.Refusal}\n");
    }

    [Fact]
    public void What_cells_display_counts_for_those_after_them()
    {
        var room = new OutputRoom(1000);
        var (first, second) = (new CellOutputs(room), new CellOutputs(room));
        first.Show(Data(new string('a', 500)));
        first.Return(1, Data(new string('b', 200)));
        second.Show(Data("c"));
        second.Show(Data("d"));
        second.Return(2, Data(new string('e', 200)));

        first.ToJson().Select(Shown).ShouldBe([new string('a', 500), new string('b', 200)]);
        second.ToJson().Count.ShouldBe(2);
        Text(second.ToJson()[0]).ShouldBe($"{OutputRoom.Refusal}\n");
        Shown(second.ToJson()[1]).ShouldBe(OutputRoom.Refusal);
    }

    [Fact]
    public void Displays_that_grow_when_they_are_replaced_are_left_out_and_smaller_ones_shown_again()
    {
        var outputs = new CellOutputs(new OutputRoom(1000));
        var place = outputs.Show(Data("a"));
        outputs.Replace(place, Data(new string('b', 5000)));
        Shown(outputs.ToJson()[0]).ShouldBe(OutputRoom.Refusal);
        outputs.Replace(place, Data("c"));

        Shown(outputs.ToJson()[0]).ShouldBe("c");
    }

    [Fact]
    public void A_text_of_very_many_lines_is_one_text()
    {
        NotebookCell.Lines("a\nb").ShouldBeOfType<JsonArray>().Count.ShouldBe(2);
        var text = new string('\n', 10_001);

        NotebookCell.Text(NotebookCell.Lines(text).ShouldBeAssignableTo<JsonValue>()).ShouldBe(text);
    }

    [Theory]
    [InlineData("application/json", 600_000)]
    [InlineData("image/png", 9_000_000)]
    public void What_is_too_long_is_a_sentence_whatever_it_was(string mimeType, int pairs)
    {
        var bundle = ValueFormatter.Bundle([new FormattedValue(mimeType, $"[{string.Concat(Enumerable.Repeat("1,", pairs))}1]")], "x");

        bundle.ShouldHaveSingleItem().Key.ShouldBe("text/plain");
        NotebookCell.Text(bundle["text/plain"]).ShouldStartWith("This display of a String");
    }

    private static JsonObject Data(string text) => new() { [PlainTextFormatter.MimeType] = NotebookCell.Lines(text) };

    private static string Text(JsonNode? output) => NotebookCell.Text(output!["text"]);

    private static string Shown(JsonNode? output) => NotebookCell.Text(output!["data"]!["text/plain"]);
}
