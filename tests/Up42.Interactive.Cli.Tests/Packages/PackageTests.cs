using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli.Tests.Packages;

[Trait("Tier", "Long")]
public sealed partial class PackageTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Packages_have_readme_icon_licence_and_documentation_and_symbols_of_their_own()
    {
        foreach (
            var project in Directory.EnumerateDirectories(Path.Combine(Samples.RepositoryRoot, "src")).Select(path => Path.GetFileName(path)!)
                .Except(["Up42.Interactive.KernelExtension"]))
        {
            var name = project.Replace("Up42.Interactive.Cli", "up42", StringComparison.Ordinal);
            using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{name}.0.1.0.nupkg"));
            var files = package.Entries.Select(entry => entry.FullName).ToList();
            files.ShouldContain("PACKAGE.md");
            files.ShouldContain("LICENSE");
            files.ShouldContain("icon.png");
            files.ShouldContain(file => file.EndsWith($"/{name}.xml", StringComparison.Ordinal));
            var facts = Text(package, $"{name}.nuspec");
            facts.ShouldContain("<license type=\"expression\">MIT</license>");
            facts.ShouldContain("<readme>PACKAGE.md</readme>");
            facts.ShouldContain("<icon>icon.png</icon>");
            facts.ShouldMatch("<repository type=\"git\" .*commit=\"[0-9a-f]{40}\"");

            using var symbols = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{name}.0.1.0.snupkg"));
            var pdb = symbols.Entries.Single(entry => entry.Name == $"{name}.pdb");
            Encoding.Latin1.GetString(Bytes(pdb)).ShouldNotContain(Samples.RepositoryRoot);
            Encoding.Latin1.GetString(Bytes(package.Entries.Single(entry => entry.Name == $"{name}.dll"))).ShouldNotContain(Samples.RepositoryRoot);
        }
    }

    [Fact]
    public void Library_brings_what_a_notebook_runs_when_it_loads_it()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, "Up42.Interactive.0.1.0.nupkg"));

        package.Entries.ShouldContain(entry => entry.FullName == "interactive-extensions/dotnet/Up42.Interactive.KernelExtension.dll");
        package.Entries.ShouldContain(entry => entry.FullName == "buildTransitive/Up42.Interactive.targets");
        Text(package, "Up42.Interactive.nuspec").ShouldNotContain("Microsoft.DotNet.Interactive");
    }

    [Fact]
    public async Task Project_that_was_empty_shows_results_without_a_warning_or_a_front_end_tool()
    {
        var folder = feed.NewFolder("project");
        await File.WriteAllTextAsync(Path.Combine(folder, "project.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework>
              <OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup><PackageReference Include="Up42.Interactive" Version="0.1.0" /></ItemGroup>
            </Project>
            """, Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            using Up42.Interactive;
            var results = JobResults.Open(args[0]);
            results.PlotResults(bands: [1]).SaveHtml("plot.html");
            results.MapResults(bands: [1]).SaveHtml("map.html");
            System.Console.WriteLine(results.Table);
            """, Cancel);

        var run = await feed.UseAsync(folder, "dotnet", "run", "--", Samples.BerlinTgz);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldNotContain("warn");
        File.ReadAllText(Path.Combine(folder, "plot.html")).ShouldContain("u42-script");
        File.ReadAllText(Path.Combine(folder, "map.html")).ShouldContain("u42-script");
        Megabytes(Path.Combine(folder, "bin", "Debug", "net10.0")).ShouldBeLessThan(160);

        var build = await feed.UseAsync(folder, "dotnet", "build", "-r", "linux-x64", "--self-contained", "false", "-o", "one-rid");
        build.ExitCode.ShouldBe(0, build.Output);
        Megabytes(Path.Combine(folder, "one-rid")).ShouldBeLessThan(60);
    }

    [Fact]
    public async Task App_of_one_file_is_published_as_the_documents_say()
    {
        var folder = feed.NewFolder("published");
        await File.WriteAllTextAsync(Path.Combine(folder, "app.cs"), """
            #:package Up42.Interactive@0.1.0
            #:property PublishAot=false
            using Up42.Interactive;
            JobResults.Open(args[0]).PlotResults(bands: [1]).SaveHtml("plot.html");
            """, Cancel);

        var publish = await feed.UseAsync(folder, "dotnet", "publish", "app.cs", "-o", "out");
        publish.ExitCode.ShouldBe(0, publish.Output);
        var run = await feed.UseAsync(folder, Path.Combine(folder, "out", "app"), Samples.BerlinTgz);

        run.ExitCode.ShouldBe(0, run.Output);
        File.ReadAllText(Path.Combine(folder, "plot.html")).ShouldContain("u42-script");
    }

    [Fact]
    public async Task App_of_one_file_says_what_it_waits_for_on_a_terminal_and_nothing_in_a_pipe()
    {
        var folder = feed.NewFolder("app");
        await File.WriteAllTextAsync(Path.Combine(folder, "app.cs"), """
            #:package Up42.Interactive@0.1.0
            #:package Up42.Interactive.Sandbox@0.1.0
            #:property TreatWarningsAsErrors=true
            using Up42.Interactive;
            await using var sandbox = await SandboxServer.StartAsync();
            using var up42 = await Up42Client.AuthenticateAsync(
                Up42Credentials.FromProject(sandbox.Credentials.ProjectId, sandbox.Credentials.ProjectApiKey),
                new Up42ClientOptions { Endpoint = sandbox.Endpoint });
            var job = await up42.GetJobAsync(sandbox.Jobs[0].Id);
            await job.TrackStatusAsync();
            await job.DownloadResultsAsync(args[0]);
            job.PlotResults().SaveHtml("plot.html");
            job.MapResults().SaveHtml("map.html");
            Console.WriteLine($"{job.Results!.Rasters.Count} raster");
            """, Cancel);

        var pipe = await feed.UseAsync(folder, "dotnet", "run", "app.cs", "--", "one");
        var terminal = await feed.UseAsync(folder, "script", "-qec", "dotnet run app.cs -- two", "/dev/null");

        pipe.ExitCode.ShouldBe(0, pipe.Output);
        pipe.Output.ShouldBe("1 raster\n");
        var lines = Escapes().Replace(terminal.Output, "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain(line => line.Contains(": SUCCEEDED", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("Results of job ", StringComparison.Ordinal));
        lines.ShouldContain("1 raster");
    }

    [Fact]
    public async Task Tool_installed_from_the_feed_runs_the_quickstart()
    {
        var folder = feed.NewFolder("notebook");
        var install = await feed.UseAsync(folder, "dotnet", "tool", "install", "up42", "--version", "0.1.0", "--tool-path", feed.ToolFolder);
        install.ExitCode.ShouldBe(0, install.Output);
        Megabytes(feed.ToolFolder).ShouldBeLessThan(200);
        var up42 = Path.Combine(feed.ToolFolder, "up42");
        (await feed.UseAsync(folder, up42, "--version")).Output.ShouldStartWith("0.1.0");

        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Cancel);
        File.Copy(Path.Combine(Samples.RepositoryRoot, "notebooks", "01-quickstart.ipynb"), Path.Combine(folder, "quickstart.ipynb"));
        var run = await feed.UseAsync(
            folder, up42, "run", "quickstart.ipynb", "-o", "out.ipynb", "--html", "out.html", "--param", $"endpoint={sandbox.Endpoint}");

        run.ExitCode.ShouldBe(0, run.Output);
        Notebooks.NotebookFile.ReadValidCells(Path.Combine(folder, "out.ipynb")).SelectMany(Outputs).ShouldContain(text => text.Contains("Map of 1 image"));
        File.ReadAllText(Path.Combine(folder, "out.html")).ShouldContain("u42-v1");
    }

    private static double Megabytes(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;

    private static IEnumerable<string> Outputs(System.Text.Json.Nodes.JsonNode? cell) =>
        (string?)cell!["cell_type"] == "code" ? Notebooks.NotebookFile.Outputs(cell) : [];

    private static string Text(ZipArchive package, string name) => Encoding.UTF8.GetString(Bytes(package.GetEntry(name)!));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"\x1B\[[0-?]*[ -/]*[@-~]|\x1B\][^\x07]*\x07|\x1B[=>]|\r")]
    private static partial Regex Escapes();
}
