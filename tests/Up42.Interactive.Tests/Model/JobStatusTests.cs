namespace Up42.Interactive.Tests.Model;

public class JobStatusTests
{
    [Theory]
    [InlineData("NOT STARTED", false, true)]
    [InlineData("PENDING", false, true)]
    [InlineData("RUNNING", false, true)]
    [InlineData("CANCELLING", false, true)]
    [InlineData("CANCELLED", true, false)]
    [InlineData("FAILED", true, false)]
    [InlineData("ERROR", true, false)]
    [InlineData("SUCCEEDED", true, false)]
    [InlineData("PAUSED", false, false)]
    public void Status_knows_whether_it_is_an_end(string value, bool isTerminal, bool inProgress)
    {
        var status = new JobStatus(value);

        (status.IsTerminal, status.InProgress, status.IsKnown).ShouldBe((isTerminal, inProgress, value != "PAUSED"));
        status.IsSucceeded.ShouldBe(value == "SUCCEEDED");
        status.ToString().ShouldBe(value);
    }

    [Fact]
    public void Equality_does_not_mind_case()
    {
        (new JobStatus("running") == JobStatus.Running).ShouldBeTrue();
        new JobStatus("running").GetHashCode().ShouldBe(JobStatus.Running.GetHashCode());
        (JobStatus.Running != JobStatus.Failed).ShouldBeTrue();
        default(JobStatus).ToString().ShouldBe("UNKNOWN");
        (new JobMode("dry_run") == JobMode.DryRun).ShouldBeTrue();
    }
}
