using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.DotNet.Interactive.Formatting;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

/// <summary>Against a server that repeats every secret it is told, in every answer it gives.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Password = "pa55-w0rd-of-an-account";
    private const string Signature = "s1gn4ture";

    private readonly TempFolder _folder = new();
    private readonly List<string> _seen = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_that_a_user_sees_holds_a_secret()
    {
        await using var server = await StartAsync();
        var output = new StringWriter();
        var options = server.Options(outputDirectory: _folder.Path, output: output);
        var credentials = Up42Credentials.FromProject(LoopbackServer.ProjectId, LoopbackServer.ApiKey);
        using var client = await Up42Client.AuthenticateAsync(credentials, options, Cancel);
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        See(credentials, Up42Credentials.FromAccount("u", Password), options, options.Retry, client);
        See(await job.GetLogsAsync(Cancel), await job.GetCreditsAsync(Cancel), job, job.Snapshot, job.Info.ToString());
        See([.. await job.GetJobTasksAsync(Cancel)]);
        See(await client.GetJobCollectionAsync(["j", "refused"], cancellationToken: Cancel));
        await job.TrackStatusAsync(cancellationToken: Cancel);
        await SeeErrorsAsync(server, client, job, options);
        See(output.ToString());

        string[] secrets =
        [
            LoopbackServer.ApiKey, Password, Signature, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{LoopbackServer.ProjectId}:{LoopbackServer.ApiKey}")),
            .. server.Tokens.Keys,
        ];
        server.Tokens.Count.ShouldBeGreaterThan(0);
        _seen.Count.ShouldBeGreaterThan(40);
        secrets.SelectMany(secret => _seen.Where(text => text.Contains(secret, StringComparison.Ordinal))).ShouldBeEmpty();
        _seen.ShouldContain(text => text.Contains("refused: [403]", StringComparison.Ordinal));
        _seen.ShouldContain(text => text.Contains("X-Goog-Signature=…", StringComparison.Ordinal));
    }

    private async Task SeeErrorsAsync(LoopbackServer server, Up42Client client, Job job, Up42ClientOptions options)
    {
        await SeeErrorAsync(() => client.GetJobAsync("refused", cancellationToken: Cancel));
        await SeeErrorAsync(() => client.GetJobAsync("faulty", cancellationToken: Cancel));
        await SeeErrorAsync(() => client.GetJobAsync("page", cancellationToken: Cancel));
        await SeeErrorAsync(() => client.GetProjectAsync(cancellationToken: Cancel));
        await SeeErrorAsync(() => job.DownloadResultsAsync(cancellationToken: Cancel));
        await SeeErrorAsync(() => job.CancelAsync(Cancel));
        foreach (var call in new[] { "POST /oauth/token", LoopbackServer.AccountTokenCall })
        {
            server.On(call, async (_, context) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var sent = $"{context.Request.Headers.Authorization} {await reader.ReadToEndAsync()}";
                await LoopbackServer.JsonAsync(context, $$"""{"error":"no","error_description":"{{sent}}"}""", 401);
            });
        }

        await SeeErrorAsync(() => Up42Client.AuthenticateAsync(Up42Credentials.FromProject(LoopbackServer.ProjectId, LoopbackServer.ApiKey), options, Cancel));
        await SeeErrorAsync(() => Up42Client.AuthenticateAsync(Up42Credentials.FromAccount("u", Password), options, Cancel));
    }

    private void See(params IEnumerable<object> things)
    {
        foreach (var thing in things)
        {
            _seen.Add(thing.ToString()!);
            _seen.Add(thing.ToDisplayString("text/plain"));
            _seen.Add(thing.ToDisplayString("text/html"));
        }
    }

    private async Task SeeErrorAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<Up42Exception>(call);
        See(error.ToString(), error);
    }

    private static async Task<LoopbackServer> StartAsync()
    {
        var server = await JobsServer.StartAsync();
        var address = $"{server.Endpoint}storage/a?X-Goog-Signature={Signature}&x=1";
        server.On(JobsServer.JobCall, (_, context) => LoopbackServer.JsonAsync(context, JobsServer.Job("SUCCEEDED")
            .Replace("\"limit\":1", $"\"limit\":1,\"url\":\"{address}\"", StringComparison.Ordinal)));
        server.On(
            "GET " + JobsServer.JobPath + "/tasks/t1/logs", (_, context) =>
                LoopbackServer.JsonAsync(
                    context, $"INFO with {Token(context)} and {LoopbackServer.ApiKey} from {address}", 200, "text/plain"));
        server.On("GET " + JobsServer.JobPath + "/downloads/results/", $$$"""{"data":{"url":"{{{address}}}"}}""");
        server.On("GET /storage/a", (_, context) => LoopbackServer.JsonAsync(context, $"<Error>{Signature}</Error>", 403, "application/xml"));
        server.On("GET /projects/p-1/jobs/refused", (_, context) => LoopbackServer.JsonAsync(
            context, $$"""{"title":"{{Token(context)}}","detail":"{{LoopbackServer.ApiKey}} {{address}}"}""", 403, "application/problem+json"));
        server.On(
            "GET /projects/p-1/jobs/faulty", (_, context) =>
                LoopbackServer.JsonAsync(
                    context, $$$"""{"data":null,"error":{"code":"{{{Token(context)}}}","message":"{{{LoopbackServer.ApiKey}}}"}}""", 503));
        server.On("GET /projects/p-1/jobs/page", (_, context) => LoopbackServer.JsonAsync(context, $"<html>{Token(context)}</html>", 200, "text/html"));
        server.On("GET /projects/p-1", (_, context) => LoopbackServer.JsonAsync(context, $$$"""{"data":{"id":["{{{Token(context)}}}"]}}"""));
        server.On(
            "POST " + JobsServer.JobPath + "/cancel/", (_, context) =>
                LoopbackServer.JsonAsync(context, $$$"""{"data":null,"error":{"code":"C","message":"{{{Token(context)}}}"}}""", 409));
        return server;
    }

    private static string Token(HttpContext context) => context.Request.Headers.Authorization.ToString();
}
