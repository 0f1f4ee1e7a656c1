using System.Diagnostics;

namespace Up42.Interactive.Cli.Tests.Docs;

[Trait("Tier", "Long")]
public sealed class ExampleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Explore_writes_its_files_from_a_scene_of_the_sandbox()
    {
        var start = new ProcessStartInfo("dotnet", ["run", Path.Combine(Samples.RepositoryRoot, "examples", "explore.cs")])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
                process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForEndAsync();

        process.ExitCode.ShouldBe(0, $"{await output}\n{await error}");
        (await output).ShouldContain("768 × 768 pixels, 4 bands");
        File.ReadAllBytes(_folder["explore/scene.png"])[1..4].ShouldBe("PNG"u8.ToArray());
        File.ReadAllText(_folder["explore/map.html"]).ShouldContain("Footprints");
        File.ReadLines(_folder["explore/scenes.csv"]).Count().ShouldBe(2);
    }

    public void Dispose() => _folder.Dispose();
}
