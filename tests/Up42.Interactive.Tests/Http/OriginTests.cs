using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Tests.Http;

/// <summary>Credentials stay with the scheme, host and port that they are meant for, and a response stays within bounds.</summary>
public class OriginTests
{
    private const string Call = "GET /projects/p-1";
    private const string Good = """{"data":{"id":"p-1"},"error":null}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task GetDataAsync_redirected_on_the_same_host_keeps_the_token(int status)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => RedirectAsync(context, status, "/v2/p"));
        server.On("GET /v2/p", Good);
        using var connection = server.Connect();

        (await connection.GetDataAsync("projects/p-1", data => data.GetProperty("id").GetString(), Cancel)).ShouldBe("p-1");

        server.Count(Call).ShouldBe(1);
    }

    [Fact]
    public async Task GetDataAsync_redirected_to_another_port_sends_no_token_there()
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var other = await LoopbackServer.StartAsync();
        var seen = new List<string>();
        server.On(Call, (_, context) => RedirectAsync(context, 307, $"{other.Endpoint}storage/p"));
        other.On("GET /storage/p", (_, context) =>
        {
            seen.Add(context.Request.Headers.Authorization.ToString());
            return LoopbackServer.JsonAsync(context, Good);
        });
        using var connection = server.Connect();

        await connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel);

        seen.ShouldBe([""]);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task AuthenticateAsync_redirected_sends_the_credentials_nowhere(int status)
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var other = await LoopbackServer.StartAsync();
        server.On("POST /oauth/token", (_, context) => RedirectAsync(context, status, $"{other.Endpoint}oauth/token"));

        var error = await Should.ThrowAsync<Up42Exception>(() => server.ConnectAsync());

        error.Message.ShouldBe("127.0.0.1 redirected the login to 127.0.0.1: the credentials were not sent there. Check Up42ClientOptions.Endpoint.");
        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task AuthenticateAsync_with_a_handler_that_follows_redirects_turns_that_off()
    {
        await using var server = await LoopbackServer.StartAsync();
        await using var other = await LoopbackServer.StartAsync();
        server.On("POST /oauth/token", (_, context) => RedirectAsync(context, 307, $"{other.Endpoint}oauth/token"));
        using var handler = new HttpClientHandler();
        var options = new Up42ClientOptions { Endpoint = server.Endpoint, Handler = new Passing(handler), TimeProvider = new FastClock() };

        await Should.ThrowAsync<Up42Exception>(() => server.ConnectAsync(options));

        handler.AllowAutoRedirect.ShouldBeFalse();
        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task PostAsync_redirected_is_not_followed()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On("POST /projects/p-1/jobs/j/cancel/", (_, context) => RedirectAsync(context, 307, "/elsewhere"));
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(() => new JobsApi(connection).CancelAsync("p-1", "j", Cancel));

        error.Message.ShouldBe("POST /projects/p-1/jobs/j/cancel/ was refused: [307] Temporary Redirect.");
        server.Count("POST /elsewhere").ShouldBe(0);
    }

    [Fact]
    public async Task GetDataAsync_redirected_in_a_circle_ends()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => RedirectAsync(context, 302, "/projects/p-1"));
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42Exception>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel));

        error.Message.ShouldBe("GET /projects/p-1 was redirected 10 times without an end, last to 127.0.0.1.");
        server.Count(Call).ShouldBe(11);
    }

    [Fact]
    public void Check_refuses_the_step_from_https_to_http() =>
        Should.Throw<Up42Exception>(() => RedirectPolicy.Check("GET /a", new Uri("https://api.up42.com/a"), new Uri("http://api.up42.com/a")))
            .Message.ShouldBe("GET /a was redirected to http://api.up42.com, which is not encrypted: it was not followed.");

    [Theory]
    [InlineData("https://api.up42.com/", "https://API.up42.com:443/b", true)]
    [InlineData("https://api.up42.com/", "https://api.up42.com:444/", false)]
    [InlineData("https://api.up42.com/", "http://api.up42.com/", false)]
    [InlineData("https://api.up42.com/", "https://api.up42.com.evil.example/", false)]
    [InlineData("https://api.up42.com/", "https://api.up42.com@evil.example/", false)]
    public void IsSameOrigin_compares_scheme_host_and_port(string one, string other, bool same) =>
        RedirectPolicy.IsSameOrigin(new Uri(one), new Uri(other)).ShouldBe(same);

    [Theory]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]:5000/")]
    public void Proxy_of_the_system_is_bypassed_for_this_machine(string url)
    {
        SystemProxy.Instance.IsBypassed(new Uri(url)).ShouldBeTrue();
        SystemProxy.Phrase(new Uri(url)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AuthenticateAsync_through_a_proxy_that_does_not_answer_names_it_without_its_password()
    {
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy("http://somebody:s3cret-pw-7@127.0.0.1:1") { Credentials = new NetworkCredential("somebody", "s3cret-pw-7") };
        try
        {
            var options = new Up42ClientOptions { Endpoint = new Uri("https://api.invalid/"), TimeProvider = new FastClock(), Timeout = TimeSpan.FromHours(1) };
            var error = await Should.ThrowAsync<Up42Exception>(() => Up42Client.AuthenticateAsync(Up42Credentials.FromProject("p", "k"), options, Cancel));

            error.Message.ShouldContain("through the proxy http://127.0.0.1:1");
            error.ToString().ShouldNotContain("s3cret-pw-7");
            error.ToString().ShouldNotContain("somebody");
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Theory]
    [InlineData("https://storage.example/a", true)]
    [InlineData("http://storage.example/a", false)]
    public async Task GetSignedUrlAsync_from_an_https_API_takes_only_https(string url, bool isTaken)
    {
        var endpoint = new Uri("https://api.example/");
        using var answers = new Answers($$$"""{"access_token":"t-0123456789","data":{"url":"{{{url}}}"}}""");
        using var connection = new ApiConnection(
            new AnalyticsLogin(Up42Credentials.FromProject("p", "k"), endpoint), new Up42ClientOptions { Handler = answers }, endpoint);

        var got = connection.GetSignedUrlAsync("downloads", Cancel);

        if (isTaken)
        {
            (await got).ShouldBe(new Uri(url));
        }
        else
        {
            (await Should.ThrowAsync<Up42Exception>(() => got)).Message
                .ShouldBe("GET /downloads was answered with an http URL on storage.example, which is not encrypted: it was not opened.");
        }
    }

    [Fact]
    public async Task Messages_echo_neither_reason_phrases_nor_tokens_in_request_ids()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) =>
        {
            context.Response.Headers["x-request-id"] = context.Request.Headers.Authorization;
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseFeature>()!.ReasonPhrase = "No " + context.Request.Headers.Authorization;
            return LoopbackServer.StatusAsync(context, 404);
        });
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel));

        error.Message.ShouldBe("GET /projects/p-1 was refused: [404] Not Found (request Bearer …).");
    }

    [Fact]
    public async Task GetDataAsync_of_a_body_that_inflates_without_end_is_refused_at_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => BombAsync(context));
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42Exception>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel));

        error.Message.ShouldBe("GET /projects/p-1 was answered with more than 256 MB, which is refused.");
        server.Count(Call).ShouldBe(1);
    }

    [Fact]
    public async Task GetDataAsync_of_JSON_that_breaks_the_standard_is_not_repeated()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, """{"data":{"cloudCover":NaN}}""");
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42Exception>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel));

        error.Message.ShouldBe("GET /projects/p-1 was answered with JSON that breaks the standard, for instance by NaN.");
        server.Count(Call).ShouldBe(1);
    }

    private static Task RedirectAsync(HttpContext context, int status, string location)
    {
        context.Response.Headers.Location = location;
        return LoopbackServer.StatusAsync(context, status);
    }

    private static async Task BombAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        var zeros = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        for (var megabytes = 0; megabytes < 1000 && !context.RequestAborted.IsCancellationRequested; megabytes++)
        {
            await gzip.WriteAsync(zeros, context.RequestAborted);
        }
    }

    private sealed class Passing(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class Answers(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
