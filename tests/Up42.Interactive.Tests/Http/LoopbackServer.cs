using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Up42.Interactive.Tests.Http;

/// <summary>A real server on loopback that answers what a test says, precisely wrong where it wants, and counts what arrived.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    public const string ProjectId = "p-1";
    public const string ApiKey = "key-7f3a9c-secret";
    public const string Username = "a@b.c";
    public const string Password = "word-19d-secret";

    /// <summary>The login of today's platform.</summary>
    public const string AccountTokenCall = "POST /realms/public/protocol/openid-connect/token";

    private static readonly string[] TokenCalls = ["POST /oauth/token", AccountTokenCall];

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<int, HttpContext, Task>> _routes = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentDictionary<string, long> _sent = new();
    private int _tokens;

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Endpoint { get; private set; } = null!;

    public string Authority => Endpoint.Authority;

    /// <summary>Every request as "GET /path?query", in the order of arrival.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The last request's User-Agent.</summary>
    public string? UserAgent { get; private set; }

    /// <summary>The tokens that the server takes; empty: any.</summary>
    public ConcurrentDictionary<string, bool> Tokens { get; } = new();

    /// <summary>A server that gives tokens, and knows its workspace.</summary>
    /// <param name="certificate">What an https server shows; null: it is an http server.</param>
    public static async Task<LoopbackServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback,
            0,
            listener => _ = certificate is null ? listener : listener.UseHttps(certificate)));
        var server = new LoopbackServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        server.OnToken(token => $$"""{"access_token":"{{token}}"}""");
        server.On("GET /users/me", """{"data":{"id":"w-1"},"error":null}""");
        server.On("GET /realms/public/protocol/openid-connect/userinfo", """{"sub":"w-1"}""");
        await server._app.StartAsync();
        server.Endpoint = new Uri(server._app.Urls.Single());
        return server;
    }

    /// <summary>How often a call arrived, named as in <see cref="On(string, string)"/>.</summary>
    public int Count(string call) => _counts.GetValueOrDefault(call);

    /// <summary>The bytes of the answers to a call, as far as they told their length.</summary>
    public long Sent(string call) => _sent.GetValueOrDefault(call);

    /// <summary>Answers a call, "GET /path" without the query, with JSON.</summary>
    public void On(string call, string json) => On(call, (_, context) => JsonAsync(context, json));

    /// <summary>Answers a call by the number of times it has come, from 1.</summary>
    public void On(string call, Func<int, HttpContext, Task> answer) => _routes[call] = answer;

    /// <summary>Answers the first calls badly, the rest with JSON.</summary>
    public void On(string call, int faults, Func<HttpContext, Task> fault, string json) =>
        On(call, (count, context) => count <= faults ? fault(context) : JsonAsync(context, json));

    /// <summary>Answers the token calls of both platforms with the next token in a body.</summary>
    public void OnToken(Func<string, string> body)
    {
        foreach (var call in TokenCalls)
        {
            On(call, (_, context) =>
            {
                var token = $"token-{Interlocked.Increment(ref _tokens)}-4cb1";
                Tokens[token] = true;
                return JsonAsync(context, body(token));
            });
        }
    }

    public static async Task JsonAsync(HttpContext context, string json, int status = 200, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(json);
    }

    public static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Logs in with the project's key, on a clock that runs fast.</summary>
    public Task<Up42Client> ConnectAsync(Up42ClientOptions? options = null) =>
        Up42Client.AuthenticateAsync(
            Up42Credentials.FromProject(ProjectId, ApiKey), options ?? Options(), TestContext.Current.CancellationToken);

    /// <summary>Logs in with an account, on a clock that runs fast.</summary>
    public Task<Up42Client> ConnectAccountAsync(Up42ClientOptions? options = null) =>
        Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount(Username, Password), options ?? Options(), TestContext.Current.CancellationToken);

    /// <summary>A bare connection, for what lies below the client.</summary>
    public ApiConnection Connect(Up42ClientOptions? options = null) =>
        new(new AnalyticsLogin(Up42Credentials.FromProject(ProjectId, ApiKey), Endpoint), options ?? Options(), Endpoint);

    public Up42ClientOptions Options(
        TimeProvider? clock = null, RetryOptions? retry = null, TimeSpan? timeout = null, string? outputDirectory = null, TextWriter? output = null) => new()
        {
            Endpoint = Endpoint,
            TimeProvider = clock ?? new FastClock(),
            Retry = retry ?? new RetryOptions { AttemptTimeout = TimeSpan.FromDays(1) },
            Timeout = timeout ?? TimeSpan.FromHours(23),
            OutputDirectory = outputDirectory,
            Output = output ?? TextWriter.Null,
        };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var call = $"{context.Request.Method} {context.Request.Path.Value}";
        Requests.Enqueue(call + context.Request.QueryString);
        UserAgent = context.Request.Headers.UserAgent;
        var count = _counts.AddOrUpdate(call, 1, (_, before) => before + 1);
        var token = context.Request.Headers.Authorization.ToString();
        if (!TokenCalls.Contains(call) && !context.Request.Path.StartsWithSegments("/storage") && !IsGood(token))
        {
            await JsonAsync(context, """{"data":null,"error":{"code":401,"message":"no token"}}""", 401);
        }
        else if (_routes.TryGetValue(call, out var answer))
        {
            await answer(count, context);
            _sent.AddOrUpdate(call, context.Response.ContentLength ?? 0, (_, before) => before + (context.Response.ContentLength ?? 0));
        }
        else
        {
            await JsonAsync(context, $$$"""{"data":null,"error":{"code":404,"message":"nothing at {{{context.Request.Path}}}"}}""", 404);
        }
    }

    private bool IsGood(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal) && Tokens.GetValueOrDefault(authorization["Bearer ".Length..]);
}
