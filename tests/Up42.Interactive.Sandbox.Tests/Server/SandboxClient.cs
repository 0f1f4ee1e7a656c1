using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Up42.Interactive.Sandbox;

/// <summary>Asks a sandbox as up42-py does: the same paths, slashes and headers.</summary>
internal sealed class SandboxClient(SandboxServer server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server.Endpoint };

    public string Project => $"projects/{server.Credentials.ProjectId}";

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    public async Task<SandboxClient> LogInAsync()
    {
        using var answer = await TokenAsync(server.Credentials.ProjectId, server.Credentials.ProjectApiKey);
        UseToken((await JsonAsync(answer)).GetProperty("access_token").GetString());
        return this;
    }

    public void UseToken(string? token) => _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

    public async Task<HttpResponseMessage> TokenAsync(string projectId, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{projectId}:{key}")));
        return await _http.SendAsync(request, Cancellation);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null) =>
        _http.SendAsync(new HttpRequestMessage(method, path) { Content = content }, Cancellation);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> PostAsync(string path, string? json = null) =>
        SendAsync(HttpMethod.Post, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await JsonAsync(answer);
    }

    /// <summary>The <c>data</c> of an answer whose <c>error</c> is null.</summary>
    public async Task<JsonElement> DataAsync(string path)
    {
        var json = await JsonAsync(path);
        json.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null, path);
        return json.GetProperty("data");
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return document.RootElement.Clone();
    }
}
