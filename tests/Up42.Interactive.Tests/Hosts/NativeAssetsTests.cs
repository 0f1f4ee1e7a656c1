namespace Up42.Interactive.Tests.Hosts;

public sealed class NativeAssetsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("app/SkiaSharp.dll", "app/runtimes/linux-x64/native/libSkiaSharp.so")]
    [InlineData("cache/skiasharp/4.1.0/lib/net8.0/SkiaSharp.dll", "cache/skiasharp.nativeassets.linux/4.1.0/runtimes/linux-x64/native/libSkiaSharp.so")]
    public void Candidates_are_beside_the_assembly_and_in_the_cache_that_it_was_loaded_from(string assembly, string library)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux()
                && System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64,
                "Linux, x64.");
        foreach (var file in (string[])[assembly, library, "cache/skiasharp.nativeassets.linux/9.9.9/runtimes/linux-x64/native/libSkiaSharp.so"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
            File.WriteAllText(_folder[file], "");
        }

        NativeAssets.Candidates(_folder[assembly], "libSkiaSharp").ShouldBe([_folder[library]]);
    }

    public void Dispose() => _folder.Dispose();
}
