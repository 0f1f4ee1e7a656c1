using System.Net;

namespace Up42.Interactive.Sandbox;

/// <summary>Today's routes go wrong in the same ways as the old ones.</summary>
public sealed class TodayFaultTests
{
    private static readonly string[] Paths =
    [
        "v2/assets/stac", "v2/assets/stac/collections?limit=2", "v2/assets/stac/search?limit=2", "v2/processing/processes/pansharpening",
        "v2/processing/jobs?limit=2", "v2/orders", $"{Up42PySession.Realm}/userinfo",
    ];

    [Fact]
    public async Task A_mix_of_faults_reaches_every_route_and_its_right_answers_stay_right()
    {
        var options = new SandboxOptions { TimeProvider = new FastClock(1000), TokenLifetime = TimeSpan.FromDays(30) };
        await using var well = await SandboxServer.StartAsync(options: options, cancellationToken: Up42PySession.Cancellation);
        using var right = await Up42PySession.LogInAsync(well);
        var expected = new Dictionary<string, int>();
        foreach (var path in Paths)
        {
            expected[path] = (await right.GetAsync(path)).EnumerateObject().Count();
        }

        var kinds = Enum.GetValues<SandboxFault>().Except([SandboxFault.ExpiredToken, SandboxFault.ExpiredUrl]).ToList();
        await using var server = await SandboxServer.StartAsync(
            options: options with { Faults = new SandboxFaults { Rate = 0.3, Kinds = kinds } }, cancellationToken: Up42PySession.Cancellation);
        using var session = await FaultyServer.UntilWellAsync(() => Up42PySession.LogInAsync(server));
        for (var round = 0; round < 60; round++)
        {
            var path = Paths[round % Paths.Length];
            var json = await FaultyServer.UntilWellAsync(async () =>
            {
                using var answer = await session.SendAsync(HttpMethod.Get, path);
                answer.EnsureSuccessStatusCode();
                return await Up42PySession.JsonAsync(answer);
            });
            json.EnumerateObject().Count().ShouldBe(expected[path], path);
        }

        server.Requests.Select(request => request.Fault).OfType<SandboxFault>().Distinct().Count().ShouldBeGreaterThan(8);
        server.Requests.Where(request => request.Fault is not null).Select(request => request.Route).Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Expired_url_of_a_file_answers_400_401_and_403_in_turn()
    {
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions { Faults = new SandboxFaults { Rate = 1, Kinds = [SandboxFault.ExpiredUrl] } },
            cancellationToken: Up42PySession.Cancellation);
        using var session = await Up42PySession.LogInAsync(server);
        var item = await session.GetAsync($"v2/assets/stac/items/{StableId.Create("item olinda")}");
        var asset = item.GetProperty("assets").GetProperty("thumbnail").GetProperty("href").GetString()!;
        var url = (await session.PostAsync(asset + "/download-url")).GetProperty("url").GetString()!;
        using var http = new HttpClient();
        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < 3; request++)
        {
            using var answer = await http.GetAsync(url, Up42PySession.Cancellation);
            statuses.Add(answer.StatusCode);
        }

        statuses.ShouldBe([HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden], ignoreOrder: true);
    }

    [Fact]
    public async Task Light_items_are_found_by_the_thousand_page_by_page()
    {
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions { LightItems = 2500 }, cancellationToken: Up42PySession.Cancellation);
        using var session = await Up42PySession.LogInAsync(server);
        var (ids, body) = (new HashSet<string>(), (string?)$$"""{"collections":["{{StableId.Create("collection light")}}"],"limit":1000}""");
        while (body is not null)
        {
            var page = await session.PostAsync("v2/assets/stac/search", body);
            ids.UnionWith(TodayTestBase.Ids(page.GetProperty("features")));
            body = page.GetProperty("links").EnumerateArray().Where(link => link.GetProperty("rel").GetString() == "next")
                .Select(link => link.GetProperty("body").GetRawText()).FirstOrDefault();
        }

        ids.Count.ShouldBe(2500);
    }
}
