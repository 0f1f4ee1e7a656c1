using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Up42.Interactive.Bench;

/// <summary>
/// A server on loopback with one file, as UP42 and its storage serve it: an archive that is the result of a job, or a scene that is the asset of an item
/// of today's storage. It counts the bytes it sends.
/// </summary>
public sealed class ArchiveServer : IAsyncDisposable
{
    /// <summary>The job.</summary>
    public const string JobId = "job-1";

    private const string Job = $$"""{"data":{"id":"{{JobId}}","name":"Large","status":"SUCCEEDED","mode":"DEFAULT"},"error":null}""";
    private const int BufferSize = 128 << 10;
    private readonly string _archive;
    private readonly WebApplication _app;
    private string _hashes = "";
    private string _tag = "";
    private long _served;
    private int _requests;

    private ArchiveServer(string archive, WebApplication app) => (_archive, _app) = (archive, app);

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>The file on the disk.</summary>
    public string File => _archive;

    /// <summary>The file's own address.</summary>
    public Uri Address => new(Endpoint, "storage/a");

    /// <summary>Bytes of the archive that were sent so far, over all requests; each piece counts before it is sent.</summary>
    public long BytesServed => Volatile.Read(ref _served);

    /// <summary>Requests for the file so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The item of today's storage whose asset the file is.</summary>
    public Uri Item => new(Endpoint, "v2/assets/stac/collections/c/items/i");

    /// <summary>Is told of <see cref="BytesServed"/> with each piece.</summary>
    public Action<long>? Served { get; set; }

    /// <summary>Starts a server.</summary>
    /// <param name="archive">The archive to serve.</param>
    public static async Task<ArchiveServer> StartAsync(string archive)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new ArchiveServer(archive, builder.Build());
        server.Measure();
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync().ConfigureAwait(false);
        return server;
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync().ConfigureAwait(false);

    private void Measure()
    {
        using var file = System.IO.File.OpenRead(_archive);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var (crc, buffer) = (uint.MaxValue, new byte[BufferSize]);
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            md5.AppendData(buffer, 0, read);
            crc = buffer.AsSpan(0, read).ToArray().Aggregate(crc, BitOperations.Crc32C);
        }

        var sum = md5.GetHashAndReset();
        crc = ~crc;
        _tag = $"\"{Convert.ToHexStringLower(sum)}\"";
        _hashes = $"crc32c={Convert.ToBase64String([(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc])},md5={Convert.ToBase64String(sum)}";
    }

    private Task AnswerAsync(HttpContext context) => context.Request.Path.Value?.TrimEnd('/') switch
    {
        "/oauth/token" => JsonAsync(context, """{"access_token":"token"}"""),
        "/users/me" => JsonAsync(context, """{"data":{"id":"workspace"}}"""),
        "/projects/project/jobs/" + JobId => JsonAsync(context, Job),
        "/projects/project/jobs/" + JobId + "/downloads/results" => JsonAsync(context, $$"""{"data":{"url":"{{Address}}"},"error":null}"""),
        "/realms/public/protocol/openid-connect/token" => JsonAsync(context, """{"access_token":"token"}"""),
        "/realms/public/protocol/openid-connect/userinfo" => JsonAsync(context, """{"sub":"workspace"}"""),
        "/v2/assets/stac/collections/c/items/i" => JsonAsync(context, $$$"""
            {"type":"Feature","stac_version":"1.0.0","id":"i","collection":"c","geometry":null,"properties":{"datetime":"2026-10-01T10:00:00Z"},
            "links":[],"assets":{"data":{"href":"{{{Endpoint}}}v2/assets/a","type":"image/tiff; application=geotiff","roles":["data"]} } }
            """),
        "/v2/assets/a/download-url" => JsonAsync(context, $$"""{"url":"{{Address}}"}"""),
        "/storage/a" => SendAsync(context),
        _ => JsonAsync(context, """{"data":null,"error":{"code":404,"message":"There is no such call."}}""", StatusCodes.Status404NotFound),
    };

    private async Task SendAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        using var file = new FileStream(_archive, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: false);
        var (from, end) = (0L, file.Length);
        if (context.Request.GetTypedHeaders().Range?.Ranges.Single() is { } range)
        {
            (from, end) = (range.From!.Value, Math.Min(file.Length, range.To!.Value + 1));
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{end - 1}/{file.Length}";
        }

        context.Response.ContentLength = end - from;
        context.Response.Headers.ETag = _tag;
        context.Response.Headers["x-goog-hash"] = _hashes;
        var buffer = new byte[BufferSize];
        for (file.Position = from; from < end;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, end - from));
            from += read;
            var served = Interlocked.Add(ref _served, read);
            Served?.Invoke(served);
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static Task JsonAsync(HttpContext context, string json, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }
}
