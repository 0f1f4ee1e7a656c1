using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>Which bytes of a file are requested, and how its reads end. Blocks have 64 KiB, requests 64 blocks at most.</summary>
public sealed class RangeReaderTests : IDisposable
{
    private const int Block = 65_536;

    private readonly ApiConnection _connection = MemorySource.Connect();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task Every_byte_is_that_of_the_file()
    {
        var content = MemorySource.Random(10 * Block + 5);
        using var reader = await OpenAsync(new MemorySource(content));

        reader.Length.ShouldBe(content.Length);
        foreach (var (offset, length) in new[]
        {
            (0, 1), (Block - 1, 1), (Block, 1), (Block - 1, 2), (5 * Block, Block), (5 * Block - 1, Block + 2), (10 * Block + 4, 1), (9 * Block, Block + 5),
            (0, content.Length), (3, 0),
        })
        {
            Read(reader, offset, length).ShouldBe(content.AsSpan(offset, length).ToArray(), $"{length} bytes at {offset}");
        }
    }

    /// <summary>A reader that goes on where it was gets twice as much each time, up to 64 blocks; one that jumps begins anew.</summary>
    [Fact]
    public async Task Who_reads_on_gets_more_each_time()
    {
        var source = new MemorySource(MemorySource.Random(300 * Block + 1));
        using var reader = await OpenAsync(source);

        foreach (var block in new[] { 0, 1, 2, 3, 7, 15, 31, 63, 127, 250, 191, 255, 256, 299, 300 })
        {
            Read(reader, (long)block * Block, 1);
        }

        source.Requests.ShouldBe(
            [Blocks(0, 0)[..^5], Blocks(1, 2), Blocks(3, 6), Blocks(7, 14), Blocks(15, 30), Blocks(31, 62), Blocks(63, 126), Blocks(127, 190),
            Blocks(250, 250), Blocks(191, 191), Blocks(255, 255), Blocks(256, 257), Blocks(299, 299), $"{300 * Block}-{300 * Block} \"v1\""]);
        Read(reader, 190 * Block, 1);
        Read(reader, 257 * Block, 1);
        reader.Requests.ShouldBe(source.Requests.Count);
        reader.Received.ShouldBe((191L + 1 + 1 + 1 + 2 + 1) * Block + 1);
    }

    [Fact]
    public async Task What_is_wanted_is_requested_at_once_and_nothing_twice()
    {
        var source = new MemorySource(MemorySource.Random(100 * Block));
        using var reader = await OpenAsync(source);

        Read(reader, 20 * Block, Block);
        Read(reader, 10 * Block, 15 * Block);
        Read(reader, 30 * Block, 70 * Block);

        source.Requests.Skip(1).ShouldBe([Blocks(20, 20), Blocks(10, 19), Blocks(21, 24), Blocks(30, 93), Blocks(94, 99)]);
    }

