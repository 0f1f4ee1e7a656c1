using System.Text;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Damaged notebooks, read, checked and laid out as <c>up42 run</c> does; their cells do not run.</summary>
public sealed class DamagedNotebookTests : IDisposable
{
    private const string Seed = """
        {"nbformat":4,"nbformat_minor":5,"metadata":{"kernelspec":{"name":".net-csharp","language":"C#"}},"cells":[
        {"cell_type":"markdown","id":"a","metadata":{},"source":["# Title\n","- [x] a *b* `c` <b title=\"d\">e</b>\n",
          "![f](attachment:f.png)\n","\n|g|h|\n|-|-|\n|1|2|"],
         "attachments":{"f.png":{"image/png":"iVBORw0KGgo="}}},
        {"cell_type":"code","id":"b","execution_count":1,"metadata":{"tags":["parameters"],"polyglot_notebook":{"kernelName":"csharp"}},
         "source":"int count = 1; // c\nvar text = $\"a {count:0} b\";",
         "outputs":[{"output_type":"stream","name":"stderr","text":["a\r\n","\u001b[31mb\u001b[0m"]},
          {"output_type":"error","ename":"E","evalue":"v","traceback":["at x"]},
          {"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/html":"<table><tr><td style=\"color:red\">1</td></tr></table>"}},
          {"output_type":"display_data","metadata":{},"data":{"application/json":{"a":[1,{"b":null}]},"text/plain":"x"}}]},
        {"cell_type":"raw","id":"c","metadata":{},"source":"<raw>"}]}
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public void Damaged_notebook_is_laid_out_or_refused_in_a_sentence() => Try(200, seed: 42);

    [Fact]
    [Trait("Tier", "Long")]
    public void Damaged_notebook_is_laid_out_or_refused_in_a_sentence_ten_thousand_times() => Try(10_000, Random.Shared.Next());

    public void Dispose() => _folder.Dispose();

    private void Try(int count, int seed) =>
        DamagedInputs.Try(_folder["in.ipynb"], [Encoding.UTF8.GetBytes(Seed)], Read, error => error is CommandException, count, seed);

    private void Read(string path)
    {
        var notebook = Notebook.Read(path);
        NotebookCheck.Check(notebook);
        NotebookParameters.Inject(notebook, []);
        NotebookPage.Render(notebook);
        notebook.Save(_folder["out.ipynb"]);
    }
}
