using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive.Tests.Http;

/// <summary>What is sent where, by a server that keeps it, and what its odd responses lead to.</summary>
public class ConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Pages go on while the server counts more of them, and end where it counts none.</summary>
    [Theory]
    [InlineData("3", 3)]
    [InlineData("1", 1)]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("null", 1)]
    public async Task Orders_come_page_by_page(string pages, int requests)
    {
        using var server = new ScriptedServer(request => ScriptedServer.Json($$"""
            {"totalPages":{{pages}},"content":[{"id":"a","status":"FULFILLED","type":"ARCHIVE"},7]}
            """));
        using var connection = server.Connect();
        var failures = new List<JobFailure>();
        var orders = new List<OrderInfo>();

        await foreach (var order in new OrdersApi(connection).ListAsync([("sort", "createdAt,desc"), ("type", null), ("name", "")], failures, Cancel))
        {
            orders.Add(order);
        }

        orders.Count.ShouldBe(requests);
        server.Requests.ShouldBe(Enumerable.Range(0, requests).Select(page => $"GET /v2/orders?sort=createdAt%2Cdesc&page={page}"));
        failures.Select(failure => failure.JobId).ShouldBe(Enumerable.Range(0, requests).Select(page => $"record 2 of page {page}"));
    }

    /// <summary>Links to the next page: by GET or POST, with a body of their own or what changes in the last one.</summary>
    [Theory]
    [InlineData("""{"rel":"next","href":"/n"}""", "GET /n")]
    [InlineData("""{"rel":"next","href":"n","method":"get"}""", "GET /n")]
    [InlineData("""{"rel":"next","href":"/n","method":"post"}""", """POST /n {"a":1,"b":2}""")]
    [InlineData("""{"rel":"next","href":"/n","method":"POST","body":{"b":3}}""", """POST /n {"b":3}""")]
    [InlineData("""{"rel":"next","href":"/n","method":"POST","body":{"b":3},"merge":false}""", """POST /n {"b":3}""")]
    [InlineData("""{"rel":"next","href":"/n","method":"POST","body":{"b":3},"merge":true}""", """POST /n {"a":1,"b":3}""")]
    [InlineData("""{"rel":"next","href":"/n","method":"POST","body":[],"merge":true}""", """POST /n {"a":1,"b":2}""")]
    [InlineData("""{"rel":"next","href":""}""", null)]
    [InlineData("""{"rel":"prev","href":"/n"}""", null)]
    [InlineData("""{"rel":"next","href":"/first","method":"POST"}""", null)]
    public async Task Pages_follow_the_link_to_the_next(string link, string? right)
    {
        using var server = new ScriptedServer(request => ScriptedServer.Json(
            request.RequestUri!.AbsolutePath == "/first" ? $$"""{"links":[{"rel":"self","href":"/s"},{{link}}]}""" : "{}"));
        using var connection = server.Connect();
        var first = new PageRequest(HttpMethod.Post, connection.Resolve("first"), Encoding.UTF8.GetBytes("""{"a":1,"b":2}"""));

        await foreach (var _ in new PagedList(connection).PagesAsync(first, Cancel))
        {
        }

        server.Requests.ShouldBe(new[] { """POST /first {"a":1,"b":2}""", right }.OfType<string>());
    }

    [Fact]
    public async Task Records_that_cannot_be_read_are_told_by_number_over_all_pages()
    {
        using var server = new ScriptedServer(request => ScriptedServer.Json(request.RequestUri!.AbsolutePath == "/first"
            ? """{"list":[1,"two",3],"links":[{"rel":"next","href":"/second"}]}"""
            : """{"list":["four",5]}"""));
        using var connection = server.Connect();
        var (read, failed) = (new List<int>(), new List<string>());

        await foreach (var record in new PagedList(connection).ReadAsync(
            "first", "list", json => json.ValueKind == JsonValueKind.Number ? json.GetInt32() : throw new JsonException("No number."),
            (number, error) => failed.Add($"{number}: {error.Message}"), Cancel))
        {
            read.Add(record);
        }

        read.ShouldBe([1, 3, 5]);
        failed.ShouldBe(["2: No number.", "4: No number."]);
    }

    /// <summary>URLs that a server gives: relative to the endpoint, also where that has a path, and on no other host.</summary>
    [Theory]
    [InlineData("https://api.example/", "/a/b?c", "https://api.example/a/b?c")]
    [InlineData("https://api.example/", "a", "https://api.example/a")]
    [InlineData("https://api.example/", "https://api.example/x", "https://api.example/x")]
    [InlineData("https://api.example/up42/", "/a/b", "https://api.example/up42/a/b")]
    [InlineData("https://api.example/up42/", "/up42/a", "https://api.example/up42/a")]
    [InlineData("https://api.example/up42/", "a", "https://api.example/up42/a")]
    [InlineData("https://api.example/", "https://other.example/x", null)]
    [InlineData("https://api.example/", "//other.example/x", null)]
    [InlineData("https://api.example/up42/", "//other.example/x", null)]
    [InlineData("https://api.example/", "https://api.example:8443/x", null)]
    [InlineData("https://api.example/", "http://[", null)]
    public void Resolve_stays_on_the_host(string endpoint, string href, string? right)
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Json("{}"));
        using var connection = server.Connect(endpoint: new Uri(endpoint));

        if (right is null)
        {
            Should.Throw<Up42Exception>(() => connection.Resolve(href)).Message
                .ShouldBe($"{href} is not on api.example, where this client has logged in: it is not followed.");
        }
        else
        {
            connection.Resolve(href).AbsoluteUri.ShouldBe(right);
        }
    }

    /// <summary>Signed URLs stand in <c>url</c> and are https.</summary>
    [Theory]
    [InlineData("""{"url":"https://s.example/a"}""", null)]
    [InlineData("""{"url":"http://s.example/a"}""", "was answered with an http URL on s.example, which is not encrypted: it was not opened.")]
    [InlineData("""{"url":"ftp://s.example/a"}""", "was answered without a URL to download from.")]
    [InlineData("""{"url":"/a"}""", "was answered without a URL to download from.")]
    [InlineData("""{"url":7}""", "was answered without a URL to download from.")]
    [InlineData("""{}""", "was answered without a URL to download from.")]
    [InlineData("[]", "was answered without a URL to download from.")]
    public async Task Signed_URLs_are_taken_from_both_platforms(string json, string? error)
    {
        using var server = new ScriptedServer(request => ScriptedServer.Json(request.Method == HttpMethod.Get ? $$"""{"data":{{json}}}""" : json));
        using var connection = server.Connect();

        foreach (var (name, ask) in new (string, Func<Task<Uri>>)[]
        {
            ("GET /a", () => connection.GetSignedUrlAsync("a", Cancel)), ("POST /a", () => connection.AskSignedUrlAsync(connection.Resolve("a"), Cancel)),
        })
        {
            if (error is null)
            {
                (await ask()).ShouldBe(new Uri("https://s.example/a"));
            }
            else
            {
                (await Should.ThrowAsync<Up42Exception>(ask)).Message.ShouldBe($"{name} {error}");
            }
        }
    }

    /// <summary>Storage: what is a file, what another attempt may mend, and what stays refused.</summary>
    [Theory]
    [InlineData(200, true, false)]
    [InlineData(206, true, false)]
    [InlineData(204, false, false)]
    [InlineData(400, false, true)]
    [InlineData(401, false, true)]
    [InlineData(403, false, true)]
    [InlineData(416, false, true)]
    [InlineData(503, false, true)]
    [InlineData(404, false, false)]
    public async Task OpenSigned_tells_what_may_be_mended(int status, bool isOpen, bool passes)
    {
        HttpRequestMessage? sent = null;
        using var server = new ScriptedServer(request =>
        {
            sent = request;
            var response = ScriptedServer.Json("<Error/>", status, "text/xml");
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
            return response;
        });
        using var connection = server.Connect();

        Task<HttpResponseMessage> Open() => connection.OpenSignedAsync(
            "The download", new Uri("https://s.example/a?X-Goog-Signature=hush"), new RangeHeaderValue(3, 9), new EntityTagHeaderValue("\"v\""), Cancel);

        if (isOpen)
        {
            (await Open()).StatusCode.ShouldBe((HttpStatusCode)status);
        }
        else
        {
            var error = passes ? await Should.ThrowAsync<TransientException>(Open) : (Exception)await Should.ThrowAsync<Up42ApiException>(Open);
            error.Message.ShouldStartWith($"The download {(passes ? "failed" : "was refused")}: [{status}] ");
            ((error as TransientException)?.RetryAfter).ShouldBe(passes ? TimeSpan.FromSeconds(7) : null);
        }

        (sent!.Headers.Authorization, sent.Headers.Range?.ToString(), sent.Headers.IfRange?.ToString(), server.Tokens)
            .ShouldBe((null, "bytes=3-9", "\"v\"", 0));
    }

    [Theory]
    [InlineData(200, "image/png", null)]
    [InlineData(200, "text/html", "GET /q was answered with a web page instead of JSON.")]
    [InlineData(200, "application/json", "GET /q was answered with JSON instead of a file.")]
    [InlineData(503, "application/json", "GET /q failed: [503] Service Unavailable.")]
    public async Task OpenAsync_takes_what_is_a_file(int status, string type, string? error)
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Json(type == "text/html" ? "<html>" : "{}", status, type));
        using var connection = server.Connect();

        if (error is null)
        {
            (await connection.OpenAsync("q", Cancel)).Content.Headers.ContentType!.MediaType.ShouldBe(type);
        }
        else
        {
            (await Should.ThrowAsync<TransientException>(() => connection.OpenAsync("q", Cancel))).Message.ShouldBe(error);
        }
    }
}
