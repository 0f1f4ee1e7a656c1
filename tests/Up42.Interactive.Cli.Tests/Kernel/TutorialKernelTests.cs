using System.Diagnostics;
using Up42.Interactive.Cli.Tests.Notebooks;

namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>The tutorials as they are committed, cell by cell in the real kernel, from the packages of this build.</summary>
[Collection(KernelCollection.Name)]
public sealed class TutorialKernelTests(KernelFeed feed)
{
    public static TheoryData<string> All => [.. TutorialRun.Names];

    [Theory]
    [Trait("Tier", "Long")]
    [MemberData(nameof(All))]
    public async Task Tutorial_runs_in_the_kernel(string name)
    {
        await using var sandbox = await TutorialRun.StartSandboxAsync(name);
        var began = Stopwatch.StartNew();
        await using var kernel = await feed.StartAsync();
        foreach (var cell in TutorialRun.Read(name).Where(TutorialRun.IsCode))
        {
            var reply = await kernel.RunAsync(TutorialRun.Text(cell));
            var isMeantToFail = TutorialRun.HasTag(cell, "raises-exception");

            (reply.IsOk || isMeantToFail).ShouldBeTrue($"{name}, cell {cell["id"]}: {reply.Problem}");
            reply.Stream("stderr").ShouldBeEmpty($"{name}, cell {cell["id"]}");
            if (reply.Html?.Contains("u42-v1", StringComparison.Ordinal) == true)
            {
                reply.Text.ShouldNotBeNullOrEmpty($"{name}, cell {cell["id"]}: its display comes as text too");
            }

            if (sandbox is not null && TutorialRun.HasTag(cell, "parameters"))
            {
                (await kernel.RunAsync($"endpoint = \"{sandbox.Endpoint}\";")).IsOk.ShouldBeTrue();
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0} in the kernel: {1:0.0} s", name, began.Elapsed.TotalSeconds);
    }
}
