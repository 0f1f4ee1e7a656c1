using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Sandbox;

public sealed class FaultTests
{
    [Theory]
    [InlineData(SandboxFault.InternalServerError, 500, false)]
    [InlineData(SandboxFault.BadGateway, 502, false)]
    [InlineData(SandboxFault.ServiceUnavailable, 503, false)]
    [InlineData(SandboxFault.ServiceUnavailableRetryAfter, 503, true)]
    [InlineData(SandboxFault.TooManyRequests, 429, false)]
    [InlineData(SandboxFault.TooManyRequestsRetryAfter, 429, true)]
    public async Task Status_faults_answer_their_status(SandboxFault fault, int status, bool hasRetryAfter)
    {
        await using var server = await Start(fault);
        using var client = new SandboxClient(server);
        using var answer = await client.GetAsync(client.Project);

        ((int)answer.StatusCode).ShouldBe(status);
        (answer.Headers.RetryAfter is not null).ShouldBe(hasRetryAfter);
        server.Requests.Single().ShouldBe(new SandboxRequest("GET", "/" + client.Project, "/projects/{projectId}", status, fault));
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_by_the_sandboxs_clock()
    {
        var clock = new FakeTimeProvider(FastClock.Start);
        await using var server = await Start(SandboxFault.TooManyRequestsRetryAfter, clock);
        using var client = new SandboxClient(server);
        using var answer = await client.GetAsync("users/me");

        answer.Headers.RetryAfter!.Date!.Value.ShouldBe(clock.GetUtcNow() + new SandboxFaults().RetryAfter, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Dropped_connection_answers_nothing()
    {
        await using var server = await Start(SandboxFault.DroppedConnection);
        using var client = new SandboxClient(server);

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("users/me"));
        server.Requests.ShouldAllBe(request => request.Fault == SandboxFault.DroppedConnection && request.Status == null);
    }

    [Fact]
    public async Task Truncated_body_ends_before_its_length()
    {
        await using var server = await StartLoggedIn(SandboxFault.TruncatedBody);
        await Should.ThrowAsync<HttpRequestException>(() => server.HitAsync(server.Client.Project));
    }

    [Fact]
    public async Task Truncated_archive_ends_before_its_length()
    {
        await using var server = await StartLoggedIn(SandboxFault.TruncatedBody);
        var url = await server.AddressAsync();

        await Should.ThrowAsync<HttpRequestException>(() => server.HitAsync(url));
        server.Server.Requests[^1].Route.ShouldBe("/storage/{projectId}/{jobId}/{name}");
    }

    [Fact]
    public async Task Malformed_json_comes_with_status_200_and_is_half_an_answer()
    {
        await using var server = await StartLoggedIn(SandboxFault.MalformedJson);
        using var answer = await server.HitAsync(server.Client.Project);
        var text = await answer.Content.ReadAsStringAsync(SandboxClient.Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        text.ShouldStartWith("{\"data\":{");
        Should.Throw<JsonException>(() => JsonDocument.Parse(text));
    }

    [Fact]
    public async Task Html_page_comes_with_status_200()
    {
        await using var server = await StartLoggedIn(SandboxFault.HtmlPage);
        using var answer = await server.HitAsync(server.Client.Project);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Slow_answer_is_right_and_late_by_the_clock()
    {
        var clock = new FastClock(50);
        await using var server = await Start(SandboxFault.SlowResponse, clock, rate: 1);
        using var client = await new SandboxClient(server).LogInAsync();
        var before = clock.GetUtcNow();
        await client.DataAsync("users/me");

        // Timers count in steps of up to 4 ms and may be that early: a fifth of a second of this clock, and room for two such steps.
        (clock.GetUtcNow() - before).ShouldBeGreaterThan(TimeSpan.FromSeconds(4.6));
    }

    [Fact]
    public async Task Expired_token_stays_expired_and_a_new_one_is_left_alone()
    {
        var clock = new FakeTimeProvider(FastClock.Start);
        await using var server = await Start(SandboxFault.ExpiredToken, clock, rate: 1);
        using var client = await new SandboxClient(server).LogInAsync();
        clock.Advance(TimeSpan.FromSeconds(30));
        await client.DataAsync("users/me");
        clock.Advance(TimeSpan.FromSeconds(1));
        using var expired = await client.GetAsync("users/me");
        using var again = await client.GetAsync("users/me");

        expired.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        again.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        server.Requests.Count(request => request.Fault == SandboxFault.ExpiredToken).ShouldBe(1);
    }

    [Fact]
    public async Task Expired_address_hits_storage_only()
    {
        await using var server = await Start(SandboxFault.ExpiredUrl, rate: 1);
        using var client = await new SandboxClient(server).LogInAsync();
        var url = (await client.DataAsync($"{client.Project}/jobs/{StableId.Create("light job 1")}/downloads/results/")).GetProperty("url").GetString()!;
        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_mix_of_faults_keeps_to_its_rate_and_uses_every_kind_evenly()
    {
        var options = new SandboxOptions
        {
            TimeProvider = new FastClock(1000),
            Faults = new SandboxFaults { Rate = 0.2, Kinds = [.. Enum.GetValues<SandboxFault>().Except([SandboxFault.ExpiredUrl, SandboxFault.ExpiredToken])] },
        };
        await using var server = await SandboxServer.StartAsync(options: options, cancellationToken: SandboxClient.Cancellation);
        using var client = new SandboxClient(server);
        for (var request = 0; request < 1500; request++)
        {
            try
            {
                using var answer = await client.GetAsync("users/me");
            }
            catch (HttpRequestException)
            {
                // Dropped or cut off: counted below.
            }
        }

        var faults = server.Requests.Where(request => request.Fault is not null).ToList();
        ((double)faults.Count / server.Requests.Count).ShouldBeInRange(0.17, 0.23);
        faults.CountBy(request => request.Fault!.Value).ShouldAllBe(kind => kind.Value >= 20);
        faults.CountBy(request => request.Fault!.Value).Count().ShouldBe(12);
    }

    private static Task<SandboxServer> Start(SandboxFault fault, TimeProvider? clock = null, double rate = 1) => SandboxServer.StartAsync(
        options: new SandboxOptions
        {
            TimeProvider = clock ?? TimeProvider.System,
            LightJobs = 1,
            Faults = new SandboxFaults { Rate = rate, Kinds = [fault] },
        },
        cancellationToken: SandboxClient.Cancellation);

    private static async Task<FaultyServer> StartLoggedIn(SandboxFault fault)
    {
        var server = await Start(fault, rate: 0.5);
        var client = new SandboxClient(server);
        await FaultyServer.UntilWellAsync(() => client.LogInAsync());
        return new FaultyServer(server, client);
    }
}
