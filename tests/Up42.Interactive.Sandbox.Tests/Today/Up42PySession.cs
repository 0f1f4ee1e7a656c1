using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive.Sandbox;

/// <summary>Asks as up42-py 3.3 does with requests and pystac-client: its paths, headers and spelling; what is empty is left out.</summary>
internal sealed class Up42PySession(SandboxServer server) : IDisposable
{
    public const string Realm = "realms/public/protocol/openid-connect";

    private readonly HttpClient _http = new() { BaseAddress = server.Endpoint };
    private string? _token;

    public SandboxServer Server => server;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Up42PySession> LogInAsync(SandboxServer server)
    {
        var session = new Up42PySession(server);
        using var answer = await session.TokenAsync(server.Credentials.Username, server.Credentials.Password);
        session._token = (await JsonAsync(answer)).GetProperty("access_token").GetString();
        return session;
    }

    /// <summary>The token request of <c>up42.authenticate</c>.</summary>
    public Task<HttpResponseMessage> TokenAsync(string username, string password, string clientId = "up42-sdk", string grant = "password") =>
        _http.PostAsync($"{Realm}/token", new FormUrlEncodedContent(
        [
            new("grant_type", grant), new("username", username), new("password", password), new("client_id", clientId), new("scope", "openid"),
        ]), Cancellation);

    /// <summary>A request of up42-py's session, which says that it sends JSON even where it sends nothing.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = json is null && method == HttpMethod.Get ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(json ?? "")),
        };
        if (request.Content is not null)
        {
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.Authorization = _token is null ? null : new AuthenticationHeaderValue("Bearer", _token);
        request.Headers.TryAddWithoutValidation("cache-control", "no-cache");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.UserAgent.ParseAdd("up42-py/3.3.0");
        return await _http.SendAsync(request, Cancellation);
    }

    public Task<JsonElement> GetAsync(string path) => JsonAsync(HttpMethod.Get, path);

    public Task<JsonElement> PostAsync(string path, string? json = null) => JsonAsync(HttpMethod.Post, path, json);

    /// <summary>The JSON of an answer, whose status must be the one expected.</summary>
    public async Task<JsonElement> JsonAsync(HttpMethod method, string path, string? json = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await SendAsync(method, path, json);
        answer.StatusCode.ShouldBe(expected, $"{method} {path}: {await answer.Content.ReadAsStringAsync(Cancellation)}");
        return await JsonAsync(answer);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return document.RootElement.Clone();
    }

    public void Dispose() => _http.Dispose();
}
