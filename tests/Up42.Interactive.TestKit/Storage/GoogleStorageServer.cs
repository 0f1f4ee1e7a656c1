using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Up42.Interactive.TestKit;

/// <summary>Google Cloud Storage's resumable uploads on loopback, as the JSON API documents them, with faults on demand.</summary>
public sealed class GoogleStorageServer : IAsyncDisposable
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
            ("DELETE", _) when MayRemove
                && Objects.TryRemove(
                Uri.UnescapeDataString(path["/storage/v1/b/".Length..].Replace("/o/", "/", StringComparison.Ordinal)), out _) =>
                StatusAsync(context, 204),
            ("DELETE", _) => ErrorAsync(context, 403, "uploader does not have storage.objects.delete access."),
            _ => ErrorAsync(context, 404, "Not Found"),
        };
    }

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

    private async Task BeginAsync(HttpContext context)
    {
        if (SessionFaults.TryDequeue(out var fault))
        {
            await RefuseAsync(context, fault);
            return;
        }

        using var facts = await JsonDocument.ParseAsync(context.Request.Body);
        var (bucket, id) = (context.Request.Path.Value!.Split('/')[5], $"s3ss10n-{Interlocked.Increment(ref _ids)}");
        _sessions[id] = new StoredUpload(bucket, context.Request.Query["name"].ToString(), facts.RootElement.GetProperty("contentType").GetString());
        context.Response.Headers.Location = $"{Endpoint}upload/storage/v1/b/{bucket}/o?uploadType=resumable&upload_id={id}";
        context.Response.StatusCode = 200;
    }

    // The XML API: an object in one request.
    private static async Task TakeWholeAsync(HttpContext context)
    {
        using var upload = new StoredUpload("", "", context.Request.ContentType);
        var (block, read) = (new byte[Block], 0);
        while ((read = await context.Request.Body.ReadAsync(block)) > 0)
        {
            upload.Append(block.AsSpan(0, read));
        }

        context.Response.Headers["x-goog-hash"] = $"md5={upload.Md5}";
    }

    private async Task ReceiveAsync(HttpContext context, StoredUpload upload)
    {
        var range = context.Request.Headers.ContentRange.ToString()["bytes ".Length..].Split('/', '-');
        if (range[0] == "*")
        {
            await TellAsync(context, upload, range[1] == "*" ? null : long.Parse(range[1], CultureInfo.InvariantCulture));
            return;
        }

        ChunkFaults.TryDequeue(out var fault);
        if (fault is StorageFault.Refuse refuse)
        {
            await RefuseAsync(context, refuse);
            return;
        }

        if (fault is StorageFault.Hang hang)
        {
            hang.Reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        long? total = range[2] == "*" ? null : long.Parse(range[2], CultureInfo.InvariantCulture);
        await KeepAsync(context, upload, long.Parse(range[0], CultureInfo.InvariantCulture), total, fault);
        if (fault is StorageFault.Break or StorageFault.LoseAnswer)
        {
            context.Abort();
            return;
        }

        await TellAsync(context, upload, total);
    }

    // Whole blocks are kept, and the rest of the last chunk.
    private static async Task KeepAsync(HttpContext context, StoredUpload upload, long from, long? total, StorageFault? fault)
    {
        var most = fault switch { StorageFault.Break cut => cut.AfterBytes, StorageFault.KeepPart part => part.Blocks * Block, _ => int.MaxValue };
        var (block, at, read) = (new byte[Block], from, 0);
        while (at - from < most)
        {
            var length = await context.Request.Body.ReadAtLeastAsync(
                block.AsMemory(0, (int)Math.Min(Block, most - (at - from))), Block, throwOnEndOfStream: false);
            at += length;
            if (length == Block || (length > 0 && at == total))
            {
                if (at - length != upload.Length)
                {
                    throw new InvalidOperationException($"A chunk begins at {at - length}, but {upload.Length} bytes are kept.");
                }

                upload.Append(block.AsSpan(0, length));
            }

            if (length < Block)
            {
                break;
            }
        }

        while (fault is StorageFault.KeepPart && (read = await context.Request.Body.ReadAsync(block)) > 0)
        {
        }
    }

    private async Task TellAsync(HttpContext context, StoredUpload upload, long? total)
    {
        if (upload.Length != total)
        {
            if (upload.Length > 0)
            {
                context.Response.Headers.Range = $"bytes=0-{upload.Length - 1}";
            }

            context.Response.StatusCode = 308;
            return;
        }

        upload.IsComplete = true;
        Objects[$"{upload.Bucket}/{upload.Name}"] = upload;
        var facts = new JsonObject
        {
            ["kind"] = "storage#object",
            ["name"] = upload.Name,
            ["bucket"] = upload.Bucket,
            ["generation"] = "1700000000000000",
            ["size"] = upload.Length.ToString(CultureInfo.InvariantCulture),
            ["contentType"] = upload.ContentType,
            ["crc32c"] = upload.Crc32C,
            ["md5Hash"] = upload.Md5,
        };
        Tell?.Invoke(facts);
        await JsonAsync(context, 200, facts);
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
