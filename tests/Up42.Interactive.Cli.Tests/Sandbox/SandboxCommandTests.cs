namespace Up42.Interactive.Cli.Tests.Sandbox;

public sealed class SandboxCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Sandbox_prints_how_to_reach_it_serves_and_stops_cleanly(string signal)
    {
        using var process = Up42Tool.Start("sandbox", "--port", "0");
        var lines = await GreetingAsync(process);

        var (endpoint, project, key) = (Value(lines, "UP42_ENDPOINT"), Value(lines, "UP42_PROJECT_ID"), Value(lines, "UP42_PROJECT_API_KEY"));
        using var up42 = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromProject(project, key), new Up42ClientOptions { Endpoint = new Uri(endpoint) }, TestContext.Current.CancellationToken);
        var jobs = lines.SkipWhile(line => line != "Jobs:").Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Trim().Split("  ", 2)).ToList();
        var job = await up42.GetJobAsync(jobs[0][0], cancellationToken: TestContext.Current.CancellationToken);

        using var http = new HttpClient();
        using var login = await http.PostAsync(
            $"{Value(lines, "UP42_AUTH_ENDPOINT")}/realms/public/protocol/openid-connect/token",
            new FormUrlEncodedContent(
            [
                new("grant_type", "password"), new("client_id", "up42-sdk"),
                new("username", Value(lines, "UP42_USERNAME")), new("password", Value(lines, "UP42_PASSWORD")),
            ]),
            TestContext.Current.CancellationToken);
        login.EnsureSuccessStatusCode();
        jobs.Count.ShouldBeGreaterThanOrEqualTo(6);
        jobs[0][1].ShouldStartWith(job.Name!);
        Tool.Run("/bin/sh", "-c", $"kill -{signal} {process.Id}");
        var end = await Up42Tool.EndAsync(process);
        end.ShouldBe(new Up42Tool.Result(0, "Stopped.\n", ""));
    }

    [Fact]
    public async Task Sandbox_leaves_signals_that_it_does_not_take_to_the_system()
    {
        using var process = Up42Tool.Start("sandbox", "--port", "0");
        await GreetingAsync(process);

        Tool.Run("/bin/sh", "-c", $"kill -QUIT {process.Id}");

        (await Up42Tool.EndAsync(process)).ExitCode.ShouldBe(131);
    }

    [Fact]
    public async Task Sandbox_is_reached_where_a_proxy_is_set()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var variables = new Dictionary<string, string>
        {
            ["HTTP_PROXY"] = "http://jane:s3cret-of-a-proxy@127.0.0.1:1/",
            ["http_proxy"] = "http://jane:s3cret-of-a-proxy@127.0.0.1:1/",
            ["UP42_ENDPOINT"] = sandbox.Endpoint.ToString(),
            ["UP42_PROJECT_ID"] = sandbox.Credentials.ProjectId,
            ["UP42_PROJECT_API_KEY"] = sandbox.Credentials.ProjectApiKey,
        };

        using var process = Up42Tool.Start(_folder.Path, variables, "report", sandbox.Jobs[0].Id, "-o", "report.html");
        var end = await Up42Tool.EndAsync(process);

        end.ExitCode.ShouldBe(0, end.Error);
        File.Exists(_folder["report.html"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Sandbox_on_a_taken_port_says_so()
    {
        await using var first = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var second = await Up42Tool.RunAsync("sandbox", "--port", $"{first.Endpoint.Port}");

        second.ExitCode.ShouldBe(1);
        second.Error.ShouldBe($"up42: Port {first.Endpoint.Port} is taken; name another with --port, or 0 for a free one.\n");
    }

    [Theory]
    [InlineData("20%", 0.2, 14)]
    [InlineData("0.05", 0.05, 14)]
    [InlineData("5%:dropped-connection,html-page", 0.05, 2)]
    public void Fault_option_takes_a_rate_and_kinds(string text, double rate, int kinds)
    {
        var faults = FaultOption.Parse(text);

        faults.Rate.ShouldBe(rate, 1e-9);
        faults.Kinds.Count.ShouldBe(kinds);
    }

    [Theory]
    [InlineData("often", "--fault often: a rate is written 20% or 0.2.")]
    [InlineData("120%", "--fault 120%: a rate is written 20% or 0.2.")]
    public async Task Fault_option_that_is_no_rate_is_refused(string text, string sentence)
    {
        var run = await Up42Tool.RunAsync("sandbox", "--port", "0", "--fault", text);

        run.ShouldBe(new Up42Tool.Result(1, "", $"up42: {sentence}\n"));
    }

    [Fact]
    public async Task Fault_option_of_an_unknown_kind_names_the_kinds()
    {
        var run = await Up42Tool.RunAsync("sandbox", "--port", "0", "--fault", "5%:earthquake");

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldStartWith("up42: --fault earthquake: the kinds are internal-server-error, bad-gateway, ");
    }

    [Fact]
    public async Task Scene_is_an_archive_that_opens()
    {
        var run = await Up42Tool.RunAsync("sandbox", "scene", "-o", _folder["made/scene.tgz"], "--size", "128", "--seed", "7");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBe($"{_folder["made/scene.tgz"]}\n");
        Tool.Run("tar", "tzf", _folder["made/scene.tgz"]).ShouldContain("output/data.json");
    }

    private static async Task<List<string>> GreetingAsync(System.Diagnostics.Process process)
    {
        var lines = new List<string>();
        while (await process.ReadLineWithinAsync("the sandbox's greeting", TimeSpan.FromMinutes(2)) is { } line && line != "Ctrl+C stops it.")
        {
            lines.Add(line);
        }

        return lines;
    }

    private static string Value(IEnumerable<string> lines, string name) =>
        lines.Single(line => line.StartsWith($"  export {name}=", StringComparison.Ordinal)).Split('=', 2)[1];

    public void Dispose() => _folder.Dispose();
}
