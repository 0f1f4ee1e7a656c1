using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Sandbox;

public sealed class AccessTests
{
    [Fact]
    public async Task Every_route_but_the_token_and_signed_addresses_needs_a_token()
    {
        await using var server = await SandboxServer.StartAsync(cancellationToken: SandboxClient.Cancellation);
        using var client = new SandboxClient(server);
        var job = $"{client.Project}/jobs/{server.Jobs[0].Id}";
        string[] paths =
        [
            "", "users/me", client.Project, $"{client.Project}/settings", $"{client.Project}/jobs", job, $"{job}/credits", $"{job}/tasks/",
            $"{job}/outputs/data-json/", $"{job}/downloads/results/", $"{client.Project}/workflows", "nothing/here",
        ];

        foreach (var token in new[] { null, "0123456789ABCDEF" })
        {
            client.UseToken(token);
            foreach (var path in paths)
            {
                using var answer = await client.GetAsync(path);
                answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
                answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            }

            using var cancel = await client.PostAsync($"{job}/cancel/");
            cancel.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Token_for_wrong_credentials_is_refused()
    {
        await using var server = await SandboxServer.StartAsync(cancellationToken: SandboxClient.Cancellation);
        using var client = new SandboxClient(server);
        foreach (var (project, key) in new[]
        {
            (server.Credentials.ProjectId, "wrong"), ("wrong", server.Credentials.ProjectApiKey), ("", ""),
            (server.Jobs[^1].ProjectId, server.Credentials.ProjectApiKey),
        })
        {
            using var answer = await client.TokenAsync(project, key);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Token_lives_five_minutes()
    {
        var clock = new FakeTimeProvider(FastClock.Start);
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions { TimeProvider = clock }, cancellationToken: SandboxClient.Cancellation);
        using var client = await new SandboxClient(server).LogInAsync();
        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        await client.DataAsync("users/me");
        clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await client.GetAsync("users/me");

        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await client.LogInAsync();
        await client.DataAsync("users/me");
    }

    [Fact]
    public async Task Another_projects_job_does_not_exist_for_a_projects_key()
    {
        await using var server = await SandboxServer.StartAsync(cancellationToken: SandboxClient.Cancellation);
        using var client = await new SandboxClient(server).LogInAsync();
        var foreign = server.Jobs[^1];

        string[] paths =
            [$"projects/{foreign.ProjectId}/jobs/{foreign.Id}", $"{client.Project}/jobs/{foreign.Id}", $"{client.Project}/jobs/{foreign.Id}/tasks/"];
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await SandboxClient.JsonAsync(answer)).GetProperty("error").GetProperty("message").GetString()!.ShouldEndWith("not found");
        }
    }

    [Fact]
    public async Task Server_listens_on_loopback_only()
    {
        await using var server = await SandboxServer.StartAsync(cancellationToken: SandboxClient.Cancellation);

        server.Endpoint.Host.ShouldBe("127.0.0.1");
        server.ToString().ShouldBe($"UP42 sandbox at {server.Endpoint}");
    }
}
