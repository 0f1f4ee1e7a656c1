using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Http;

public class TokenTests
{
    private const string TokenCall = "POST /oauth/token";
    private const string Call = "GET /projects/p-1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_calls_at_once_make_one_token_request()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, """{"data":{"id":"p-1"}}""");
        using var connection = server.Connect();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel)));

        server.Count(TokenCall).ShouldBe(1);
        server.Count(Call).ShouldBe(100);
    }

    [Fact]
    public async Task A_hundred_calls_at_once_with_a_revoked_token_make_one_more_token_request()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, """{"data":{"id":"p-1"}}""");
        using var connection = server.Connect();
        await connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel);
        server.Tokens.Clear();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel)));

        server.Count(TokenCall).ShouldBe(2);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        var clock = new FakeTimeProvider(FastClock.Start);
        await using var server = await LoopbackServer.StartAsync();
        server.OnToken(token => $$"""{"access_token":"{{token}}","expires_in":300}""");
        server.On(Call, """{"data":{"id":"p-1"}}""");
        using var connection = server.Connect(server.Options(clock));
        await connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel);
        clock.Advance(TimeSpan.FromSeconds(200));
        await connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel);
        var before = server.Count(TokenCall);
        clock.Advance(TimeSpan.FromSeconds(60));
        await connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel);

        (before, server.Count(TokenCall)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_token_in_the_older_form_is_taken()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.OnToken(token => $$$"""{"data":{"accessToken":"{{{token}}}"}}""");
        using var client = await server.ConnectAsync();

        client.WorkspaceId.ShouldBe("w-1");
    }

    [Fact]
    public async Task A_server_that_refuses_every_token_is_asked_three_times()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(TokenCall, """{"access_token":"never-known-here"}""");
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel));

        error.Status.ShouldBe(HttpStatusCode.Unauthorized);
        error.Message.ShouldBe("GET /projects/p-1 was refused: [401] no token.");
        server.Count(Call).ShouldBe(3);
    }

    [Fact]
    public async Task A_token_request_that_fails_is_repeated_and_its_failure_is_not_kept()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(TokenCall, (count, context) => count <= 8
            ? LoopbackServer.StatusAsync(context, 503)
            : LoopbackServer.JsonAsync(context, """{"access_token":"late"}"""));
        server.Tokens["late"] = true;
        server.On(Call, """{"data":{"id":"p-1"}}""");
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel));
        await connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel);

        error.Message.ShouldBe("POST /oauth/token failed: [503] Service Unavailable. It was tried 8 times.");
        server.Count(TokenCall).ShouldBe(9);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_take_the_token_from_the_others()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var cancel = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        server.On(TokenCall, async (_, context) =>
        {
            arrived.SetResult();
            await go.Task;
            await LoopbackServer.JsonAsync(context, """{"access_token":"slow"}""");
        });
        server.Tokens["slow"] = true;
        server.On(Call, """{"data":{"id":"p-1"}}""");
        using var connection = server.Connect();
        var gaveUp = connection.GetDataAsync("projects/p-1", data => data.Clone(), cancel.Token);
        var stayed = connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel);
        await arrived.Task;

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gaveUp);
        go.SetResult();

        (await stayed).GetProperty("id").GetString().ShouldBe("p-1");
        server.Count(TokenCall).ShouldBe(1);
    }

    [Fact]
    public async Task A_project_logs_in_with_basic_and_an_account_with_a_form()
    {
        await using var server = await LoopbackServer.StartAsync();
        var seen = new List<string>();
        foreach (var call in new[] { TokenCall, LoopbackServer.AccountTokenCall })
        {
            server.On(call, async (_, context) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                seen.Add($"{context.Request.Headers.Authorization} {await reader.ReadToEndAsync()}");
                await LoopbackServer.JsonAsync(context, """{"access_token":"t"}""");
            });
        }

        server.Tokens["t"] = true;
        server.On("GET /projects/p-1/jobs/j", """{"data":{"id":"j"}}""");

        using var project = await Up42Client.AuthenticateAsync(Up42Credentials.FromProject("p 1", "k:ä"), server.Options(), Cancel);
        using var account = await Up42Client.AuthenticateAsync(Up42Credentials.FromAccount("a@b.c", "p&w"), server.Options(), Cancel);
        await account.GetJobAsync("j", "p-1", Cancel);

        seen.ShouldBe(
        [
            $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("p 1:k:ä"))} grant_type=client_credentials",
            " grant_type=password&username=a%40b.c&password=p%26w&client_id=up42-sdk&scope=openid",
            " grant_type=password&username=a%40b.c&password=p%26w",
        ]);
        server.UserAgent.ShouldNotBeNull();
        server.UserAgent.ShouldStartWith("Up42.Interactive/0.1.0 (.NET ");
    }

    [Fact]
    public async Task AuthenticateAsync_with_wrong_credentials_says_what_to_check_and_no_secret()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(TokenCall, (_, context) => LoopbackServer.JsonAsync(
            context, $$"""{"error":"invalid_client","error_description":"Bad key {{LoopbackServer.ApiKey}}"}""", 401));

        var error = await Should.ThrowAsync<Up42ApiException>(() => server.ConnectAsync());

        error.Message.ShouldBe(
            "127.0.0.1 refused the credentials of project p-1: check the project id and the project API key. [401] invalid_client: Bad key ….");
        error.ToString().ShouldNotContain(LoopbackServer.ApiKey);
        server.Count(TokenCall).ShouldBe(1);
    }
}
