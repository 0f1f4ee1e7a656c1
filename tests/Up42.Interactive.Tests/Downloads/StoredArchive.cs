using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>An object in a cloud's storage: served in ranges, with a version and checksums that a test may falsify.</summary>
internal sealed class StoredArchive(byte[] bytes)
{
    public byte[] Bytes { get; } = bytes;

    /// <summary>The bytes that are sent; other ones than the checksums are of, where a test wants that.</summary>
    public byte[] Sent { get; set; } = bytes;

    public string Tag { get; init; } = $"\"{Convert.ToHexStringLower(Md5(bytes))}\"";

    public string Hashes { get; init; } = $"{Crc32COf(bytes)},{Md5Of(bytes)}";

    /// <summary>The first byte that each request asked for, in the order of arrival.</summary>
    public ConcurrentQueue<long> Starts { get; } = new();

    public static string Md5Of(byte[] bytes) => "md5=" + Convert.ToBase64String(Md5(bytes));

    public static string Crc32COf(byte[] bytes)
    {
        var sum = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(sum, ~bytes.Aggregate(uint.MaxValue, BitOperations.Crc32C));
        return "crc32c=" + Convert.ToBase64String(sum);
    }

    // What storage tells; no safety rests on it.
    private static byte[] Md5(byte[] bytes)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(bytes);
        return md5.GetHashAndReset();
    }

    /// <summary>Answers; <paramref name="limit"/> ends the connection after so many bytes of the answer.</summary>
    public async Task SendAsync(HttpContext context, int? limit = null)
    {
        var headers = context.Request.GetTypedHeaders();
        var (from, end) = (0L, (long)Sent.Length);
        if (headers.Range?.Ranges.Single() is { } range && (headers.IfRange is null || headers.IfRange.EntityTag!.ToString() == Tag))
        {
            (from, end) = (range.From!.Value, Math.Min(end, range.To!.Value + 1));
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{end - 1}/{Sent.Length}";
        }

        Starts.Enqueue(from);
        context.Response.ContentLength = end - from;
        context.Response.Headers.ETag = Tag;
        context.Response.Headers["x-goog-hash"] = Hashes;
        await context.Response.Body.WriteAsync(Sent.AsMemory((int)from, (int)Math.Min(end - from, limit ?? int.MaxValue)));
        if (limit is not null)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }
}
