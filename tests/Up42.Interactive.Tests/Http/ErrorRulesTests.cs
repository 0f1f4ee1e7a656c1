using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Http;

/// <summary>Which errors pass, what is said of each, and how long a server may have us wait.</summary>
public class ErrorRulesTests
{
    [Theory]
    [InlineData(408, true)]
    [InlineData(425, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(501, false)]
    [InlineData(505, false)]
    [InlineData(404, false)]
    [InlineData(424, false)]
    [InlineData(426, false)]
    public void Some_statuses_pass(int status, bool right)
    {
        TransientErrors.IsTransient((HttpStatusCode)status).ShouldBe(right);
        TransientErrors.IsSoft(new Up42ApiException("", (HttpStatusCode)status, null, null, null)).ShouldBe(right);
        TransientErrors.IsSoft(new Up42Exception("")).ShouldBeFalse();
        TransientErrors.IsSoft(new Up42ConnectionException("", null)).ShouldBeTrue();
    }

    public static TheoryData<Exception, bool, string> Failures => new()
    {
        { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The Header is long"), false,
            "GET /a was answered with longer headers than are allowed, which is refused." },
        { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The body is long"), false,
            "GET /a was answered with more than 1024 MB, which is refused." },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "a", new IOException("b", new InvalidOperationException("innermost"))), false,
            "GET /a found no secure connection: innermost" },
        { new HttpRequestException(HttpRequestError.ResponseEnded, "a"), true, "GET /a failed: the response broke off." },
        { new HttpRequestException("a", new IOException("b")), true, "GET /a failed: the connection broke." },
        { new HttpRequestException(HttpRequestError.NameResolutionError, "No such host."), true, "GET /a failed: No such host." },
        { new IOException("a"), true, "GET /a failed: the response broke off." },
        { new InvalidDataException("a"), true, "GET /a failed: the response broke off." },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Failures_of_the_network_are_told_apart(Exception error, bool passes, string message)
    {
        NetworkErrors.IsNetwork(error).ShouldBeTrue();
        var described = NetworkErrors.Describe("GET /a", error);

        described.Message.ShouldBe(message.Replace("1024", $"{Limits.Default.ResponseBytes / 1048576}", StringComparison.Ordinal));
        (described is TransientException).ShouldBe(passes);
        described.InnerException.ShouldBe(error);
        NetworkErrors.IsNetwork(new OperationCanceledException()).ShouldBeFalse();
    }

