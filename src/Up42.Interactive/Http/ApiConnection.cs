using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The one way to the server: adds the token, repeats what only reads, and turns refusals into exceptions.</summary>
internal sealed partial class ApiConnection : IDisposable
{
    /// <summary>The largest answer that is taken into memory.</summary>
    public const long LargestAnswer = 1L << 30;

    private const int MostTokensPerCall = 3;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly HttpClient _storage;
    private readonly Up42Credentials _credentials;
    private readonly RetryPipeline _calls;
    private readonly RetryPipeline _transfers;
    private readonly RetryPipeline _singles;
    private readonly TokenSource _tokens;
    private readonly SecretFilter _secrets;

    public ApiConnection(Up42Credentials credentials, Up42ClientOptions options, Uri endpoint)
    {
        (_credentials, Options, Endpoint) = (credentials, options, endpoint);
        _http = CreateClient(options, DecompressionMethods.All);
        _http.BaseAddress = endpoint;

        // Files come as they are stored: ranges and checksums are of those bytes.
        _storage = CreateClient(options, DecompressionMethods.None);
        _calls = new RetryPipeline(options.Retry, options.Timeout, Time);
        _transfers = new RetryPipeline(options.Retry, Timeout.InfiniteTimeSpan, Time);
        _singles = new RetryPipeline(new RetryOptions { MaxAttempts = 1, AttemptTimeout = options.Timeout }, Timeout.InfiniteTimeSpan, Time);
        _tokens = new TokenSource(RequestTokenAsync, Time);
        _secrets = new SecretFilter(credentials);
    }

    public Up42ClientOptions Options { get; }

    public Uri Endpoint { get; }

    public TimeProvider Time => Options.TimeProvider;

    /// <summary>A text without the credential, the tokens and signatures of addresses.</summary>
    public string WithoutSecrets(string text) => _secrets.Clean(text);

    /// <summary>The <c>data</c> of an answer in UP42's own form.</summary>
    public Task<JsonElement> GetDataAsync(string path, CancellationToken cancellationToken) =>
        GetAsync(path, answer => answer.ReadData(), cancellationToken);

    /// <summary>A bare JSON answer.</summary>
    public Task<JsonDocument> GetJsonAsync(string path, CancellationToken cancellationToken) =>
        GetAsync(path, answer => answer.ReadJson(), cancellationToken);

    /// <summary>Text, for logs.</summary>
    public Task<string> GetTextAsync(string path, CancellationToken cancellationToken) =>
        GetAsync(path, answer => answer.ReadText(), cancellationToken);

    /// <summary>An answer, read by a function that throws <see cref="TransientException"/> at what another attempt may mend.</summary>
    public async Task<T> GetAsync<T>(string path, Func<ApiResponse, T> read, CancellationToken cancellationToken)
    {
        var what = $"GET /{path}";
        AccessToken? refused = null;
        var refusals = 0;
        return await _calls.RunAsync(
            what,
            async token =>
            {
                var access = await _tokens.GetAsync(refused, token).ConfigureAwait(false);
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                using var response = await SendAsync(what, _http, request, access, token).ConfigureAwait(false);
                var answer = await BufferAsync(what, response, token).ConfigureAwait(false);
                if (answer.Status == HttpStatusCode.Unauthorized && ++refusals < MostTokensPerCall)
                {
                    refused = access;
                    throw new TransientException($"{what} failed: [401] The token was refused.") { Status = answer.Status, RetryAfter = TimeSpan.Zero };
                }

                return read(answer);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks the server to do something: sent once, whatever comes back.</summary>
    /// <param name="path">Relative to the endpoint.</param>
    /// <param name="json">The body; empty where the call has none.</param>
    /// <param name="doubt">What to do when it stays open whether the server did it.</param>
    /// <param name="cancellationToken">Ends the wait; the server may do it all the same.</param>
    public async Task<JsonElement?> PostAsync(string path, ReadOnlyMemory<byte> json, string doubt, CancellationToken cancellationToken)
    {
        var what = $"POST /{path}";
        try
        {
            return await _singles.RunOnceAsync(what, token => PostOnceAsync(what, path, json, token), cancellationToken).ConfigureAwait(false);
        }
        catch (TransientException fault)
        {
            throw fault.ToException($"It was not sent again, because the server may have done it: {doubt}");
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _storage.Dispose();
    }

    private async Task<JsonElement?> PostOnceAsync(string what, string path, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var access = await _tokens.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Post, path);

        // With a body, even an empty one, SocketsHttpHandler never repeats the request by itself on a connection that broke.
        request.Content = new ReadOnlyMemoryContent(json);
        request.Content.Headers.ContentType = json.IsEmpty ? null : new MediaTypeHeaderValue("application/json");
        using var response = await SendAsync(what, _http, request, access, cancellationToken).ConfigureAwait(false);
        var answer = await BufferAsync(what, response, cancellationToken).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            _ = _tokens.GetAsync(access, CancellationToken.None);
        }

        if (response.IsSuccessStatusCode && answer.Body.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return null;
        }

        using var document = answer.ReadJson();
        return document.RootElement.Clone();
    }

    private static async Task<HttpResponseMessage> SendAsync(
        string what, HttpClient client, HttpRequestMessage request, AccessToken? access, CancellationToken cancellationToken)
    {
        if (access is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Value);
        }

        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (NetworkErrors.IsNetwork(error))
        {
            throw NetworkErrors.Describe(what, error);
        }
    }

    private async Task<ApiResponse> BufferAsync(string what, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken).ConfigureAwait(false);
            return new ApiResponse(what, response, await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false), _secrets, Time);
        }
        catch (Exception error) when (NetworkErrors.IsNetwork(error))
        {
            throw NetworkErrors.Describe(what, error);
        }
    }

    private static HttpClient CreateClient(Up42ClientOptions options, DecompressionMethods decompression)
    {
        var handler = options.Handler ?? new SocketsHttpHandler
        {
            AutomaticDecompression = decompression,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
        var client = new HttpClient(handler, disposeHandler: options.Handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent());
        return client;
    }

    private static string UserAgent()
    {
        var version = typeof(ApiConnection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        return $"Up42.Interactive/{version} (.NET {Environment.Version}; {RuntimeInformation.RuntimeIdentifier})";
    }
}
