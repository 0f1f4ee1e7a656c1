using Up42.Interactive.Cli.Tests.Docs;
using Up42.Interactive.Cli.Tests.Reports;

namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>
/// The tutorials, each run by the real <c>up42</c>. What each cell shows is a golden file; the checks at a tutorial's end must notice a
/// missing display.
/// </summary>
public sealed class TutorialTests(Browser browser)
{
    private static readonly string[] Quick = ["02-a-jobs-life"];

    public static TheoryData<string> QuickOnes => [.. Quick];

    public static TheoryData<string> OtherOnes => [.. TutorialRun.Names.Except(Quick)];

    public static TheoryData<string> All => [.. TutorialRun.Names];

    [Theory]
    [MemberData(nameof(QuickOnes))]
    public Task Tutorial_runs_shows_what_it_promises_and_notices_a_missing_display(string name) => RunsAsync(name);

    [Theory]
    [Trait("Tier", "Long")]
    [MemberData(nameof(OtherOnes))]
    public Task Tutorial_runs_shows_what_it_promises_and_is_nowhere_cut(string name) =>
        RunsAsync(name, async page => (await PageModes.FindCutAsync(browser, page)).ShouldBeEmpty());

    [Theory]
    [MemberData(nameof(All))]
    public void Tutorial_is_committed_without_outputs_with_goal_setup_checks_and_way_on(string name)
    {
        var cells = TutorialRun.Read(name);

        cells.Where(TutorialRun.IsCode).ShouldAllBe(cell => cell["outputs"]!.AsArray().Count == 0 && cell["execution_count"] == null);
        TutorialRun.Text(cells[0]).ShouldStartWith("# ");
        cells[1]["id"]!.GetValue<string>().ShouldBe("setup");
        TutorialRun.Text(cells[1]).ShouldStartWith("#r \"nuget: Up42.Interactive\"\n");
        cells.Skip(2).Where(TutorialRun.IsCode).ShouldAllBe(cell => !TutorialRun.Text(cell).Contains("#r ", StringComparison.Ordinal));
        cells[^2]["id"]!.GetValue<string>().ShouldBe("check");
        TutorialRun.Text(cells[^1]).ShouldStartWith("## Where to go next\n");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Tutorial_code_compiles(string name) =>
        CodeCheck.Errors(TutorialRun.Read(name).Where(TutorialRun.IsCode).Select(TutorialRun.Text)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void Tutorial_links_lead_to_files(string name)
    {
        var targets = TutorialRun.Read(name).Where(cell => !TutorialRun.IsCode(cell)).SelectMany(cell => Links.In(TutorialRun.Text(cell)));

        targets.Where(target => !File.Exists(Path.Combine(TutorialRun.Source, target))).ShouldBeEmpty();
    }

    private static async Task RunsAsync(string name, Func<string, Task>? look = null)
    {
        await using var sandbox = await TutorialRun.StartSandboxAsync(name);
        using var run = await TutorialRun.StartAsync(name, sandbox is null ? [] : ["--param", $"endpoint={sandbox.Endpoint}"]);

        run.Result.ExitCode.ShouldBe(0, run.Result.Error);
        NotebookFile.ReadValidCells(run.Notebook);
        run.Unnoticed.ShouldBe("stdout: \n");
        Expectation.Match(run.Shown(), $"Tutorials/{name}.txt");
        await (look?.Invoke(run.Page) ?? Task.CompletedTask);
    }
}
