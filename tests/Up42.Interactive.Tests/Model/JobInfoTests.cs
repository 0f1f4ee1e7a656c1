using System.Text;
using System.Text.Json;

namespace Up42.Interactive.Tests.Model;

public class JobInfoTests
{
    private const string Job = """
        {"id":"j","displayId":"a1","name":"Ships","mode":"DRY_RUN","status":"HALTED","createdAt":"2021-03-01T08:00:00.123456Z",
         "startedAt":"2021-03-01T08:01:00","finishedAt":null,"workflowId":"w","workflowName":"Flow","inputs":{"a:1":{"limit":1}},
         "createdBy":{"id":"u"},"novelty":[1,2]}
        """;

    [Fact]
    public void Parse_reads_typed_facts_and_keeps_the_rest()
    {
        var info = JobInfo.Parse(Json(Job));

        (info.Id, info.DisplayId, info.Name, info.WorkflowId, info.WorkflowName).ShouldBe(("j", "a1", "Ships", "w", "Flow"));
        info.Mode.IsTest.ShouldBeTrue();
        info.Status.Value.ShouldBe("HALTED");
        info.CreatedAt.ShouldBe(new DateTimeOffset(2021, 3, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1234560));
        info.StartedAt.ShouldBe(new DateTimeOffset(2021, 3, 1, 8, 1, 0, TimeSpan.Zero));
        info.FinishedAt.ShouldBeNull();
        info.Inputs!.Value.GetProperty("a:1").GetProperty("limit").GetInt32().ShouldBe(1);
        info.Raw.GetProperty("novelty").GetArrayLength().ShouldBe(2);
        info.ToString().ShouldBe("Ships j: HALTED");
    }

    [Theory]
    [InlineData("""{"id":"j","status":null,"createdAt":"soon","inputs":null}""")]
    [InlineData("""{"id":"j","createdAt":17}""")]
    public void Parse_of_a_sparse_job_has_no_facts_but_its_id(string json)
    {
        var info = JobInfo.Parse(Json(json));

        info.CreatedAt.ShouldBeNull();
        info.Status.Value.ShouldBe("UNKNOWN");
        info.Mode.Value.ShouldBe("DEFAULT");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":3}""")]
    public void Parse_of_no_job_throws(string json) => Should.Throw<JsonException>(() => JobInfo.Parse(Json(json)));

    [Fact]
    public void Snapshot_written_and_read_is_the_same()
    {
        var task = JobTaskInfo.Parse(
            Json("""{"id":"t","name":"s2:1","status":"FAILED","block":{"name":"s2","displayName":"Sentinel-2"},"blockVersion":"1.0","parentsIds":[]}"""));
        var snapshot = new JobSnapshot
        {
            Info = JobInfo.Parse(Json(Job)),
            ProjectId = "p",
            SeenAt = new DateTimeOffset(2021, 3, 1, 9, 0, 0, TimeSpan.Zero),
            Tasks = [task],
            Logs = new JobLogs("j", [new JobTaskLog(task, "ERROR no scene\n")]),
            Credits = JobCredits.Parse(Json("""{"creditsUsed":1250}""")),
        };

        var read = JobSnapshot.Parse(Json(Write(snapshot)));

        Write(read).ShouldBe(Write(snapshot));
        read.Info.Name.ShouldBe("Ships");
        read.Tasks!.Single().Title.ShouldBe("Sentinel-2");
        read.Logs!["t"].Text.ShouldBe("ERROR no scene\n");
        read.Credits!.ToString().ShouldBe("1,250 credits");
        read.Duration.ShouldBe(TimeSpan.FromMinutes(59));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"job":{"id":"j"},"projectId":3,"seenAt":"2021-03-01T09:00:00Z"}""")]
    [InlineData("""{"job":{"id":"j"},"projectId":"p","seenAt":"yesterday"}""")]
    [InlineData("""{"job":{"id":"j"},"projectId":"p","seenAt":"2021-03-01T09:00:00Z","tasks":{}}""")]
    public void Snapshot_of_something_else_throws(string json) => Should.Throw<JsonException>(() => JobSnapshot.Parse(Json(json)));

    internal static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Write(JobSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            snapshot.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
