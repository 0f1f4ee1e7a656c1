using System.Text.Json.Nodes;

namespace Up42.Interactive.Tests.Tables;

/// <summary>Tables, jobs and layers are searched by one grammar: it answers to <c>searches.json</c>.</summary>
public class SearchTableTests
{
    private static readonly string Folder = Path.Combine(Samples.RepositoryRoot, "tests/Up42.Interactive.Tests/Tables");

    [Fact]
    public void Searches_of_the_table_find_the_rows_that_they_mean()
    {
        var table = File.ReadAllText(Path.Combine(Folder, "searches.json"));
        var expected = JsonNode.Parse(table)!["searches"]!.AsArray().Select(search => search!.AsObject());
        var web = Path.Combine(Samples.RepositoryRoot, "src/Up42.Interactive/web");

        var found = JsonNode.Parse(Tool.RunWithInput("node", table, Path.Combine(Folder, "searches.mjs"), web))!.AsArray();

        found.Select(answer => answer!.ToJsonString()).ShouldBe(expected.Select(WithHints));
    }

    private static string WithHints(JsonObject search)
    {
        var answer = new JsonObject { ["search"] = (string)search["search"]!, ["rows"] = search["rows"]!.DeepClone() };
        answer["hints"] = search["hints"]?.DeepClone() ?? new JsonArray();
        if (search["better"] is { } better)
        {
            answer["better"] = (string)better!;
        }

        return answer.ToJsonString();
    }
}
