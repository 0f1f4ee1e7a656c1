using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Jobs;

namespace Up42.Interactive.Tests.Downloads;

/// <summary>The platform and the storage of job "j", whose results lie at one signed address.</summary>
internal static class DownloadServer
{
    public const string AddressCall = "GET " + JobsServer.JobPath + "/downloads/results/";
    public const string StorageCall = "GET /storage/a";

    public static string Address(LoopbackServer server) =>
        $$$"""{"data":{"url":"{{{server.Endpoint}}}storage/a?X-Goog-Signature=s1gn4ture"},"error":null}""";

    public static async Task<LoopbackServer> StartAsync(Func<int, HttpContext, Task> storage, string status = "SUCCEEDED")
    {
        var server = await JobsServer.StartAsync(status);
        server.On(AddressCall, Address(server));
        server.On(StorageCall, storage);
        return server;
    }

    /// <summary>The job, whose results go to <paramref name="folder"/> unless a test says otherwise.</summary>
    public static async Task<Job> GetJobAsync(LoopbackServer server, string folder)
    {
        var client = await server.ConnectAsync(server.Options(outputDirectory: folder));
        return await client.GetJobAsync("j", cancellationToken: TestContext.Current.CancellationToken);
    }

    public static Task SendAsync(HttpContext context, string path)
    {
        context.Response.ContentType = "application/gzip";
        context.Response.ContentLength = new FileInfo(path).Length;
        return context.Response.SendFileAsync(path);
    }
}