    /// <summary>What lies up to four blocks apart is one request; none has more than 64 blocks.</summary>
    [Theory]
    [InlineData("2 7", "2-7")]
    [InlineData("2 8", "2-2|8-8")]
    [InlineData("8 2", "2-2|8-8")]
    [InlineData("1-64", "1-64")]
    [InlineData("1-65", "1-64|65-65")]
    [InlineData("0-1", "1-1")]
    public async Task Plan_joins_what_lies_close(string blocks, string right)
    {
        var source = new MemorySource(MemorySource.Random(70 * Block));
        using var reader = await OpenAsync(source);
        var ranges = blocks.Split(' ').Select(part => part.Split('-').Select(Number).ToArray()).ToList();

        reader.Plan([(69 * Block + 1, 0), .. ranges.Select(range => ((long)range[0] * Block, (long)(range[^1] - range[0] + 1) * Block))]);
        ranges.ForEach(range => Read(reader, (long)range[0] * Block, (range[^1] - range[0] + 1) * Block));

        source.Requests.Skip(1).Order().ShouldBe(right.Split('|').Select(run => Blocks(Number(run.Split('-')[0]), Number(run.Split('-')[1]))).Order());

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_gone_on_from_the_last_whole_block()
    {
        var content = MemorySource.Random(8 * Block);
        var source = new MemorySource(content);
        source.Answer = (count, range) => count == 2 ? source.SendHalf(range, 2 * Block + 7) : null;
        using var reader = await OpenAsync(source);

        Read(reader, 2 * Block, 5 * Block).ShouldBe(content.AsSpan(2 * Block, 5 * Block).ToArray());

        source.Requests.Skip(1).ShouldBe([Blocks(2, 6), Blocks(4, 6)]);
    }

    [Fact]
    public async Task A_read_that_failed_is_requested_again_by_the_next()
    {
        var source = new MemorySource(MemorySource.Random(4 * Block));
        source.Answer = (count, range) => count is > 1 and < 5 ? source.SendHalf(range, 7) : null;
        using var reader = await OpenAsync(source);

        Should.Throw<Up42ConnectionException>(() => Read(reader, Block, 1)).Message.ShouldBe("The download broke off. It was tried 3 times.");
        Read(reader, Block, 1).Length.ShouldBe(1);
    }

    /// <summary>Responses from which nobody can tell where bytes lie in the file.</summary>
    [Theory]
    [InlineData("200", "The download is not possible: the server does not send parts of the file. Download it.")]
    [InlineData("items 0-3/4", "The download is not possible: the server does not send parts of the file. Download it.")]
    [InlineData("bytes 1-3/4", "The download is not possible: the server does not send parts of the file. Download it.")]
    [InlineData("bytes 0-3/*", "The download is not possible: the server does not send parts of the file. Download it.")]
    [InlineData("bytes */0", "The download is not possible: the server does not send parts of the file. Download it.")]
    [InlineData("bytes 0-3/1125899906842625", "The download is not possible: the server says that the file has 1126 TB.")]
    public async Task Open_refuses_what_is_no_part_of_a_file(string range, string message)
    {
        var source = new MemorySource([1, 2, 3, 4]);
        source.Answer = (_, _) => source.Send([1, 2, 3, 4], range == "200" ? null : ContentRangeHeaderValue.Parse(range));

        (await Should.ThrowAsync<Up42Exception>(() => OpenAsync(source))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Open_takes_the_largest_file_there_may_be()
    {
        var source = new MemorySource([]);
        source.Answer = (_, _) => source.Send(new byte[Block], new ContentRangeHeaderValue(0, Block - 1, 1L << 50));

        (await OpenAsync(source)).Length.ShouldBe(1_125_899_906_842_624);
    }

    [Theory]
    [InlineData("200")]
    [InlineData("\"v2\"")]
    [InlineData("length")]
    public async Task A_file_that_was_replaced_is_not_read_on(string change)
    {
        var source = new MemorySource(MemorySource.Random(4 * Block));
        using var reader = await OpenAsync(source);
        source.Tag = change.StartsWith('"') ? change : source.Tag;
        source.Answer = (_, range) => change == "200" ? source.Send(null)
            : change == "length" ? source.Send(new byte[Block], new ContentRangeHeaderValue(Block, 2 * Block - 1, 5 * Block))
            : null;

        Should.Throw<Up42Exception>(() => Read(reader, Block, 1)).Message
            .ShouldBe("The download cannot go on: the file has been replaced on the server. Open it again.");
        source.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_range_than_requested_is_requested_again()
    {
        var content = MemorySource.Random(4 * Block);
        var source = new MemorySource(content);
        source.Answer = (count, _) => count == 2 ? source.Send(new byte[Block], new ContentRangeHeaderValue(0, Block - 1, 4 * Block)) : null;
        using var reader = await OpenAsync(source);

        Read(reader, 2 * Block, 9).ShouldBe(content.AsSpan(2 * Block, 9).ToArray());

        source.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_may_have_one_byte()
    {
        using var reader = await OpenAsync(new MemorySource([7]));

        (reader.Length, Read(reader, 0, 1)[0]).ShouldBe((1, (byte)7));
    }

    [Fact]
    public async Task Six_requests_are_on_their_way_at_most()
    {
        var source = new MemorySource(MemorySource.Random(200 * Block));
        using var reader = await OpenAsync(source);
        using var never = new NeverStream();
        source.Answer = (_, range) =>
        {
            var response = source.Send(range);
            var content = new StreamContent(never);
            content.Headers.ContentRange = response.Content.Headers.ContentRange;
            response.Content = content;
            return response;
        };

        reader.Plan([.. Enumerable.Range(1, 12).Select(i => (10L * i * Block, 1L))]);
        await never.Waits.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await Task.Delay(100, Cancel);

        source.Requests.Count.ShouldBeInRange(2, 7);
    }

    [Fact]
    public async Task Dispose_forgets_what_was_read_and_ends_what_waits()
    {
        var source = new MemorySource(MemorySource.Random(4 * Block));
        var reader = await OpenAsync(source);
        Read(reader, 0, 1);
        reader.Dispose();
        reader.Dispose();

        Should.Throw<Up42Exception>(() => Read(reader, 0, 1)).Message.ShouldBe("The download ended: the results were disposed.");
        source.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_that_waits_is_canceled()
    {
        var source = new MemorySource(MemorySource.Random(4 * Block));
        using var reader = await OpenAsync(source);
        using var never = new NeverStream();
        source.Answer = (_, _) => new HttpResponseMessage(HttpStatusCode.PartialContent)
        {
            Content = new StreamContent(never) { Headers = { ContentRange = new ContentRangeHeaderValue(Block, 2 * Block - 1, 4 * Block) } },
            Headers = { ETag = new EntityTagHeaderValue("\"v1\"") },
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var reading = Task.Run(() => reader.Read(Block, new byte[1], stop.Token), Cancel);
        await never.Waits.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(20), Cancel));
    }

    private Task<RangeReader> OpenAsync(MemorySource source) => RangeReader.OpenAsync(_connection, source, Cancel);

    private static byte[] Read(RangeReader reader, long offset, int length)
    {
        var bytes = new byte[length];
        reader.Read(offset, bytes, Cancel);
        return bytes;
    }

    private static string Blocks(int first, int last) => $"{(long)first * Block}-{(long)(last + 1) * Block - 1} \"v1\"";
}
