using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>Bytes on their way: how they are packed, what their checksums are, how fast they come.</summary>
public sealed class ContentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The check values of both, which their tables of parameters tell: CRC-32C E3069283, MD5 25f9e794323b453885f5181f1b624d0b.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    public void Checksums_of_pieces_are_those_of_the_whole(int first)
    {
        using var hash = new ContentHash();
        hash.Append("123456789"u8[..first]);
        hash.Append("123456789"u8[first..]);

        hash.Crc32C.ShouldBe("4waSgw==");
        hash.Md5.ShouldBe("JfnnlDI7RTiF9RgfG2JNCw==");
    }

    [Fact]
    public void Crc32C_takes_words_and_the_bytes_after_them()
    {
        // RFC 3720, B.4: 32 bytes of zeros, of ones, and counting up; their bytes as the RFC sends them, least significant first.
        foreach (var (bytes, right) in new[]
        {
            (new byte[32], 0x8A9136AAu), (Enumerable.Repeat((byte)0xFF, 32).ToArray(), 0x62A8AB43u),
            (Enumerable.Range(0, 32).Select(value => (byte)value).ToArray(), 0x46DD794Eu),
        })
        {
            var crc = new Crc32C();
            crc.Append(bytes);
            Convert.ToHexString(Convert.FromBase64String(crc.Base64)).ShouldBe($"{right:X8}");
        }
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("4waSgw==", "JfnnlDI7RTiF9RgfG2JNCw==", null)]
    [InlineData("AAAAAA==", "AAAAAA==", "CRC-32C")]
    [InlineData("4waSgw==", "AAAAAA==", "MD5")]
    [InlineData(null, "JfnnlDI7RTiF9RgfG2JNCw==", null)]
    [InlineData(null, "AAAAAA==", "MD5")]
    public void FindMismatch_names_the_checksum_that_differs(string? crc, string? md5, string? right)
    {
        var stored = new RemoteFileInfo { Crc32C = crc, Md5 = md5 };

        ContentHash.FindMismatch(new MemoryStream("123456789"u8.ToArray()), () => stored).ShouldBe(right);
        ContentHash.FindMismatch(new MemoryStream("123456789"u8.ToArray()), () => null).ShouldBeNull();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task What_was_packed_on_the_way_is_unpacked_and_has_no_version(string encoding)
    {
        var packed = new MemoryStream();
        await using (Stream packer = encoding switch
        {
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            await packer.WriteAsync("content"u8.ToArray(), Cancel);
        }

        using var response = Response(packed.ToArray(), encoding);
        await StoredContent.DecodeAsync(response, Cancel);

        RemoteFileInfo.Parse(response).ShouldBe(new RemoteFileInfo());
        response.Headers.Select(header => header.Key).ShouldBe(["Server"]);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("content");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("identity")]
    [InlineData("Identity")]
    public async Task What_was_not_packed_stays_as_it_is(string? encoding)
    {
        using var response = Response("content"u8.ToArray(), encoding);
        await StoredContent.DecodeAsync(response, Cancel);

        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("content");
        response.Headers.Select(header => header.Key).Order().ShouldBe(["ETag", "Server", "x-goog-hash"]);
    }

    [Fact]
    public async Task Another_encoding_is_refused_by_name()
    {
        using var response = Response([1], "zstd");

        (await Should.ThrowAsync<Up42Exception>(() => StoredContent.DecodeAsync(response, Cancel))).Message
            .ShouldBe("The file came in the encoding 'zstd', which was not requested and is not read.");
    }

    /// <summary>A range says where it lies in the file only where it is not packed and somebody knows the file's length.</summary>
    [Theory]
    [InlineData(206, null, "bytes 0-3/9", null, false)]
    [InlineData(206, null, "bytes 0-3/*", 9L, false)]
    [InlineData(206, null, "bytes 0-3/*", null, true)]
    [InlineData(206, "gzip", "bytes 0-3/9", 9L, true)]
    [InlineData(200, "gzip", null, null, false)]
    [InlineData(200, null, null, null, false)]
    public void IsRangeOfUnknown_tells_ranges_that_nobody_can_place(int status, string? encoding, string? range, long? known, bool right)
    {
        using var response = Response([1, 2, 3, 4], encoding, range);
        response.StatusCode = (HttpStatusCode)status;

        StoredContent.IsRangeOfUnknown(response, known is null ? null : new RemoteFileInfo { Length = known }).ShouldBe(right);
        StoredContent.IsRangeOfUnknown(response, new RemoteFileInfo { Length = known }).ShouldBe(right);
    }

    /// <summary>Each 64 KiB may take as long as an attempt, here a minute.</summary>
    [Theory]
    [InlineData(100, 60, 0)]
    [InlineData(100, 61, 1)]
    [InlineData(65_535, 61, 1)]
    [InlineData(65_536, 61, 0)]
    [InlineData(0, 61, 0)]
    public async Task Bytes_that_come_too_slowly_are_a_fault(int bytes, int seconds, int faults)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var connection = MemorySource.Connect(time, new RetryOptions { AttemptTimeout = TimeSpan.FromMinutes(1), MaxAttempts = 2 });
        var pace = new TransferPace(connection, "The download");
        using var body = new SlowStream(() => time.Advance(TimeSpan.FromSeconds(seconds)), bytes);

        if (faults == 0)
        {
            (await pace.ReadAsync(body, new byte[1 << 20], Cancel)).ShouldBe(bytes);
            return;
        }

        (await Should.ThrowAsync<TransientException>(() => pace.ReadAsync(body, new byte[1 << 20], Cancel))).Message
            .ShouldBe($"The download comes too slowly: {(bytes == 100 ? "100 bytes" : "66 kB")} in {seconds} s.");
        (await Should.ThrowAsync<Up42ConnectionException>(() => pace.ReadAsync(body, new byte[1 << 20], Cancel))).Message
            .ShouldBe($"The download comes too slowly: {(bytes == 100 ? "100 bytes" : "66 kB")} in {seconds} s. It was tried 2 times.");
    }

    /// <summary>Waits add up until 64 KiB have come, and are forgotten then.</summary>
    [Fact]
    public async Task Slow_bytes_add_up()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var connection = MemorySource.Connect(time, new RetryOptions { AttemptTimeout = TimeSpan.FromMinutes(1), MaxAttempts = 2 });
        var pace = new TransferPace(connection, "The download");
        using var body = new SlowStream(() => time.Advance(TimeSpan.FromSeconds(25)), 32_768);

        for (var read = 0; read < 4; read++)
        {
            (await pace.ReadAsync(body, new byte[1 << 20], Cancel)).ShouldBe(32_768);
        }

        using var trickle = new SlowStream(() => time.Advance(TimeSpan.FromSeconds(25)), 1);
        await pace.ReadAsync(trickle, new byte[9], Cancel);
        await pace.ReadAsync(trickle, new byte[9], Cancel);
        (await Should.ThrowAsync<TransientException>(() => pace.ReadAsync(trickle, new byte[9], Cancel))).Message
            .ShouldBe("The download comes too slowly: 3 bytes in 75 s.");
    }

    private static HttpResponseMessage Response(byte[] body, string? encoding, string? range = null)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Headers.ETag = new EntityTagHeaderValue("\"v1\"");
        response.Headers.Add("x-goog-hash", "md5=a");
        response.Headers.Add("Server", "a");
        response.Content.Headers.ContentRange = range is null ? null : ContentRangeHeaderValue.Parse(range);
        if (encoding is not null)
        {
            response.Content.Headers.ContentEncoding.Add(encoding);
        }

        return response;
    }

    private sealed class SlowStream(Action wait, int count) : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer)
        {
            wait();
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
