using System.Globalization;

namespace Up42.Interactive.Cli.Tests.Notebooks;

[Trait("Tier", "Long")]
public sealed class StartTimeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <summary>Processor time, not time on the wall: tests and builds beside this one do not add to it, and a free machine needs no more.</summary>
    [Fact]
    public void Run_gives_the_first_cells_result_within_three_seconds_of_processor_time()
    {
        var path = NotebookFile.Write(_folder["in.ipynb"], "#r \"nuget: Up42.Interactive\"\nusing Up42.Interactive;\nnew { First = 1 }");
        var command = $"TIMEFORMAT='%U %S'; time '{AppContext.BaseDirectory}up42' run '{path}' -o '{_folder["out.ipynb"]}' 2>/dev/null >/dev/null";

        var times = Tool.Run("/bin/bash", "-c", $"({command}) 2>&1").Split(' ').Select(seconds => double.Parse(seconds, CultureInfo.InvariantCulture));

        times.Sum().ShouldBeLessThan(3);
        NotebookFile.ReadValidCells(_folder["out.ipynb"]).ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Dispose();
}
