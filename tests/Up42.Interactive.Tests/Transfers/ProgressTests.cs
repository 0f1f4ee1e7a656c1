using Microsoft.Extensions.Time.Testing;
using Up42.Interactive.Tests.Downloads;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>When progress is reported, and in which words it is shown.</summary>
public sealed class ProgressTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _lines = new();

    private string[] Lines => _lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Theory]
    [InlineData(119, 2, 1)]
    [InlineData(120, 2, 2)]
    [InlineData(0, 100, 2)]
    public void Reports_are_120_ms_apart_but_for_the_last(int milliseconds, long received, int reports)
    {
        var heard = new Heard();
        var meter = new ProgressMeter(heard, "f", _time);
        meter.Begin(0, 100);

        meter.Report(1);
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        meter.Report(received);

        heard.Reports.Count.ShouldBe(reports);
        heard.Reports[0].ShouldBe(new TransferProgress("f", 1, 100, 0));
    }

    /// <summary>A transfer that begins anew has had its first bytes from the earliest of its beginnings.</summary>
    [Fact]
    public void The_rate_is_of_what_arrived_since_the_first_beginning()
    {
        var heard = new Heard();
        var meter = new ProgressMeter(heard, "f", _time);
        meter.Begin(50, 100);
        meter.Begin(20, 200);
        meter.Begin(60, 200);
        _time.Advance(TimeSpan.FromSeconds(4));

        meter.Report(100);

        heard.Reports.ShouldBe([new TransferProgress("f", 100, 200, 20) { BytesResumed = 20 }]);
    }

    [Theory]
    [InlineData(null, "Results: 5 MB, 1 MB/s")]
    [InlineData(10_000_000L, "Results: 5 MB of 10 MB, 1 MB/s, 5 s left")]
    [InlineData(5_000_000L, "Results: 5 MB of 5 MB, 1 MB/s")]
    [InlineData(500_000_000L, "Results: 5 MB of 500 MB, 1 MB/s")]
    [InlineData(499_999_900L, "Results: 5 MB of 500 MB, 1 MB/s, 8 min 14 s left")]
    public async Task A_line_says_how_long_it_takes_once_a_hundredth_has_come(long? total, string line)
    {
        await LiveTransfer.ShowAsync(_time, _lines, "Results", listener: null, listener =>
        {
            listener.Report(new TransferProgress("f", 0, total, 0));
            _time.Advance(TimeSpan.FromSeconds(5));
            listener.Report(new TransferProgress("f", 5_000_000, total, 0));
            return Task.FromResult(true);
        });

        Lines[0].ShouldBe(line);
        Lines[^1].ShouldBe("Results: 5 MB in 5 s, 1 MB/s");
    }

    [Fact]
    public async Task Files_add_up_and_more_than_all_is_all()
    {
        var cell = Hosts.LiveCell.Begin();

        await LiveTransfer.ShowAsync(_time, _lines, "Results", listener: null, listener =>
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            listener.Report(new TransferProgress("f", 3_000_000, 4_000_000, 0));
            listener.Report(new TransferProgress("g", 2_000_000, 6_000_000, 0) { BytesResumed = 1_000_000 });
            _time.Advance(TimeSpan.FromSeconds(9));
            listener.Report(new TransferProgress("f", 30_000_000, 4_000_000, 0));
            _time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(true);
        });

        cell.Shown[0].Values.Select(value => value.ToString()).ShouldContain("Results: 5 MB of 10 MB, 400 kB/s, 13 s left");
        cell.Shown[0].Values.Select(value => value.ToString()).ShouldContain("Results: 32 MB of 10 MB, 1.6 MB/s");
        cell.Shown[0].Values[^1].ToString().ShouldBe("Results: 32 MB, 31 MB of them in 20 s, 1.6 MB/s");
    }

    [Theory]
    [InlineData(true, ", cancelled")]
    [InlineData(false, ", failed")]
    public async Task What_ends_early_says_so_and_is_thrown(bool isCanceled, string how)
    {
        await Should.ThrowAsync<Exception>(() => LiveTransfer.ShowAsync<bool>(_time, _lines, "Results", listener: null, listener =>
        {
            listener.Report(new TransferProgress("f", 5_000_000, 10_000_000, 0));
            _time.Advance(TimeSpan.FromSeconds(2));
            throw isCanceled ? new OperationCanceledException() : new Up42Exception("It broke.");
        }));

        Lines[^1].ShouldBe($"Results: 5 MB in 2 s, 2.5 MB/s{how}");
    }

    [Fact]
    public async Task Who_listens_gets_the_reports_and_nothing_is_shown()
    {
        var heard = new Heard();

        (await LiveTransfer.ShowAsync(_time, _lines, "Results", heard, listener =>
        {
            listener.Report(new TransferProgress("f", 1, 2, 0));
            _time.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(7);
        })).ShouldBe(7);

        heard.Reports.Count.ShouldBe(1);
        _lines.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_transfer_with_nothing_to_do_shows_nothing()
    {
        await LiveTransfer.ShowAsync(_time, _lines, "Results", listener: null, _ =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(999));
            return Task.FromResult(true);
        });
        _time.Advance(TimeSpan.FromSeconds(60));

        _lines.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Results_come_in_the_order_of_their_items_and_no_more_at_a_time_than_may()
    {
        var (now, most) = (0, 0);

        var results = await Enumerable.Range(0, 20).SelectConcurrentlyAsync(
            3,
            async (item, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(item % 3, token);
                Interlocked.Decrement(ref now);
                return item * 2;
            },
            TestContext.Current.CancellationToken);

        results.ShouldBe(Enumerable.Range(0, 20).Select(item => item * 2));
        most.ShouldBeInRange(2, 3);
    }
}
