namespace Up42.Interactive.Tests.Model;

public class JobLogsTests
{
    [Theory]
    [InlineData("2021-03-01 08:00:00,123 - blockutils.logging - INFO - Loading", JobLogLevel.Info)]
    [InlineData("2021-03-01 08:00:00,123 - x - ERROR - No scene", JobLogLevel.Error)]
    [InlineData("[WARN] cloudy", JobLogLevel.Warning)]
    [InlineData("WARNING: cloudy", JobLogLevel.Warning)]
    [InlineData("CRITICAL out of memory", JobLogLevel.Critical)]
    [InlineData("FATAL out of memory", JobLogLevel.Critical)]
    [InlineData("""{"time":1,"level": "error","msg":"x"}""", JobLogLevel.Error)]
    [InlineData("DEBUG:root:x", JobLogLevel.Debug)]
    [InlineData("an information about errors", JobLogLevel.None)]
    [InlineData("TERRORS", JobLogLevel.None)]
    [InlineData("NO-INFO-FILE", JobLogLevel.None)]
    [InlineData("", JobLogLevel.None)]
    public void Line_has_the_level_it_carries(string text, JobLogLevel level)
    {
        var line = JobLogLine.Parse(text);

        line.Level.ShouldBe(level);
        line.ToString().ShouldBe(text);
    }

    [Fact]
    public void Logs_have_each_task_and_the_whole()
    {
        var logs = Logs();

        logs["t2"].Lines.Select(line => line.Text).ShouldBe(["INFO go", "", "ERROR stop"]);
        logs["t2"].ToString().ShouldBe("Sharpening: FAILED, 3 lines, 1 error");
        logs.Text.ShouldBe("--- Sentinel-2 (t1): SUCCEEDED\nINFO done\n\n--- Sharpening (t2): FAILED\nINFO go\r\n\r\nERROR stop\n");
        logs.ToString().ShouldBe("Logs of job j: 2 tasks, 4 lines, 1 error");
    }

    [Fact]
    public void Logs_of_another_task_names_the_tasks_there_are() =>
        Should.Throw<ArgumentException>(() => Logs()["t3"]).Message.ShouldStartWith("Job j has no log of a task t3; it has: t1, t2.");

    internal static JobLogs Logs() => new("j",
    [
        new(JobTaskInfo.Parse(JobInfoTests.Json("""{"id":"t1","status":"SUCCEEDED","block":{"displayName":"Sentinel-2"}}""")), "INFO done\n"),
        new(JobTaskInfo.Parse(JobInfoTests.Json("""{"id":"t2","status":"FAILED","block":{"displayName":"Sharpening"}}""")), "INFO go\r\n\r\nERROR stop\r\n"),
    ]);
}
