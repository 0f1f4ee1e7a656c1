using System.Net;
using System.Text;

namespace Up42.Interactive.Tests.Http;

public class ApiErrorTests
{
    private const string Call = "GET /projects/p-1";

    public static TheoryData<int, string, string, string, string?, string?> Answers => new()
    {
        { 404, "application/json", """{"data":null,"error":{"code":404,"message":"No such project."}}""", "[404] No such project.", "404", null },
        { 200, "application/json", """{"data":null,"error":{"code":404,"message":"No such project."}}""", "[404] No such project.", "404", null },
        { 200, "application/json", """{"data":null,"error":{"code":"NO_CREDITS","message":"Buy some"}}""", "[200] NO_CREDITS: Buy some.", "NO_CREDITS", null },
        { 403, "application/problem+json", """{"type":"about:blank","title":"Forbidden","status":403,"detail":"Not yours."}""",
            "[403] Forbidden: Not yours.", null, "Forbidden" },
        { 422, "application/problem+json", """
            {"type":"https://tools.ietf.org/html/rfc4918#section-11.2","title":"Unprocessable Entity","status":422,"errors":{"item":["Is needed."]}}
            """,
            "[422] Unprocessable Entity: item: Is needed.", null, "Unprocessable Entity" },
        { 422, "Application/Problem+JSON; charset=utf-8", """{"type":"https://httpwg.org/specs/rfc9110.html","errors":[{"detail":"No","pointer":"#/a"}]}""",
            "[422] #/a: No.", null, null },
        { 200, "application/vnd.up42.problem+json", """{"type":"urn:x:y","title":"Not now","detail":["One.","Two"]}""",
            "[200] Not now: One.; Two.", null, "Not now" },
        { 422, "application/json", """{"detail":[{"loc":["body","inputs",0],"msg":"field required","type":"value_error"}]}""",
            "[422] body.inputs.0: field required.", null, null },
        { 400, "application/json", """{"title":"Constraint Violation","violations":[{"field":"a","message":"too long"},{"field":"b","message":"odd"}]}""",
            "[400] Constraint Violation: a: too long; b: odd.", null, "Constraint Violation" },
        { 422, "application/json", """{"type":"InvalidInput","title":"https://tools.ietf.org/html/rfc4918","detail":"The item is gone."}""",
            "[422] InvalidInput: The item is gone.", "InvalidInput", null },
        { 400, "application/json", """{"statusCode":400,"message":["a must be a number","b must be shorter"],"error":"Bad Request"}""",
            "[400] Bad Request: a must be a number; b must be shorter.", "Bad Request", null },
        { 400, "application/json", """{"error":{"code":400,"message":"\ud800 odd","errors":[{"domain":"x","reason":"required"}]}}""",
            "[400] \uFFFD odd: required.", "400", null },
        { 422, "application/problem+json", """{"type":"https://a.example/b"}""", "[422] Unprocessable Entity.", null, null },
        { 404, "text/html", "<html>Not here</html>", "[404] Not Found.", null, null },
        { 400, "application/json", "[]", "[400] Bad Request.", null, null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task GetDataAsync_reads_the_error_in_each_form(int status, string type, string body, string said, string? code, string? title)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) =>
        {
            context.Response.Headers["x-request-id"] = "r-77";
            return LoopbackServer.JsonAsync(context, body, status, type);
        });
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(
            () => connection.GetDataAsync("projects/p-1", data => data.Clone(), TestContext.Current.CancellationToken));

        error.Message.ShouldBe($"GET /projects/p-1 was refused: {said[..^1]} (request r-77).");
        error.Status.ShouldBe((HttpStatusCode)int.Parse(said[1..4], System.Globalization.CultureInfo.InvariantCulture));
        (error.Code, error.Title, error.RequestId).ShouldBe((code, title, "r-77"));
        server.Count(Call).ShouldBe(1);
    }

    [Fact]
    public async Task GetDataAsync_of_text_that_is_not_UTF8_says_what_can_be_read()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, async (_, context) =>
        {
            context.Response.StatusCode = 404;
            await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("""{"error":{"code":404,"message":"No café."}}"""));
        });
        using var connection = server.Connect();

        var error = await Should.ThrowAsync<Up42ApiException>(
            () => connection.GetDataAsync("projects/p-1", data => data.Clone(), TestContext.Current.CancellationToken));

        error.Message.ShouldContain("[404] No caf\uFFFD");
    }

    [Theory]
    [InlineData("plain\nlog", "text/plain", "plain\nlog")]
    [InlineData("\"as a\\nstring\"", "application/json", "as a\nstring")]
    [InlineData("{\"data\":\"inside\",\"error\":null}", "application/json", "inside")]
    [InlineData("{\"level\":\"info\"}\n{\"level\":\"error\"}", "text/plain", "{\"level\":\"info\"}\n{\"level\":\"error\"}")]
    [InlineData("see https://s/x?a=1&X-Goog-Signature=abc%2F&b=2", "text/plain", "see https://s/x?a=1&X-Goog-Signature=…&b=2")]
    [InlineData("", "text/plain", "")]
    public async Task GetTextAsync_takes_text_and_JSON_text_without_signatures(string body, string type, string text)
    {
        await using var server = await LoopbackServer.StartAsync();
        server.On(Call, (_, context) => LoopbackServer.JsonAsync(context, body, 200, type));
        using var connection = server.Connect();

        (await connection.GetAsync("projects/p-1", response => response.ReadText(), TestContext.Current.CancellationToken)).ShouldBe(text);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData(" ")]
    [InlineData("")]
    public void Segment_of_no_id_is_refused(string id) => Should.Throw<ArgumentException>(() => JobsApi.Job("p", id));

    [Fact]
    public void Segment_keeps_an_id_inside_its_path() => JobsApi.Job("p", "a/../b?c#d").ShouldBe("projects/p/jobs/a%2F..%2Fb%3Fc%23d");
}
