using Microsoft.Extensions.Time.Testing;
using Up42.Interactive.Tests.Downloads;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>Progress comes often enough to be seen and rarely enough to cost nothing.</summary>
public class ProgressMeterTests
{
    [Fact]
    public void Progress_is_reported_at_most_ten_times_in_any_second_and_at_the_end()
    {
        var time = new FakeTimeProvider();
        var reports = new List<(DateTimeOffset At, TransferProgress Progress)>();
        var meter = new ProgressMeter(new Heard(progress => reports.Add((time.GetUtcNow(), progress))), "scene", time);
        meter.Begin(1000, 6000);
        for (var received = 1001; received <= 6000; received++)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            meter.Report(received);
        }

        reports.ShouldAllBe(report => reports.Count(other => other.At >= report.At && other.At < report.At + TimeSpan.FromSeconds(1)) <= 10);
        reports.Count.ShouldBeGreaterThan(30);
        reports[^1].Progress.ShouldBe(new TransferProgress("scene", 6000, 6000, 1000) { BytesResumed = 1000 });
    }
}
