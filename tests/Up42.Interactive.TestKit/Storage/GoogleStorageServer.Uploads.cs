using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.TestKit;

public sealed partial class GoogleStorageServer
{
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
}
