using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Http;

public class RetryTests
{
    private const string Call = "GET /projects/p-1/jobs/j";
    private const string Good = """{"data":{"id":"j"},"error":null}""";

    public static TheoryData<string> Faults =>
        ["500", "502", "503", "504", "429", "408", "drop", "truncate", "short JSON", "no JSON", "web page", "web page under 502",
        "no data", "error 503 under 200"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task GetDataAsync_after_two_faults_has_the_answer(string fault)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, 2, context => FaultAsync(fault, context), Good);
        using var connection = server.Connect();

        var data = await connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken);

        data.GetProperty("id").GetString().ShouldBe("j");
        server.Count(Call).ShouldBe(3);
    }

    [Fact]
    public async Task GetDataAsync_that_always_fails_ends_after_eight_attempts()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, int.MaxValue, context => LoopbackServer.StatusAsync(context, 503), Good);
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(
            () => connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken));

        error.Message.ShouldBe("GET /projects/p-1/jobs/j failed: [503] Service Unavailable. It was tried 8 times.");
        error.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        server.Count(Call).ShouldBe(8);
    }

    [Fact]
    public async Task GetDataAsync_with_nobody_listening_says_so()
    {
        var server = await LoopbackServer.StartAsync();
        using var connection = server.Connect();
        await connection.AuthenticateAsync(TestContext.Current.CancellationToken);
        await server.DisposeAsync();

        var error = await Should.ThrowAsync<Up42Exception>(
            () => connection.GetDataAsync("projects/p-1", data => data.Clone(), TestContext.Current.CancellationToken));

        error.ShouldNotBeOfType<Up42ApiException>();
        error.Message.ShouldBe($"GET /projects/p-1 failed: Connection refused ({server.Authority}). It was tried 8 times.");
    }

    [Theory]
    [InlineData("90")]
    [InlineData("date")]
    public async Task GetDataAsync_with_Retry_After_waits_that_long(string wish)
    {
        var clock = new FastClock(1000);
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, 1, context =>
        {
            context.Response.Headers.Date = clock.GetUtcNow().ToString("R");
            context.Response.Headers.RetryAfter = wish == "date" ? clock.GetUtcNow().AddSeconds(90).ToString("R") : wish;
            return LoopbackServer.StatusAsync(context, 429);
        }, Good);
        using var connection = server.Connect(server.Options(clock));
        await connection.AuthenticateAsync(TestContext.Current.CancellationToken);
        var began = clock.GetUtcNow();

        await connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken);

        // A timer may be a millisecond or two early, each of which is a second of this clock; the client's own first delay is half a second.
        (clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(80));
    }

    [Fact]
    public async Task GetDataAsync_told_to_wait_longer_than_it_may_fails_at_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, 1, context =>
        {
            context.Response.Headers.RetryAfter = "86400";
            return LoopbackServer.StatusAsync(context, 503);
        }, Good);
        using var connection = server.Connect();

        await Should.ThrowAsync<Up42ApiException>(
            () => connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken));

        server.Count(Call).ShouldBe(1);
    }

    [Fact]
    public async Task GetDataAsync_from_a_server_that_does_not_answer_times_out_and_tries_again()
    {
        await using var server = await LoopbackServer.StartAsync();
        var (clock, isAsked) = (new FakeTimeProvider(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        server.On(Call, 1, context =>
        {
            isAsked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        }, Good);
        var retry = new RetryOptions { AttemptTimeout = TimeSpan.FromMinutes(15), BaseDelay = TimeSpan.Zero };
        using var connection = server.Connect(server.Options(clock, retry));

        var answer = connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken);
        await isAsked.Task;
        clock.Advance(TimeSpan.FromMinutes(15));
        var data = await answer;

        data.GetProperty("id").GetString().ShouldBe("j");
        server.Count(Call).ShouldBe(2);
    }

    [Fact]
    public async Task GetDataAsync_ends_when_its_total_time_is_over()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, int.MaxValue, context => LoopbackServer.StatusAsync(context, 500), Good);
        var retry = new RetryOptions { MaxAttempts = 1000, BaseDelay = TimeSpan.FromMinutes(5), MaxDelay = TimeSpan.FromMinutes(5) };
        using var connection = server.Connect(server.Options(retry: retry, timeout: TimeSpan.FromMinutes(8)));

        var error = await Should.ThrowAsync<Up42ApiException>(
            () => connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken));

        error.Message.ShouldBe("GET /projects/p-1/jobs/j failed: [500] Internal Server Error. There was no better response within 480 s.");
        server.Count(Call).ShouldBeInRange(1, 5);
    }

    [Fact]
    public async Task GetDataAsync_when_canceled_ends_at_once()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        server.On(Call, int.MaxValue, context =>
        {
            cancel.Cancel();
            return LoopbackServer.StatusAsync(context, 500);
        }, Good);
        using var connection = server.Connect();

        await Should.ThrowAsync<OperationCanceledException>(() => connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), cancel.Token));

        server.Count(Call).ShouldBe(1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task GetDataAsync_that_is_refused_is_not_repeated(int status)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, int.MaxValue, context => LoopbackServer.StatusAsync(context, status), Good);
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(
            () => connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken));

        ((int)error.Status).ShouldBe(status);
        server.Count(Call).ShouldBe(1);
    }

    [Theory]
    [InlineData("drop", "the connection broke")]
    [InlineData("503", "[503] Service Unavailable")]
    [InlineData("no JSON", "was answered with broken text instead of JSON")]
    public async Task PostAsync_is_sent_once_whatever_comes_back(string fault, string said)
    {
        const string cancel = "POST /projects/p-1/jobs/j/cancel/";
        await using var server = await LoopbackServer.StartAsync();
        server.On(cancel, int.MaxValue, context => FaultAsync(fault, context), Good);
        server.On(Call, Good);
        using var connection = server.Connect();
        await connection.GetDataAsync("projects/p-1/jobs/j", data => data.Clone(), TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<Up42Exception>(() =>
            connection.PostAsync(
                "projects/p-1/jobs/j/cancel/", default, "look first.", response =>
                    response.EnsureSuccess(), TestContext.Current.CancellationToken));

        error.Message.ShouldContain(said);
        error.Message.ShouldEndWith("It was not sent again, because the server may have done it: look first.");
        server.Count(cancel).ShouldBe(1);
    }

    private static async Task FaultAsync(string fault, HttpContext context)
    {
        switch (fault)
        {
            case "drop":
                context.Abort();
                break;
            case "truncate":
                context.Response.ContentLength = Good.Length + 100;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(Good);
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case "short JSON":
                await LoopbackServer.JsonAsync(context, Good[..^9]);
                break;
            case "no JSON":
                await LoopbackServer.JsonAsync(context, "upstream connect error");
                break;
            case "web page":
                await LoopbackServer.JsonAsync(context, "<!DOCTYPE html><html><body>maintenance</body></html>", 200, "text/html");
                break;
            case "web page under 502":
                await LoopbackServer.JsonAsync(context, "<html><body>Bad gateway</body></html>", 502, "text/html");
                break;
            case "no data":
                await LoopbackServer.JsonAsync(context, """{"data":null,"error":null}""");
                break;
            case "error 503 under 200":
                await LoopbackServer.JsonAsync(context, """{"data":null,"error":{"code":503,"message":"later"}}""");
                break;
            default:
                await LoopbackServer.StatusAsync(context, int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
