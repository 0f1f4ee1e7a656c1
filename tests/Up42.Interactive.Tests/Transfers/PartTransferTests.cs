using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>Which parts of a file are requested, and what happens where another one comes. Parts have 4 MiB.</summary>
public sealed class PartTransferTests : IDisposable
{
    private const int Size = 4_194_304;
    private static readonly byte[] Content = MemorySource.Random(2 * Size + 9);

    private readonly ApiConnection _connection = MemorySource.Connect();
    private readonly TempFolder _folder = new();
    private readonly MemorySource _source = new(Content);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Parts_follow_each_other_to_the_last_byte()
    {
        (await ReceiveAsync()).ShouldBeTrue();

        _source.Requests.ShouldBe(["0-4194303", "4194304-8388607 \"v1\"", "8388608-12582911 \"v1\""]);
    }

    [Fact]
    public async Task What_is_there_already_is_not_requested_again()
    {
        (await ReceiveAsync(new RemoteFileInfo { ETag = "\"v1\"", Length = Content.Length }, Size + 5)).ShouldBeTrue();

        _source.Requests.ShouldBe(["4194309-8388612 \"v1\"", "8388613-12582916 \"v1\""]);
    }

    /// <summary>What has no version is begun anew; so is what is of another one.</summary>
    [Theory]
    [InlineData(null, "0-4194303")]
    [InlineData("\"v0\"", "9-4194312 \"v0\"|0-4194303|4194304-8388607 \"v1\"|8388608-12582911 \"v1\"")]
    public async Task What_is_of_another_version_is_begun_anew(string? tag, string requests)
    {
        (await ReceiveAsync(new RemoteFileInfo { ETag = tag, Length = Content.Length }, 9)).ShouldBeTrue();

        string.Join('|', _source.Requests).ShouldStartWith(requests);
    }

    [Fact]
    public async Task A_server_that_sends_all_is_taken_at_its_word()
    {
        _source.Answer = (_, _) => _source.Send(null);

        (await ReceiveAsync(new RemoteFileInfo { ETag = "\"v0\"", Length = Content.Length }, 9)).ShouldBeTrue();

        _source.Requests.ShouldBe(["9-4194312 \"v0\""]);
    }

    [Fact]
    public async Task A_file_of_unknown_length_ends_where_its_body_does()
    {
        _source.Answer = (_, _) =>
        {
            var response = _source.Send(null);
            response.Content = new StreamContent(new MemoryStream(Content));
            response.Content.Headers.ContentLength = null;
            return response;
        };

        (await ReceiveAsync()).ShouldBeTrue();

        _source.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_range_of_unknown_length_is_fetched_whole()
    {
        _source.Answer = (count, range) => count == 1
            ? _source.Send(Content[..9], new ContentRangeHeaderValue(0, 8))
            : null;

        (await ReceiveAsync()).ShouldBeTrue();

        _source.Requests.ShouldBe(["0-4194303", "all"]);
    }

    [Fact]
    public async Task What_is_fetched_whole_stays_so_when_it_breaks_off()
    {
        _source.Answer = (count, range) => count == 1 ? _source.Send(Content[..9], new ContentRangeHeaderValue(0, 8))
            : count == 2 ? _source.SendHalf(range, 9)
            : null;

        (await ReceiveAsync()).ShouldBeTrue();

        _source.Requests.ShouldBe(["0-4194303", "all", "all"]);
    }

    /// <summary>An attempt that brought a mebibyte is none that failed: the transfer goes on for as long as there is something.</summary>
    [Theory]
    [InlineData(1 << 20, true)]
    [InlineData((1 << 20) - 1, false)]
    public async Task Attempts_count_only_as_long_as_little_comes(int bytes, bool isWhole)
    {
        _source.Answer = (count, range) => _source.Send(range).Content.Headers.ContentLength > bytes ? _source.SendHalf(range, bytes) : null;

        if (isWhole)
        {
            (await ReceiveAsync()).ShouldBeTrue();
            _source.Requests.Count.ShouldBeGreaterThan(8);
        }
        else
        {
            (await Should.ThrowAsync<Up42ConnectionException>(() => ReceiveAsync())).Message
                .ShouldBe($"The download broke off after {3 * bytes} of {Content.Length} bytes. It was tried 3 times.");
        }
    }

    [Fact]
    public async Task A_body_that_is_empty_is_requested_again()
    {
        _source.Answer = (count, range) => count == 1 ? _source.Send([], null) : null;

        (await ReceiveAsync()).ShouldBeTrue();

        _source.Requests.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Another_range_than_requested_throws_away_what_was_there()
    {
        _source.Answer = (count, _) => count == 1 ? _source.Send(new byte[9], new ContentRangeHeaderValue(7, 15, Content.Length)) : null;

        (await ReceiveAsync(new RemoteFileInfo { ETag = "\"v1\"", Length = Content.Length }, 9)).ShouldBeTrue();

        _source.Requests.ElementAt(1).ShouldBe("0-4194303");
    }

    [Fact]
    public async Task Responses_are_disposed_also_one_that_was_opened_ahead()
    {
        var disposed = 0;
        _source.Answer = (count, range) => new Response(_source.Send(range), () => Interlocked.Increment(ref disposed));
        using var part = new PartialFile(_folder["a.part"]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var meter = new ProgressMeter(new Downloads.Heard(_ => stop.Cancel()), "a", _connection.Time);

        await Should.ThrowAsync<OperationCanceledException>(() => new PartTransfer(_connection, _source, part, meter).ReceiveAsync(stop.Token));

        disposed.ShouldBe(_source.Requests.Count);
    }

    private async Task<bool> ReceiveAsync(RemoteFileInfo? begun = null, int length = 0)
    {
        using var part = new PartialFile(_folder["a.part"]);
        if (begun is not null)
        {
            part.Begin(begun);
            part.Append(Content.AsSpan(0, length));
        }

        await new PartTransfer(_connection, _source, part, new ProgressMeter(null, "a", _connection.Time)).ReceiveAsync(Cancel);
        part.IsWhole.ShouldBeTrue();
        part.Close();
        return (await File.ReadAllBytesAsync(_folder["a.part"], Cancel)).AsSpan().SequenceEqual(Content);
    }

    private sealed class Response : HttpResponseMessage
    {
        private readonly Action _disposed;
        private bool _isDisposed;

        public Response(HttpResponseMessage other, Action disposed)
            : base(other.StatusCode)
        {
            (_disposed, Content) = (disposed, other.Content);
            Headers.ETag = other.Headers.ETag;
        }

        protected override void Dispose(bool disposing)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _disposed();
            }

            base.Dispose(disposing);
        }
    }
}
