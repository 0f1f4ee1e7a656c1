namespace Up42.Interactive.Gdal.Tests;

public sealed class GdalLibraryTests
{
    private const string Mark = "UP42_TEST_MARK";

    [Fact]
    public void Load_with_a_wrong_variable_names_it_and_the_ways_to_install()
    {
        var exception = Should.Throw<GdalException>(() => GdalLibrary.Load(GdalLibraryCandidates.For("/nowhere/libgdal.so", "/nowhere")));

        exception.IsLibraryMissing.ShouldBeTrue();
        exception.Message.ShouldBe(
            "GDAL's native library was not found: GDAL_LIBRARY is set to '/nowhere/libgdal.so', which cannot be loaded, or is not GDAL. "
            + "Set it to the full path of the library, or unset it and install GDAL "
            + "(Debian and Ubuntu: apt-get install libgdal32 (or the libgdal3x of your release); macOS: brew install gdal; "
            + "Windows: OSGeo4W, or a MaxRev.Gdal runtime package in the project; anywhere: conda install -c conda-forge libgdal).");
    }

    [Fact]
    public void Load_without_any_library_lists_what_was_tried()
    {
        var candidates = new GdalLibraryCandidates(["libnogdal.so.32", "/opt/nothing/libgdal.so"], null);

        Should.Throw<GdalException>(() => GdalLibrary.Load(candidates)).Message.ShouldEndWith("Tried: libnogdal.so.32, /opt/nothing/libgdal.so.");
    }

    [Fact]
    public void Candidates_start_with_the_application_and_end_with_the_system()
    {
        using var folder = new TempFolder();
        var native = Directory.CreateDirectory(folder[$"runtimes/{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}/native"]).FullName;
        File.WriteAllText(Path.Combine(native, "libgdal.so.99"), string.Empty);

        var names = GdalLibraryCandidates.For(null, folder.Path).Names;

        names[0].ShouldBe(Path.Combine(native, "libgdal.so.99"));
        names.ShouldContain("libgdal.so.32");
    }

    [Fact]
    public void Version_is_the_one_of_gdalinfo()
        => Tool.Run("gdalinfo", "--version").ShouldStartWith($"GDAL {GdalLibrary.Version},");

    [Fact]
    public void End_of_the_process_waits_for_a_call()
    {
        using var folder = new TempFolder();

        Tool.Run("env", $"{Mark}={folder["mark"]}", Environment.ProcessPath!, "-explicit", "only", "-method", $"*.{nameof(A_call_in_a_process_that_ends)}")
            .ShouldContain("Total: 1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0");

        File.ReadAllText(folder["mark"]).ShouldBe("whole");
    }

    [Fact(Explicit = true)]
    public void A_call_in_a_process_that_ends()
    {
        using var entered = new ManualResetEventSlim();
        var mark = Environment.GetEnvironmentVariable(Mark)!;
        new Thread(() =>
        {
            using var scope = GdalScope.Enter();
            entered.Set();
            Thread.Sleep(3000);
            File.WriteAllText(mark, "whole");
        })
        { IsBackground = true }.Start();
        entered.Wait(TestContext.Current.CancellationToken);
    }
}
