using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>A file on a server that is only in memory, and everything that was requested of it.</summary>
internal sealed class MemorySource(byte[] bytes) : ITransferSource
{
    private int _count;

    public string Operation => "The download";

    /// <summary>The tag that the server tells; null: none.</summary>
    public string? Tag { get; set; } = "\"v1\"";

    /// <summary>Answers a request by its number, from 1; null: as a good server does.</summary>
    public Func<int, RangeHeaderValue?, HttpResponseMessage?> Answer { get; set; } = (_, _) => null;

    /// <summary>What was requested: first and last byte, or <c>all</c>, and the version that it was requested of.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public Task<HttpResponseMessage> OpenAsync(RangeHeaderValue? range, EntityTagHeaderValue? version, CancellationToken cancellationToken)
    {
        Requests.Enqueue(string.Join(' ', new[] { range?.Ranges.Single().ToString() ?? "all", version?.ToString() }.OfType<string>()));
        return Task.FromResult(Answer(Interlocked.Increment(ref _count), range) ?? Send(range));
    }

    /// <summary>The response of a good server.</summary>
    public HttpResponseMessage Send(RangeHeaderValue? range)
    {
        var (from, to) = (range?.Ranges.Single().From ?? 0, Math.Min(range?.Ranges.Single().To ?? long.MaxValue, bytes.Length - 1));
        return Send(bytes[(int)from..(int)(to + 1)], range is null ? null : new ContentRangeHeaderValue(from, to, bytes.Length));
    }

    /// <summary>A response with some bytes, which says that they are a range, or the whole.</summary>
    public HttpResponseMessage Send(byte[] body, ContentRangeHeaderValue? range)
    {
        var response = new HttpResponseMessage(range is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentRange = range;
        response.Headers.ETag = Tag is null ? null : EntityTagHeaderValue.Parse(Tag);
        return response;
    }

    /// <summary>A response that ends after some of its bytes.</summary>
    public HttpResponseMessage SendHalf(RangeHeaderValue? range, int length)
    {
        var response = Send(range);
        var said = response.Content.Headers.ContentLength;
        var all = response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        var half = new HttpResponseMessage(response.StatusCode) { Content = new StreamContent(new MemoryStream(all[..length])) };
        (half.Content.Headers.ContentLength, half.Content.Headers.ContentRange) = (said, response.Content.Headers.ContentRange);
        half.Headers.ETag = response.Headers.ETag;
        return half;
    }

    /// <summary>A connection for it, which needs no server.</summary>
    public static ApiConnection Connect(TimeProvider? time = null, RetryOptions? retry = null)
    {
        var endpoint = new Uri("https://a.example/");
        var options = new Up42ClientOptions
        {
            TimeProvider = time ?? new FastClock(1000),
            Retry = retry ?? new RetryOptions { MaxAttempts = 3, AttemptTimeout = TimeSpan.FromDays(1) },
        };
        return new ApiConnection(new AnalyticsLogin(Up42Credentials.FromProject("p", "k"), endpoint), options, endpoint);
    }

    /// <summary>Bytes that are the same at each run, and no block of them like another.</summary>
    public static byte[] Random(int length)
    {
        var content = new byte[length];
        new Random(42).NextBytes(content);
        return content;
    }
}
