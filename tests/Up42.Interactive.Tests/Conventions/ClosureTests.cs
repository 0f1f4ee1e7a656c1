using System.Text;
using System.Text.Json;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>The list of packages that users get, in <c>docs/packages.md</c>, is what the build restores.</summary>
public class ClosureTests
{
    private static readonly string[] Packages = ["Up42.Interactive.Gdal", "Up42.Interactive", "Up42.Interactive.GoogleCloud", "Up42.Interactive.Sandbox"];
    private static readonly string Page = Path.Combine(Samples.RepositoryRoot, "docs", "packages.md");

    [Fact]
    public void Packages_page_lists_what_each_package_brings()
    {
        var text = new StringBuilder("""
            # Packages

            What `#r "nuget: …"` or `dotnet add package` brings, all of it, apart from .NET itself.

            | Package | Brings |
            |---|---|

            """);
        foreach (var package in Packages)
        {
            text.Append('|').Append(' ').Append('`').Append(package).Append("` | ").AppendJoin(", ", Brings(package).DefaultIfEmpty("nothing")).Append(" |\n");
        }

        if (Environment.GetEnvironmentVariable("UP42_ACCEPT") == "1")
        {
            File.WriteAllText(Page, text.ToString());
        }

        File.ReadAllText(Page).ShouldBe(text.ToString(), "UP42_ACCEPT=1 writes the page anew.");
    }

    [Fact]
    public void Readme_names_every_package_that_the_page_lists()
    {
        var readme = File.ReadAllLines(Path.Combine(Samples.RepositoryRoot, "README.md"));
        var known = new List<string>();
        foreach (var package in Packages)
        {
            var row = readme.Single(line => line.StartsWith($"| `{package}` |", StringComparison.Ordinal));
            var names = Brings(package).Select(name => name.Split(' ')[0].Split(".NativeAssets")[0].Trim('`')).ToList();
            names.Except(known).Where(name => !row.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty(package);
            known.AddRange([package, .. names]);
        }
    }

    // Analyzers are the build's own; what another package of ours brings is listed there.
    private static List<string> Brings(string package)
    {
        var path = Path.Combine(Samples.RepositoryRoot, "artifacts", "obj", package, "project.assets.json");
        using var assets = JsonDocument.Parse(File.ReadAllText(path));
        var all = assets.RootElement.GetProperty("targets").GetProperty("net10.0").EnumerateObject()
            .Where(library => !library.Name.Contains("Analyzers", StringComparison.Ordinal)).ToList();
        return
        [
            .. all.OrderByDescending(library => library.Value.GetProperty("type").ValueEquals("project"))
                .ThenBy(library => library.Name, StringComparer.Ordinal)
                .Select(library => library.Value.GetProperty("type").ValueEquals("project")
                    ? $"`{library.Name.Split('/')[0]}`"
                    : library.Name.Replace('/', ' ')),
        ];
    }
}
