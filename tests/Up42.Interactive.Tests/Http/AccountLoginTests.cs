using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Http;

public class AccountLoginTests
{
    private const string UserInfoCall = "GET /realms/public/protocol/openid-connect/userinfo";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_logs_in_at_the_server_of_logins_and_works_at_the_other()
    {
        await using var api = await LoopbackServer.StartAsync();
        await using var auth = await LoopbackServer.StartAsync();
        var options = new Up42ClientOptions { Endpoint = api.Endpoint, AuthEndpoint = auth.Endpoint, TimeProvider = new FastClock() };

        using var client = await Up42Client.AuthenticateAsync(Up42Credentials.FromAccount("u", "w"), options, Cancel);

        client.WorkspaceId.ShouldBe("w-1");
        auth.Requests.ShouldBe([LoopbackServer.AccountTokenCall, UserInfoCall]);
        api.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_of_an_account_is_renewed_thirty_seconds_before_it_expires_and_once_for_all()
    {
        var clock = new FakeTimeProvider(FastClock.Start);
        await using var server = await LoopbackServer.StartAsync();
        server.OnToken(token => $$"""{"access_token":"{{token}}","expires_in":300}""");
        var endpoint = new Uri(server.Endpoint, "/");
        var login = new AccountLogin(Up42Credentials.FromAccount("u", "w"), endpoint);
        using var connection = new ApiConnection(login, server.Options(clock), endpoint);
        var account = new AccountApi(connection, login);
        await account.GetWorkspaceIdAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(269));
        await account.GetWorkspaceIdAsync(Cancel);
        var before = server.Count(LoopbackServer.AccountTokenCall);
        clock.Advance(TimeSpan.FromSeconds(2));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => account.GetWorkspaceIdAsync(Cancel)));

        (before, server.Count(LoopbackServer.AccountTokenCall)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Wrong_credentials_of_an_account_say_what_to_check_and_no_secret()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(LoopbackServer.AccountTokenCall, (_, context) => LoopbackServer.JsonAsync(
            context, $$"""{"error":"invalid_grant","error_description":"Bad {{LoopbackServer.Password}}"}""", 401));

        var error = await Should.ThrowAsync<Up42ApiException>(() => server.ConnectAccountAsync());

        error.Message.ShouldBe("127.0.0.1 refused the credentials of account a@b.c: check the username and the password. [401] invalid_grant: Bad ….");
        error.ToString().ShouldNotContain(LoopbackServer.Password);
    }

    [Fact]
    public async Task A_server_without_the_login_is_named_with_the_way_out()
    {
        await using var server = await LoopbackServer.StartAsync();
        foreach (var call in new[] { "POST /oauth/token", LoopbackServer.AccountTokenCall })
        {
            server.On(call, (_, context) => LoopbackServer.StatusAsync(context, 404));
        }

        (await Should.ThrowAsync<Up42ApiException>(() => server.ConnectAccountAsync())).Message.ShouldBe(
            "127.0.0.1 has no login at /realms/public/protocol/openid-connect/token. "
            + "Check Up42ClientOptions.Endpoint and AuthEndpoint. [404] Not Found.");
        (await Should.ThrowAsync<Up42ApiException>(() => server.ConnectAsync())).Message.ShouldBe(
            "127.0.0.1 has no login at /oauth/token. Workflows and their jobs are on the analytics platform, which closed in January 2024; "
            + "up42.GetProcessingJobAsync gets a job of today's. [404] Not Found.");
    }

    [Theory]
    [InlineData("", null, "https://api.up42.com/", "https://auth.up42.com/")]
    [InlineData("", "http://127.0.0.1:4242", "http://127.0.0.1:4242/", "http://127.0.0.1:4242/")]
    [InlineData("", "https://api.sa.up42.com", "https://api.sa.up42.com/", "https://auth.sa.up42.com/")]
    [InlineData("UP42_ENDPOINT=http://127.0.0.1:4242", null, "http://127.0.0.1:4242/", "http://127.0.0.1:4242/")]
    [InlineData("UP42_ENDPOINT=https://a.example UP42_AUTH_ENDPOINT=https://b.example", null, "https://a.example/", "https://b.example/")]
    [InlineData("UP42_AUTH_ENDPOINT=https://b.example", "https://a.example", "https://a.example/", "https://a.example/")]
    public void AuthEndpoint_is_that_of_the_endpoint(string variables, string? wanted, string endpoint, string authEndpoint)
    {
        var sources = Sources(variables);
        var given = wanted is null ? null : new Uri(wanted);

        (sources.Endpoint(given), sources.AuthEndpoint(null, given)).ShouldBe((new Uri(endpoint), new Uri(authEndpoint)));
    }

    [Fact]
    public void AuthEndpoint_is_the_wanted_one_or_that_of_the_region()
    {
        var sources = Sources("UP42_AUTH_ENDPOINT=https://b.example");

        sources.AuthEndpoint(new Uri("https://c.example"), null).ShouldBe(new Uri("https://c.example/"));
        Sources("").AuthEndpoint(null, null, Up42Region.Sa).ShouldBe(new Uri("https://auth.sa.up42.com/"));
        Sources("").Endpoint(null, Up42Region.Sa).ShouldBe(new Uri("https://api.sa.up42.com/"));
        Should.Throw<Up42Exception>(() => sources.AuthEndpoint(new Uri("http://c.example"), null)).Message.ShouldBe(
            "The endpoint http://c.example/ would send the credentials unencrypted: use https.");
    }

    [Fact]
    public async Task An_account_that_the_analytics_platform_refuses_works_on_todays()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On("POST /oauth/token", (_, context) => LoopbackServer.StatusAsync(context, 401));
        using var client = await server.ConnectAccountAsync();

        (await Should.ThrowAsync<Up42ApiException>(() => client.GetJobAsync("j", "p-1", Cancel))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        client.WorkspaceId.ShouldBe("w-1");
    }

    private static CredentialSources Sources(string variables)
    {
        var values = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new CredentialSources(values.GetValueOrDefault, "/");
    }
}
