using System.Net;

namespace Up42.Interactive.Tests.Fuzz;

/// <summary>Responses of a server as the client reads them, without the server.</summary>
internal static class ServerResponses
{
    private static readonly Uri Endpoint = new("https://api.invalid/");

    public static string[] Seeds { get; } =
    [
        """{"data":{"id":"j","name":"a job","status":"RUNNING","createdAt":"2024-01-02T03:04:05Z","inputs":{"a:1":{"ids":["x"]}}},"error":null}""",
        """{"data":[{"id":"t","status":"SUCCEEDED","block":{"name":"b"},"parentsIds":["s"]},{"id":"w","name":"w"}],"error":null}""",
        """{"data":null,"error":{"code":404,"message":"none","details":[{"a":"b"}]},"title":"x","status":404,"requestId":"r"}""",
        """{"data":{"url":"https://storage.invalid/a?sig=1","creditsUsed":1.5,"type":"FeatureCollection","features":[]}}""",
    ];

    /// <summary>Reads one body in every way that there is; each may refuse it.</summary>
    public static void Read(byte[] body)
    {
        Func<ApiConnection, string?>[] ways =
        [
            api => Wait(api.GetDataAsync("x", JobInfo.Parse, default)).ToString(),
            api => Wait(api.GetDataAsync("x", JobCredits.Parse, default)).ToString(),
            api => string.Join(" ", Wait(new TasksApi(api).ListAsync("p", "j", default))),
            api => string.Join(" ", Wait(new WorkflowsApi(api).ListAsync("p", default))),
            api => string.Join(" ", Wait(new JobsApi(api).ListAsync("p", 0, "s", default)).Jobs),
            api => Wait(new TasksApi(api).GetQuicklookIdsAsync("p", "j", "t", default)).ToString(),
            api => Wait(new TasksApi(api).GetLogAsync("p", "j", "t", default)).ToString(),
            api => Wait(api.GetSignedUrlAsync("x", default)).ToString(),
        ];
        foreach (var (way, status) in ways.SelectMany(way => new[] { HttpStatusCode.OK, HttpStatusCode.NotFound }.Select(status => (way, status))))
        {
            using var handler = new FixedResponse(body, status);
            var options = new Up42ClientOptions { Handler = handler, Retry = new RetryOptions { MaxAttempts = 1 } };
            using var api = new ApiConnection(new AnalyticsLogin(Up42Credentials.FromProject("p", "k"), Endpoint), options, Endpoint);
            try
            {
                way(api);
            }
            catch (Up42Exception error)
            {
                error.Message.ShouldNotContain('\n');
            }
        }
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private sealed class FixedResponse(byte[] body, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(request.Method == HttpMethod.Post
                ? new HttpResponseMessage { Content = new ByteArrayContent("""{"access_token":"t-0123456789"}"""u8.ToArray()) }
                : new HttpResponseMessage(status) { Content = new ByteArrayContent(body), RequestMessage = request });
    }
}
