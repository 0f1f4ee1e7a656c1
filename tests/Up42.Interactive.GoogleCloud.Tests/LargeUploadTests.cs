using System.Globalization;
using System.Text.RegularExpressions;

namespace Up42.Interactive.GoogleCloud.Tests;

public sealed partial class LargeUploadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Upload_of_a_gigabyte_broken_three_times_ends_identical_in_little_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of memory is read from /proc.");
        await using var server = await GoogleStorageServer.StartAsync();
        foreach (var chunk in Enumerable.Range(0, 100))
        {
            server.ChunkFaults.Enqueue(chunk is 10 or 40 or 90 ? new StorageFault.Break(5_000_000) : null);
        }

        var file = _folder["object.tgz"];
        using (var content = File.Create(file))
        {
            for (var i = 0; i < 1000; i++)
            {
                content.Write(GoogleCloudBucketTests.Bytes(1_000_000, seed: i));
            }
        }

        var program = AppContext.BaseDirectory.Replace("Up42.Interactive.GoogleCloud.Tests", "Up42.Interactive.Bench", StringComparison.Ordinal);
        var said = await Task.Run(
            () => Tool.Run(Path.Combine(program, "Up42.Interactive.Bench"), "task", "upload", file, server.Endpoint.AbsoluteUri),
            TestContext.Current.CancellationToken);

        var stored = server.Objects.Single().Value;
        stored.Length.ShouldBe(1_000_000_000);
        Tool.Run("md5sum", file).ShouldStartWith(Convert.ToHexStringLower(Convert.FromBase64String(stored.Md5)));
        server.Requests.Count(request => request.StartsWith("PUT bytes */", StringComparison.Ordinal)).ShouldBe(3);
        double.Parse(Peak().Match(said).Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeLessThan(150, said);
    }

    [GeneratedRegex(@"peak (\d+) MB")]
    private static partial Regex Peak();
}
