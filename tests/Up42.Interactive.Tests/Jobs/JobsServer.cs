using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

/// <summary>What the loopback server says of a job "j" with two tasks.</summary>
internal static class JobsServer
{
    public const string JobPath = "/projects/p-1/jobs/j";
    public const string JobCall = "GET " + JobPath;

    public static string Job(string status, string id = "j", string mode = "DEFAULT") => $$$"""
        {"data":{"id":"{{{id}}}","name":"Ships of Rotterdam","mode":"{{{mode}}}","status":"{{{status}}}","createdAt":"2024-01-15T11:00:00Z",
        "startedAt":"2024-01-15T11:01:00Z","finishedAt":{{{(status == "SUCCEEDED" ? "\"2024-01-15T11:31:00Z\"" : "null")}}},
        "workflowId":"w","workflowName":"Ships","inputs":{"data:1":{"limit":1}} },"error":null}
        """;

    public static async Task<LoopbackServer> StartAsync(string status = "SUCCEEDED")
    {
        var server = await LoopbackServer.StartAsync();
        server.On(JobCall, Job(status));
        server.On("GET " + JobPath + "/credits", """{"data":{"creditsUsed":1234},"error":null}""");
        server.On("GET " + JobPath + "/tasks/", Tasks(status));
        server.On("GET " + JobPath + "/tasks/t1/logs", (_, context) => LoopbackServer.JsonAsync(context, "2024 - x - INFO - found\n", type: "text/plain"));
        server.On(
            "GET " + JobPath + "/tasks/t2/logs", (_, context) =>
                LoopbackServer.JsonAsync(context, "\"INFO go\\nERROR no ship\\nbye\"", type: "text/plain"));
        foreach (var path in new[] { "", "/tasks/t1", "/tasks/t2" })
        {
            server.On($"GET {JobPath}{path}/outputs/data-json/", Table);
        }

        return server;
    }

    public const string Table = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[4.1,51.9]},"properties":{"uid":"a","up42.data_path":"a/a.tif"}}]}
        """;

    private static string Tasks(string status) => $$$"""
        {"data":[{"id":"t1","name":"data:1","status":"SUCCEEDED","startedAt":"2024-01-15T11:01:00Z","finishedAt":"2024-01-15T11:10:00Z",
        "block":{"id":"b1","name":"data","displayName":"Sentinel-2"},"blockVersion":"1.0","parentsIds":[]},
                 {"id":"t2","name":"ships:1","status":"{{{status}}}","startedAt":"2024-01-15T11:10:00Z","finishedAt":null,
                 "block":{"id":"b2","name":"ships","displayName":"Ship detection"},"blockVersion":"2.1","parentsIds":["t1"]}],"error":null}
        """;
}
