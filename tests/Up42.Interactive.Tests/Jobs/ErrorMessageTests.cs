using System.Text;
using Up42.Interactive.Tests.Http;

namespace Up42.Interactive.Tests.Jobs;

/// <summary>What a user reads when something goes wrong between this library and the server: each sentence, in one file to read through.</summary>
public sealed class ErrorMessageTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringBuilder _messages = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Messages_are_as_accepted()
    {
        await using var server = await JobsServer.StartAsync("FAILED");
        var options = server.Options(outputDirectory: _folder.Path);
        using var client = await server.ConnectAsync(options);
        using var account = await Up42Client.AuthenticateAsync(
            Up42Credentials.FromAccount("u", "w"), options, new CredentialSources(_ => null, _folder.Path), Cancel);
        await LoginAsync(server, options);
        await CallsAsync(server, client, account);
        await JobsAsync(server, client);

        Expectation.Match(
            _messages.ToString().Replace(server.Authority, "HOST", StringComparison.Ordinal)
                .Replace(_folder.Path, "FOLDER", StringComparison.Ordinal), "ErrorMessages.txt");
    }

    private async Task LoginAsync(LoopbackServer server, Up42ClientOptions options)
    {
        Task LogInAsync(params string[] variables) => Up42Client.AuthenticateAsync(
            null,
            options,
            new CredentialSources(
                variables.Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]).GetValueOrDefault, _folder.Path),
            Cancel);
        await AddAsync("no credentials", () => LogInAsync());
        await AddAsync("a project without a key", () => LogInAsync("UP42_PROJECT_ID=p"));
        await AddAsync("a key without a project", () => LogInAsync("UP42_PROJECT_API_KEY=k"));
        await AddAsync("an account without a password", () => LogInAsync("UP42_USERNAME=u"));
        await AddAsync("a file that is not there", () => LogInAsync($"UP42_CONFIG={_folder["none.json"]}"));
        await File.WriteAllTextAsync(_folder["bad.json"], "{\n  oops", Cancel);
        await AddAsync("a file that is not valid JSON", () => LogInAsync($"UP42_CONFIG={_folder["bad.json"]}"));
        await File.WriteAllTextAsync(_folder["half.json"], """{"username":"u"}""", Cancel);
        await AddAsync("a file with half a pair", () => LogInAsync($"UP42_CONFIG={_folder["half.json"]}"));
        await AddAsync(
            "an endpoint without TLS", () =>
                Up42Client.AuthenticateAsync(
                    Up42Credentials.FromProject("p", "k"), new Up42ClientOptions { Endpoint = new Uri("http://api.up42.com") }, Cancel));
        server.On("POST /oauth/token", (_, context) => LoopbackServer.JsonAsync(context, """{"error":"invalid_client"}""", 401));
        server.On(LoopbackServer.AccountTokenCall, (_, context) => LoopbackServer.JsonAsync(context, """{"error":"invalid_grant"}""", 401));
        await AddAsync("wrong credentials of a project", () => Up42Client.AuthenticateAsync(Up42Credentials.FromProject("p", "wrong"), options, Cancel));
        await AddAsync("wrong credentials of an account", () => Up42Client.AuthenticateAsync(Up42Credentials.FromAccount("u", "wrong"), options, Cancel));
        server.OnToken(token => $$"""{"access_token":"{{token}}"}""");
    }

    private async Task CallsAsync(LoopbackServer server, Up42Client client, Up42Client account)
    {
        async Task AddAnswerAsync(string what, string json, int status = 200, string type = "application/json")
        {
            server.On("GET /projects/p-1/jobs/k", (_, context) => LoopbackServer.JsonAsync(context, json, status, type));
            await AddAsync(what, () => client.GetJobAsync("k", cancellationToken: Cancel));
        }

        await AddAsync("no project", () => account.GetJobAsync("j", cancellationToken: Cancel));
        await AddAsync("no id", () => client.GetJobAsync("..", cancellationToken: Cancel));
        await AddAsync("no such job", () => client.GetJobAsync("gone", cancellationToken: Cancel));
        await AddAnswerAsync(
            "a refusal as a problem document", """{"title":"Forbidden","detail":"Not yours.","status":403}""", 403,
            "application/problem+json");
        await AddAnswerAsync("a refusal under 200", """{"data":null,"error":{"code":"NO_CREDITS","message":"Buy some."}}""");
        await AddAnswerAsync("a server that is down", "", 503);
        await AddAnswerAsync("a web page", "<html></html>", 200, "text/html");
        await AddAnswerAsync("broken JSON", "{\"data\":");
        await AddAnswerAsync("an answer without data", """{"data":null,"error":null}""");
        await AddAnswerAsync("an answer of another form", """{"data":{"id":7}}""");
        server.On("GET /projects/p-1/jobs/k", (_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await AddAsync("a connection that breaks", () => client.GetJobAsync("k", cancellationToken: Cancel));
    }

    private async Task JobsAsync(LoopbackServer server, Up42Client client)
    {
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);
        await AddAsync("another task", () => client.GetJobTaskAsync("t9", "j", cancellationToken: Cancel));
        await AddAsync("a log of another task", async () => _ = (await job.GetLogsAsync(Cancel))["t9"]);
        await AddAsync("a failed job tracked", () => job.TrackStatusAsync(cancellationToken: Cancel));
        await AddAsync("a failed job's results", () => job.DownloadResultsAsync(cancellationToken: Cancel));
        await AddAsync("results not downloaded", () => Task.FromResult(((IHasResults)job).ResultsOnDisk));
        server.On("POST " + JobsServer.JobPath + "/cancel/", (_, context) => LoopbackServer.StatusAsync(context, 503));
        await AddAsync("a cancellation whose end is open", () => job.CancelAsync(Cancel));
        server.On(JobsServer.JobCall, JobsServer.Job("RUNNING"));
        await AddAsync("a running job's results", () => job.DownloadResultsAsync(cancellationToken: Cancel));
        await AddAsync("a job that does not end in time", () => job.TrackStatusAsync(timeout: TimeSpan.FromSeconds(10), cancellationToken: Cancel));
        server.On(JobsServer.JobCall, JobsServer.Job("CANCELLED"));
        await AddAsync("a cancelled job tracked", () => job.TrackStatusAsync(cancellationToken: Cancel));
        server.On(JobsServer.JobCall, JobsServer.Job("SUCCEEDED"));
        server.On("GET " + JobsServer.JobPath + "/downloads/results/", """{"data":{"url":"file:///etc/passwd"}}""");
        await AddAsync("an address that is none", () => job.DownloadResultsAsync(cancellationToken: Cancel));
        server.On("GET " + JobsServer.JobPath + "/downloads/results/", $$$"""{"data":{"url":"{{{server.Endpoint}}}storage/a"}}""");
        server.On("GET /storage/a", (_, context) => LoopbackServer.StatusAsync(context, 403));
        await AddAsync("an address that has expired", () => job.DownloadResultsAsync(cancellationToken: Cancel));
        server.On("GET /storage/a", "{}");
        await AddAsync("no archive", () => job.DownloadResultsAsync(cancellationToken: Cancel));
        await AddAsync("no archive to keep", () => job.DownloadResultsAsync(unpack: false, cancellationToken: Cancel));
    }

    private async Task AddAsync(string what, Func<Task> call)
    {
        var error = await Should.ThrowAsync<Exception>(call);
        _messages.Append(what).Append('\n').Append("  ").Append(error.GetType().Name).Append(": ").Append(error.Message).Append('\n');
    }
}
