using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text.Json;

namespace Up42.Interactive.Cli.Tests.Packages;

[Trait("Tier", "Long")]
public sealed class ReproducibilityTests : IDisposable
{
    // portable PDB format, kind of custom debug information: https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Packages_of_two_clones_hold_the_same_bytes_and_lead_to_their_source()
    {
        var commit = Tool.Run("git", "-C", Samples.RepositoryRoot, "rev-parse", "HEAD").Trim();

        var first = await PackAsync("one");
        var second = await PackAsync("another folder/two");

        first.Keys.ShouldBe(
            ["Up42.Interactive.Gdal.dll", "Up42.Interactive.Gdal.pdb", "Up42.Interactive.Gdal.xml", "Up42.Interactive.dll",
                "Up42.Interactive.pdb", "Up42.Interactive.xml"]);
        foreach (var (name, bytes) in first)
        {
            second[name].ShouldBe(bytes, $"{name} differs from build to build.");
        }

        Documents(first["Up42.Interactive.pdb"]).ShouldContainKeyAndValue("/_/*", $"https://raw.githubusercontent.com/example/clone/{commit}/*");
    }

    // Clones as somebody makes them of a published repository; Source Link needs an address to link to.
    private async Task<SortedDictionary<string, byte[]>> PackAsync(string name)
    {
        var clone = _folder[name];
        Tool.Run("git", "clone", "-q", Samples.RepositoryRoot, clone);
        Tool.Run("git", "-C", clone, "remote", "set-url", "origin", "https://github.com/example/clone.git");
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var project in (string[])["Up42.Interactive.Gdal", "Up42.Interactive"])
        {
            var packed = await LocalFeed.RunAsync(
                clone, "dotnet", "pack", Path.Combine("src", project), "-c", "Release", "-o", "packed", "--nologo", "-v", "quiet",
                    "-p:ContinuousIntegrationBuild=true");
            packed.ExitCode.ShouldBe(0, packed.Output);
        }

        foreach (var package in Directory.EnumerateFiles(Path.Combine(clone, "packed")))
        {
            using var zip = ZipFile.OpenRead(package);
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal)))
            {
                using var bytes = new MemoryStream();
                using var stream = entry.Open();
                await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
                files[entry.Name] = bytes.ToArray();
            }
        }

        return files;
    }

    private static Dictionary<string, string> Documents(byte[] pdb)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
        var reader = provider.GetMetadataReader();
        var json = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(information => reader.GetGuid(information.Kind) == SourceLink);
        return JsonDocument.Parse(reader.GetBlobBytes(json.Value)).RootElement.GetProperty("documents").Deserialize<Dictionary<string, string>>()!;
    }

    public void Dispose() => _folder.Dispose();
}
