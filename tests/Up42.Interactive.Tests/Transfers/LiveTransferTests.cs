using Microsoft.Extensions.Time.Testing;
using Up42.Interactive.Tests.Hosts;

namespace Up42.Interactive.Tests.Transfers;

public sealed class LiveTransferTests
{
    private readonly StringWriter _lines = new();

    [Fact]
    public async Task A_transfer_is_shown_before_its_first_byte()
    {
        var clock = new FakeTimeProvider();
        var cell = LiveCell.Begin();

        await LiveTransfer.ShowAsync(clock, _lines, "Results", listener: null, listener =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            clock.Advance(TimeSpan.FromSeconds(1));
            listener.Report(new TransferProgress("f", 5_000_000, 10_000_000, 5_000_000));
            return Task.FromResult(true);
        });
        await LiveTransfer.ShowAsync(clock, _lines, "Found", listener: null, _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(true);
        });

        ((IDisplay)cell.Shown[0].Values[0]).ToHtml().ShouldContain("at work");
        cell.Shown[0].Values.Select(value => value.ToString()).ShouldBe(
            ["Results: waiting for the first byte", "Results: 5 MB of 10 MB, 2.5 MB/s, 2 s left", "Results: 5 MB in 2 s, 2.5 MB/s"]);
        cell.Shown[1].Values.Select(value => value.ToString()).ShouldBe(["Found: waiting for the first byte", "Found: nothing was transferred"]);
    }

    [Fact]
    public async Task A_resumed_transfer_shows_the_rate_of_what_arrives_now()
    {
        var clock = new FakeTimeProvider();

        await LiveTransfer.ShowAsync(clock, _lines, "Results", listener: null, listener =>
        {
            listener.Report(new TransferProgress("f", 500_000_000, 650_000_000, 0) { BytesResumed = 500_000_000 });
            clock.Advance(TimeSpan.FromSeconds(10));
            listener.Report(new TransferProgress("f", 600_000_000, 650_000_000, 10_000_000) { BytesResumed = 500_000_000 });
            return Task.FromResult(true);
        });

        _lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(
            ["Results: 600 MB of 650 MB, 10 MB/s, 5 s left", "Results: 600 MB, 100 MB of them in 10 s, 10 MB/s"]);
    }
}
