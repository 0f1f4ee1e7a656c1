using System.Collections.Concurrent;
using System.Net;

namespace Up42.Interactive.Tests.Http;

/// <summary>A server without a network: it gives tokens, answers what a test says, and keeps what it was sent.</summary>
internal sealed class ScriptedServer(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public static readonly Uri Endpoint = new("https://api.example/");

    /// <summary>Every request but those for tokens: the method, the URL, and the body if there is one.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How often a token was requested.</summary>
    public int Tokens { get; private set; }

    /// <summary>What a token request is answered with; {0} is the token's number.</summary>
    public string TokenJson { get; set; } = """{"access_token":"token-number-{0}"}""";

    public ApiConnection Connect(TimeProvider? time = null, Uri? endpoint = null, RetryOptions? retry = null, TimeSpan? timeout = null) => new(
        new AnalyticsLogin(Up42Credentials.FromProject("p", "k"), endpoint ?? Endpoint),
        new Up42ClientOptions
        {
            Handler = this,
            TimeProvider = time ?? new FastClock(1000),
            Retry = retry ?? new RetryOptions { MaxAttempts = 3, AttemptTimeout = TimeSpan.FromDays(1) },
            Timeout = timeout ?? TimeSpan.FromHours(23),
        },
        endpoint ?? Endpoint);

    public static HttpResponseMessage Json(string json, int status = 200, string type = "application/json") =>
        new((HttpStatusCode)status) { Content = new StringContent(json, System.Text.Encoding.UTF8, type) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (request.RequestUri!.AbsolutePath == "/oauth/token")
        {
            return Json(TokenJson.Replace("{0}", $"{++Tokens}", StringComparison.Ordinal));
        }

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Enqueue($"{request.Method} {request.RequestUri.PathAndQuery} {body}".TrimEnd());
        var response = answer(request);
        response.RequestMessage = request;
        return response;
    }
}
