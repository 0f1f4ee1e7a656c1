using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;

namespace Up42.Interactive.Cli.Tests.Notebooks;

public class CellDisplaysTests
{
    [Fact]
    public void What_a_cell_shows_goes_to_its_outputs_and_is_not_held_besides()
    {
        var outputs = new CellOutputs(new OutputRoom());
        using var context = new CellDisplays().Begin("display(1)", outputs);
        "first".Display();
        KernelInvocationContextExtensions.Display(context, "second").Update("third");

        var held = new List<KernelEvent>();
        using var late = context.KernelEvents.Subscribe(held.Add);

        outputs.ToJson().Select(shown => string.Concat(shown!["data"]!["text/plain"]!.AsArray())).ShouldBe(["first", "third"]);
        held.ShouldHaveSingleItem();
    }
}
