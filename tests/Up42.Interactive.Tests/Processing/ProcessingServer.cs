using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Processing;

/// <summary>Today's platform as far as one job of one process needs it, on loopback.</summary>
internal static class ProcessingServer
{
    public const string JobCall = "GET /v2/processing/jobs/j";
    public const string JobsCall = "GET /v2/processing/jobs";
    public const string ProcessCall = "GET /v2/processing/processes/pansharpening";
    public const string RunCall = "POST /v2/processing/processes/pansharpening/execution";
    public const string ValidationCall = "POST /v2/processing/processes/pansharpening/validation";
    public const string UrlCall = "POST /v2/assets/a-1/download-url";
    public const string FileCall = "GET /storage/a-1";

    /// <summary>A server whose job goes through statuses, one a look, and stays in the last.</summary>
    public static async Task<LoopbackServer> StartAsync(params string[] statuses)
    {
        var server = await LoopbackServer.StartAsync();
        server.On(JobCall, (count, context) => LoopbackServer.JsonAsync(context, Job(server, statuses[int.Min(count, statuses.Length) - 1])));
        server.On(ProcessCall, Process);
        server.On("GET /v2/eulas/e-1", """{"isAccepted":true}""");
        server.On("GET /v2/assets/stac/collections/c-1", """{"id":"c-1","type":"Collection","title":"Pansharpened"}""");
        server.On("GET /v2/assets/stac/collections/c-1/items", (_, context) =>
            LoopbackServer.JsonAsync(context, $$"""{"type":"FeatureCollection","features":[{{Item(server)}},{"id":null}],"links":[]}"""));
        server.On(UrlCall, (count, context) => LoopbackServer.JsonAsync(context, $$"""
            {"url":"{{server.Endpoint}}storage/a-1?signature=hush-{{count}}-me&response-content-disposition=attachment%3B%20filename%3D%22sharp.tif%22"}
            """));
        return server;
    }

    public static string Process => """
        {"id":"pansharpening","title":"Pansharpening","description":"Sharper colours.","version":"1.0.0","additionalParameters":{"parameters":[
        {"name":"eula-id","value":["e-1"]},{"name":"price","value":[{"credits":2,"unit":"SQ_KM"}]}]}}
        """;

    public static string Job(LoopbackServer server, string status, string id = "j", string title = "Berlin") => $$$"""
        {"processID":"pansharpening","jobID":"{{{id}}}","accountID":"a","workspaceID":"w-1","definition":{"inputs":{"title":"{{{title}}}","item":"x"}},
        "results":{{{Results(server, status)}}},"creditConsumption":{"credits":12},"status":"{{{status}}}","created":"2026-11-01T10:00:00.123456Z",
        "started":"2026-11-01T10:01:00Z","finished":{{{(status is "captured" or "released" ? "\"2026-11-01T10:05:30Z\"" : "null")}}},
        "updated":"2026-11-01T10:05:30Z"}
        """;

    public static string Item(LoopbackServer server) => $$$"""
        {"type":"Feature","stac_version":"1.0.0","id":"i-1","collection":"c-1","bbox":[13,52,13.1,52.1],
        "geometry":{"type":"Polygon","coordinates":[[[13,52],[13.1,52],[13.1,52.1],[13,52.1],[13,52]]]},
        "properties":{"datetime":"2026-10-01T10:00:00Z","up42-user:title":"Sharp","platform":"PNEO-4","gsd":0.3,"up42-system:job_id":"j"},
        "links":[{"rel":"self","href":"{{{server.Endpoint}}}v2/assets/stac/collections/c-1/items/i-1"}],
        "assets":{"data":{"href":"{{{server.Endpoint}}}v2/assets/a-1","type":"image/tiff; application=geotiff; profile=cloud-optimized","roles":["data"]} } }
        """;

    /// <summary>Serves a file with ranges; each signature is good for so many requests, then it has expired with a status.</summary>
    public static void Serve(LoopbackServer server, byte[] file, int requestsASignature = int.MaxValue, int expired = 403)
    {
        var uses = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        server.On(FileCall, async (_, context) =>
        {
            if (uses.AddOrUpdate(context.Request.Query["signature"].ToString(), 1, (_, count) => count + 1) > requestsASignature)
            {
                context.Response.StatusCode = expired;
                return;
            }

            await SendAsync(context, file);
        });
    }

    public static Task SendAsync(HttpContext context, byte[] file) => Microsoft.AspNetCore.Http.Results
        .File(file, "image/tiff", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue("\"v1\""), enableRangeProcessing: true)
        .ExecuteAsync(context);

    private static string Results(LoopbackServer server, string status) => status switch
    {
        "successful" or "captured" => $$"""{"collection":"{{server.Endpoint}}v2/assets/stac/collections/c-1","errors":null}""",
        "failed" or "released" or "invalid" => """{"collection":null,"errors":[{"name":"InvalidItem","message":"The item has no panchromatic band."}]}""",
        _ => "null",
    };
}
