using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Sandbox;

public sealed class LoginTests
{
    [Fact]
    public async Task Login_with_the_account_lasts_five_minutes_and_userinfo_names_the_workspace()
    {
        var clock = new FakeTimeProvider(FastClock.Start);
        await using var server = await SandboxServer.StartAsync(
            options: new SandboxOptions { TimeProvider = clock }, cancellationToken: Up42PySession.Cancellation);
        using var session = await Up42PySession.LogInAsync(server);
        using var answer = await session.TokenAsync(server.Credentials.Username, server.Credentials.Password);
        clock.Advance(TimeSpan.FromSeconds(299));
        var info = await session.GetAsync($"{Up42PySession.Realm}/userinfo");
        clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await session.SendAsync(HttpMethod.Get, $"{Up42PySession.Realm}/userinfo");

        (await Up42PySession.JsonAsync(answer)).GetProperty("expires_in").GetInt32().ShouldBe(300);
        info.GetProperty("sub").GetString().ShouldBe(server.Credentials.WorkspaceId);
        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("analyst@sandbox.example", "wrong", "up42-sdk", "password", HttpStatusCode.Unauthorized)]
    [InlineData("wrong", null, "up42-sdk", "password", HttpStatusCode.Unauthorized)]
    [InlineData("analyst@sandbox.example", null, "other", "password", HttpStatusCode.Unauthorized)]
    [InlineData("analyst@sandbox.example", null, "up42-sdk", "client_credentials", HttpStatusCode.BadRequest)]
    public async Task Login_that_is_not_right_is_refused(string username, string? password, string client, string grant, HttpStatusCode expected)
    {
        await using var server = await SandboxServer.StartAsync(cancellationToken: Up42PySession.Cancellation);
        using var session = new Up42PySession(server);
        using var answer = await session.TokenAsync(username, password ?? server.Credentials.Password, client, grant);

        answer.StatusCode.ShouldBe(expected);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await Up42PySession.JsonAsync(answer)).TryGetProperty("access_token", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_projects_key_opens_nothing_of_todays_platform()
    {
        await using var server = await SandboxServer.StartAsync(cancellationToken: Up42PySession.Cancellation);
        using var client = await new SandboxClient(server).LogInAsync();
        using var answer = await client.GetAsync($"{Up42PySession.Realm}/userinfo");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SandboxClient.JsonAsync(answer)).GetProperty("detail").GetString()!.ShouldContain("log in with the account");
    }
}
