using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Up42.Interactive.TestKit;

/// <summary>Google Cloud Storage's resumable uploads on loopback, as the JSON API documents them, with faults on demand.</summary>
public sealed partial class GoogleStorageServer : IAsyncDisposable
{
    private const int Block = 256 << 10;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, StoredUpload> _sessions = new();
    private readonly ConcurrentDictionary<string, bool> _tokens = new();
    private int _ids;
    private volatile bool _takesTokens = true;

    private GoogleStorageServer(WebApplication app) => _app = app;

    /// <summary>The server's address.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The account that may upload; null: everybody may.</summary>
    public ServiceAccountKey? Account { get; private set; }

    /// <summary>What went wrong with each chunk, in their order; null: nothing.</summary>
    public ConcurrentQueue<StorageFault?> ChunkFaults { get; } = new();

    /// <summary>What goes wrong with each announcement of an upload.</summary>
    public ConcurrentQueue<StorageFault.Refuse> SessionFaults { get; } = new();

    /// <summary>Changes what the server says of a stored object.</summary>
    public Action<JsonObject>? Tell { get; set; }

    /// <summary>Whether objects may be removed.</summary>
    public bool MayRemove { get; set; } = true;

    /// <summary>The objects by <c>bucket/name</c>.</summary>
    public ConcurrentDictionary<string, StoredUpload> Objects { get; } = new();

    /// <summary>Every request, without the secret of a session: <c>PUT bytes 0-99/100</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Everything that was told as a secret: tokens and ids of sessions.</summary>
    public IEnumerable<string> Secrets => [.. _tokens.Keys, .. _sessions.Keys];

    /// <summary>Starts a server.</summary>
    /// <param name="authenticate">Ask for tokens of a service account.</param>
    public static async Task<GoogleStorageServer> StartAsync(bool authenticate = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(options => (options.Limits.MaxRequestBodySize, options.Limits.MinRequestBodyDataRate) = (null, null));
        var server = new GoogleStorageServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        server.Endpoint = new Uri(server._app.Urls.Single());
        server.Account = authenticate ? new ServiceAccountKey(server.Endpoint) : null;
        return server;
    }

    /// <summary>Takes back all tokens that were given.</summary>
    public void ExpireTokens()
    {
        foreach (var token in _tokens.Keys)
        {
            _tokens[token] = false;
        }
    }

    /// <summary>Takes no token any more, whoever asks.</summary>
    public void RefuseTokens() => _takesTokens = false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Account?.Dispose();
        foreach (var upload in _sessions.Values)
        {
            upload.Dispose();
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!);
        Requests.Enqueue($"{request.Method} {(request.Method == "PUT" ? request.Headers.ContentRange : path)}");
        return (request.Method, path) switch
        {
            ("POST", "/token") => GiveTokenAsync(context),
            _ when !IsAllowed(context) => ErrorAsync(context, 401, "Invalid Credentials"),
            ("POST", _) when path.StartsWith("/upload/storage/v1/b/", StringComparison.Ordinal) => BeginAsync(context),
            ("PUT", _) when _sessions.TryGetValue(request.Query["upload_id"].ToString(), out var upload) => ReceiveAsync(context, upload),
            ("PUT", _) when !request.Query.ContainsKey("upload_id") => TakeWholeAsync(context),
            ("DELETE", _) when MayRemove && Objects.TryRemove(ObjectOf(path), out _) => StatusAsync(context, 204),
            ("DELETE", _) => ErrorAsync(context, 403, "uploader does not have storage.objects.delete access."),
            _ => ErrorAsync(context, 404, "Not Found"),
        };
    }

    private static string ObjectOf(string path) =>
        Uri.UnescapeDataString(path["/storage/v1/b/".Length..].Replace("/o/", "/", StringComparison.Ordinal));

    private async Task GiveTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (Account?.Signed(form["assertion"].ToString()) != true)
        {
            await JsonAsync(context, 400, new JsonObject { ["error"] = "invalid_grant", ["error_description"] = $"Invalid signature in {form["assertion"]}" });
            return;
        }

        var token = $"ya29.t0ken-{Interlocked.Increment(ref _ids)}";
        _tokens[token] = true;
        await JsonAsync(context, 200, new JsonObject { ["access_token"] = token, ["expires_in"] = 3599, ["token_type"] = "Bearer" });
    }

    private bool IsAllowed(HttpContext context)
    {
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        return Account is null ? token.Length == 0 : _takesTokens && _tokens.GetValueOrDefault(token);
    }

    private static Task RefuseAsync(HttpContext context, StorageFault.Refuse fault) => fault.Body.Length == 0
        ? ErrorAsync(context, fault.Status, "It does not go.")
        : JsonAsync(context, fault.Status, JsonNode.Parse(fault.Body)!);

    private static Task ErrorAsync(HttpContext context, int status, string message) =>
        JsonAsync(context, status, new JsonObject { ["error"] = new JsonObject { ["code"] = status, ["message"] = message } });

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task JsonAsync(HttpContext context, int status, JsonNode json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=UTF-8";
        return context.Response.WriteAsync(json.ToJsonString());
    }
}
