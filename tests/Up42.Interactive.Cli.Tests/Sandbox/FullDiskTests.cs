namespace Up42.Interactive.Cli.Tests.Sandbox;

/// <summary>A disk without room, in processes of their own.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public FullDiskTests() => Directory.CreateDirectory(_folder["disk"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Scene_without_room_says_so_in_a_sentence()
    {
        using var process = Up42Tool.StartOnSmallDisk(_folder["disk"], [], "sandbox", "scene", "-o", _folder["disk/scene.tgz"], "--size", "400");
        var run = await Up42Tool.EndAsync(process);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith($"up42: {_folder["disk/scene.tgz"]} cannot be written: ");
        run.Error.ShouldContain("No space left on device");
    }

    [Fact]
    public async Task Archive_that_lies_here_and_has_no_room_to_be_unpacked_names_itself_the_folder_and_the_way_out()
    {
        using var process = Up42Tool.StartOnSmallDisk(
            _folder["disk"],
            new Dictionary<string, string> { ["UP42_CACHE"] = _folder["disk/cache"] },
            "report", Samples.Find("landsat-olinda.tgz"), "-o", _folder["report.html"]);
        var run = await Up42Tool.EndAsync(process);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith($"up42: The content of landsat-olinda.tgz could not be written to {_folder["disk/cache"]}/");
        run.Error.ShouldContain(": the disk is full. Make room, or name another folder in the variable UP42_CACHE.");
        File.Exists(_folder["report.html"]).ShouldBeFalse();
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Demo_with_a_full_temporary_folder_names_the_cause_at_once()
    {
        using var process = Up42Tool.StartOnSmallDisk(
            _folder["disk"], new Dictionary<string, string> { ["TMPDIR"] = _folder["disk"] }, "demo", "-o", _folder["demo"]);
        var run = await Up42Tool.EndAsync(process);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("[507] Insufficient Storage");
        run.Error.ShouldNotContain("8 times");
    }
}
