using System.Net;
using System.Text.Json;

namespace Up42.Interactive.Tests.Http;

/// <summary>Bodies at the edges of what is JSON, and of what an error is.</summary>
public sealed class ResponseReadingTests
{
    private const string Call = "GET /projects/p-1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A body that broke off is asked for again; one that is whole and wrong is not.</summary>
    [Theory]
    [InlineData("""{"data":{"a":1}""", 2)]
    [InlineData("""{"data":"a\"}""", 2)]
    [InlineData("""{"data":"\\}""", 2)]
    [InlineData("""["data" """, 2)]
    [InlineData("""{"data":[1,2}""", 2)]
    [InlineData("""{"data":NaN}""", 1)]
    [InlineData("""{"data":NaN,"a":"\"[{"}""", 1)]
    [InlineData("""{"data":NaN,"a":"\\"}""", 1)]
    [InlineData(" \r\n\t{\"data\":NaN,\"b\":[[]]}", 1)]
    public async Task GetDataAsync_asks_again_for_what_broke_off_alone(string body, int requests)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, faults: 1, context => LoopbackServer.JsonAsync(context, body), """{"data":"well"}""");
        using var connection = server.Connect();

        Task<string?> Get() => connection.GetDataAsync("projects/p-1", data => data.GetString(), Cancel);

        if (requests == 1)
        {
            (await Should.ThrowAsync<Up42Exception>(Get)).Message
                .ShouldBe("GET /projects/p-1 was answered with JSON that breaks the standard, for instance by NaN.");
        }
        else
        {
            (await Get()).ShouldBe("well");
        }

        server.Count(Call).ShouldBe(requests);
    }

    /// <summary>Long bodies are not searched for an error where they succeeded, and are where they did not.</summary>
    [Theory]
    [InlineData(200, 10, """{"error":{"code":404,"message":"no"}}""", 404)]
    [InlineData(200, 3_000_000, """{"type":"FeatureCollection"}""", null)]
    [InlineData(404, 3_000_000, """{"error":{"code":404,"message":"no"}}""", 404)]
    public async Task ReadBody_takes_what_succeeded(int status, int blanks, string body, int? error)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => LoopbackServer.JsonAsync(context, body + new string(' ', blanks), status));
        using var connection = server.Connect();

        Task<string> Get() => connection.GetAsync("projects/p-1", response => System.Text.Encoding.UTF8.GetString(response.ReadBody().Span).Trim(), Cancel);

        if (error is { } refused)
        {
            (await Should.ThrowAsync<Up42ApiException>(Get)).Status.ShouldBe((HttpStatusCode)refused);
        }
        else
        {
            (await Get()).ShouldBe(body);
        }
    }

    /// <summary>An error's code is its status only from 400 to 599, and only where the response has none of its own.</summary>
    [Theory]
    [InlineData(200, "399", 200)]
    [InlineData(200, "400", 400)]
    [InlineData(200, "451", 451)]
    [InlineData(200, "600", 200)]
    [InlineData(400, "404", 400)]
    [InlineData(409, "404", 409)]
    public async Task Status_is_the_code_of_an_error_under_200(int status, string code, int right)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => LoopbackServer.JsonAsync(context, $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""", status));
        using var connection = server.Connect();

        (await Should.ThrowAsync<Up42ApiException>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel)))
            .Status.ShouldBe((HttpStatusCode)right);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 300)]
    [InlineData(90_000, 300)]
    public async Task Long_texts_of_errors_are_cut(int length, int right)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => LoopbackServer.JsonAsync(
            context, $$"""{"title":"{{new string('m', length)}}","status":404,"detail":"no"}""", 404, "application/problem+json"));
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel));

        (error.Title!.Length, error.Title.EndsWith('…')).ShouldBe((right, length > 300));
    }

    /// <summary>The id of a request is that of the body, else that of a header.</summary>
    [Theory]
    [InlineData("""{"error":{"code":404,"message":"no","requestId":"b-1"}}""", "b-1")]
    [InlineData("""{"error":{"code":404,"message":"no"}}""", "h-1")]
    [InlineData("""{"title":"no","requestId":"b-1","traceId":"b-2"}""", "b-1")]
    [InlineData("""{"title":"no","traceId":"b-2"}""", "b-2")]
    [InlineData("""{"title":"no"}""", "h-1")]
    public async Task RequestId_is_that_of_the_body_first(string body, string right)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) =>
        {
            context.Response.Headers["x-request-id"] = "h-1";
            return LoopbackServer.JsonAsync(context, body, 404);
        });
        using var connection = server.Connect();

        (await Should.ThrowAsync<Up42ApiException>(() => connection.GetDataAsync("projects/p-1", data => data.Clone(), Cancel))).RequestId.ShouldBe(right);
    }

    /// <summary>Of records that cannot be read each is stood in for, but not where it is all of them.</summary>
    [Theory]
    [InlineData("[1,2,3]", "1,2,3")]
    [InlineData("""[1,"x",3]""", "1,-2,3")]
    [InlineData("""["x","y",3]""", "-1,-2,3")]
    [InlineData("""["x",2]""", "-1,2")]
    [InlineData("""["x"]""", null)]
    [InlineData("""["x","y"]""", null)]
    [InlineData("[]", "")]
    public async Task GetRecordsAsync_stands_in_for_odd_records(string list, string? right)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, $$"""{"data":{{list}}}""");
        using var connection = server.Connect();

        Task<IReadOnlyList<int>> Get() => connection.GetRecordsAsync(
            "projects/p-1", record => record.ValueKind == JsonValueKind.Number ? record.GetInt32() : throw new JsonException("odd"),
            (_, place) => -int.Parse(place.Split(' ', ',')[1], System.Globalization.CultureInfo.InvariantCulture), Cancel);

        if (right is null)
        {
            await Should.ThrowAsync<Up42Exception>(Get);
        }
        else
        {
            string.Join(",", await Get()).ShouldBe(right);
        }
    }

    [Fact]
    public async Task OpenAsync_with_a_token_that_was_revoked_takes_another()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => LoopbackServer.JsonAsync(context, "picture", type: "image/jpeg"));
        using var connection = server.Connect();
        await connection.GetAsync("users/me", response => response.ReadText(), Cancel);
        server.Tokens.Clear();

        var fault = await Should.ThrowAsync<TransientException>(() => connection.OpenAsync("projects/p-1", Cancel));
        using var response = await connection.OpenAsync("projects/p-1", Cancel);

        (fault.Status, fault.RetryAfter).ShouldBe((HttpStatusCode.Unauthorized, TimeSpan.Zero));
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldBe("picture");
        server.Count("POST /oauth/token").ShouldBe(2);
    }

    [Theory]
    [InlineData("", "k")]
    [InlineData(" ", "k")]
    [InlineData(null, "k")]
    [InlineData("p", "")]
    [InlineData("p", " ")]
    [InlineData("p", null)]
    public void Credentials_without_content_are_refused(string? first, string? second)
    {
        Should.Throw<ArgumentException>(() => Up42Credentials.FromProject(first!, second!)).ParamName.ShouldBe(first == "p" ? "projectApiKey" : "projectId");
        if (second != " ")
        {
            Should.Throw<ArgumentException>(() => Up42Credentials.FromAccount(first!, second!)).ParamName.ShouldBe(first == "p" ? "password" : "username");
        }
    }

    [Fact]
    public void Options_that_are_null_are_named()
    {
        Should.Throw<ArgumentNullException>(new Up42ClientOptions { Retry = null! }.Validate).ParamName.ShouldBe("Retry");
        Should.Throw<ArgumentNullException>(new Up42ClientOptions { TimeProvider = null! }.Validate).ParamName.ShouldBe("TimeProvider");
        Should.Throw<ArgumentNullException>(new Up42ClientOptions { UnpackLimits = null! }.Validate).ParamName.ShouldBe("UnpackLimits");
    }
}