    /// <summary>Dates count from the server's clock or from ours, whichever gives the shorter wait that is one.</summary>
    [Theory]
    [InlineData("90", null, 90)]
    [InlineData("0", null, 0)]
    [InlineData("+30", null, 30)]
    [InlineData("+30", 10, 20)]
    [InlineData("+30", -10, 30)]
    [InlineData("+30", 40, 30)]
    [InlineData("+0", null, 0)]
    [InlineData("-5", -20, 15)]
    [InlineData("-5", null, null)]
    [InlineData(null, null, null)]
    public void Waits_are_those_that_the_server_asks_for(string? wish, int? serverAhead, int? right)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 1, 15, 12, 0, 0, TimeSpan.Zero));
        using var response = new HttpResponseMessage();
        response.Headers.Date = serverAhead is { } ahead ? time.GetUtcNow().AddSeconds(ahead) : null;
        response.Headers.RetryAfter = wish is null ? null
            : wish[0] is '+' or '-' ? new RetryConditionHeaderValue(time.GetUtcNow().AddSeconds(int.Parse(wish, CultureInfo.InvariantCulture)))
            : RetryConditionHeaderValue.Parse(wish);

        response.RetryAfter(time).ShouldBe(right is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, true)]
    [InlineData(303, true)]
    [InlineData(307, true)]
    [InlineData(308, true)]
    [InlineData(300, false)]
    [InlineData(304, false)]
    [InlineData(200, false)]
    public void Redirects_are_five_statuses_with_a_place(int status, bool right)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        RedirectPolicy.Target(response, new Uri("https://a.example/b/c")).ShouldBeNull();
        response.Headers.Location = new Uri("../d", UriKind.Relative);

        RedirectPolicy.Target(response, new Uri("https://a.example/b/c")).ShouldBe(right ? new Uri("https://a.example/d") : null);
    }

    [Theory]
    [InlineData("https://a", "https://b", true)]
    [InlineData("http://a", "http://b", true)]
    [InlineData("http://a", "https://b", true)]
    [InlineData("https://a", "http://b", false)]
    [InlineData("https://a", "ftp://b", false)]
    [InlineData("http://a", "ftp://b", false)]
    public void Redirects_lead_to_what_is_encrypted_no_less(string from, string to, bool isFollowed)
    {
        void Check() => RedirectPolicy.Check("GET /a", new Uri(from), new Uri(to));

        if (isFollowed)
        {
            Check();
        }
        else
        {
            Should.Throw<Up42Exception>(Check).Message.ShouldBe($"GET /a was redirected to {to}, which is not encrypted: it was not followed.");
        }
    }

    [Fact]
    public void Redirects_of_a_handler_are_turned_off_also_inside_of_others()
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();

        RedirectPolicy.TurnOff(new Passing { InnerHandler = new Passing { InnerHandler = sockets } });
        RedirectPolicy.TurnOff(client).ShouldBe(client);

        (sockets.AllowAutoRedirect, client.AllowAutoRedirect).ShouldBe((false, false));
    }

    /// <summary>Texts in whatever shape a framework gives them, as deep as four levels and five of each.</summary>
    [Theory]
    [InlineData("""{"message":"a."}""", "[400] a.")]
    [InlineData("""{"message":"a","errors":["a"]}""", "[400] a.")]
    [InlineData("""{"message":"a.","errors":["b"]}""", "[400] a: b.")]
    [InlineData("""{"title":"T.","detail":"T."}""", "[400] T.")]
    [InlineData("""{"code":400,"title":"T"}""", "[400] T.")]
    [InlineData("""{"code":17,"title":"T"}""", "[400] 17 T.")]
    [InlineData("""{"code":true,"message":["1","2","3","4","5","6"]}""", "[400] 1; 2; 3; 4; 5.")]
    [InlineData("""{"message":[[[["deep"]]]]}""", "[400] deep.")]
    [InlineData("""{"message":[[[[["deeper"]]]]]}""", "[400] Bad Request.")]
    [InlineData("""{"message":"see https://a.example/b now"}""", "[400] see https://a.example/b now.")]
    [InlineData("""{"message":"https://a.example/b"}""", "[400] Bad Request.")]
    [InlineData("""{"message":"About:blank","type":"URN:x"}""", "[400] Bad Request.")]
    [InlineData("""{"message":{"field":"f","reason":"r."}}""", "[400] f: r.")]
    [InlineData("""{"message":{"f":"r.","g":{"msg":"s"},"h":null}}""", "[400] f: r; g: s.")]
    [InlineData("""{"errors":[{"loc":["a",1],"msg":"m"}]}""", "[400] a.1: m.")]
    [InlineData("""{"error":"e","error_description":"d"}""", "[400] e: d.")]
    [InlineData("""{"error":false,"message":"m"}""", "[400] m.")]
    [InlineData("""{"error":null,"title":"t"}""", "[400] t.")]
    public void Describe_says_what_a_refusal_says(string json, string right)
    {
        using var document = JsonDocument.Parse(json);
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest);

        ApiError.Find(document.RootElement, response, new SecretFilter(Up42Credentials.FromProject("p", "secret-k")))!
            .Describe(HttpStatusCode.BadRequest).ShouldBe(right);
    }

    [Theory]
    [InlineData("request-id")]
    [InlineData("x-correlation-id")]
    [InlineData("x-cloud-trace-context")]
    public void RequestId_stands_in_several_headers(string name)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)599);
        response.Headers.Add(name, ["r-1", "r-2"]);

        ApiError.Bare(response, new SecretFilter(Up42Credentials.FromProject("p", "secret-k"))).Describe(response.StatusCode)
            .ShouldBe("[599] 599 (request r-1).");
    }

    public static TheoryData<string, Action> WrongTimes => new()
    {
        { "", () => new RetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.FromDays(1) }.Validate() },
        { "", () => new RetryOptions { AttemptTimeout = TimeSpan.FromMilliseconds(10) }.Validate() },
        { "", () => new RetryOptions { BaseDelay = TimeSpan.FromDays(1), MaxDelay = TimeSpan.Zero, AttemptTimeout = TimeSpan.FromDays(1) }.Validate() },
        { "", () => new RetryOptions { MaxAttempts = 1 }.Validate() },
        { "", () => new Up42ClientOptions { Timeout = TimeSpan.FromMilliseconds(10) }.Validate() },
        { "", () => new Up42ClientOptions { Timeout = TimeSpan.FromDays(1) }.Validate() },
        { "MaxAttempts", () => new RetryOptions { MaxAttempts = 0 }.Validate() },
        { "BaseDelay", () => new RetryOptions { BaseDelay = TimeSpan.FromTicks(-1) }.Validate() },
        { "BaseDelay", () => new RetryOptions { BaseDelay = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) }.Validate() },
        { "MaxDelay", () => new RetryOptions { MaxDelay = TimeSpan.FromTicks(-1) }.Validate() },
        { "AttemptTimeout", () => new RetryOptions { AttemptTimeout = TimeSpan.FromMilliseconds(9.9) }.Validate() },
        { "Timeout", () => new Up42ClientOptions { Timeout = TimeSpan.FromMilliseconds(9.9) }.Validate() },
        { "MaxAttempts", () => new Up42ClientOptions { Retry = new RetryOptions { MaxAttempts = 0 } }.Validate() },
        { "Retry", () => new Up42ClientOptions { Retry = null! }.Validate() },
        { "TimeProvider", () => new Up42ClientOptions { TimeProvider = null! }.Validate() },
        { "UnpackLimits", () => new Up42ClientOptions { UnpackLimits = null! }.Validate() },
    };

    [Theory]
    [MemberData(nameof(WrongTimes), DisableDiscoveryEnumeration = true)]
    public void Options_are_bounded_on_both_sides(string name, Action validate)
    {
        if (name.Length == 0)
        {
            validate();
        }
        else
        {
            Should.Throw<ArgumentException>(validate).ParamName.ShouldBe(name);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(503)]
    public void A_fault_that_stays_is_an_error_of_the_server_or_of_the_connection(int? status)
    {
        var cause = new IOException("a");
        var error = new TransientException("It broke.", cause)
        {
            Status = (HttpStatusCode?)status,
            Error = new ApiError("c", "t", "d", "r"),
        }.ToException("So it is.");

        (error.Message, error.InnerException).ShouldBe(("It broke. So it is.", cause));
        (error as Up42ApiException is { } refusal ? $"{(int)refusal.Status} {refusal.Code} {refusal.Title} {refusal.RequestId}" : "connection")
            .ShouldBe(status is null ? "connection" : "503 c t r");
    }

    private sealed class Passing : DelegatingHandler;
}
