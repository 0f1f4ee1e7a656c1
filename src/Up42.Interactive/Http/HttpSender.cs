using System.Net;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Up42.Interactive;

/// <summary>
/// Sends single requests. Redirects are followed here and not by the handler: only a GET is, never from https to http, and a token
/// stays with the scheme, host and port that it was meant for.
/// </summary>
internal sealed class HttpSender : IDisposable
{
    private const int MaxRedirects = 10;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client;
    private readonly SecretFilter _secrets;

    public HttpSender(Up42ClientOptions options, DecompressionMethods decompression, SecretFilter secrets)
    {
        _secrets = secrets;
        var handler = options.Handler is { } given ? RedirectPolicy.TurnOff(given) : new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = decompression,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            Proxy = SystemProxy.Instance,
        };
        _client = new HttpClient(handler, disposeHandler: options.Handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent());
    }

    /// <summary>Sends a GET, with a token or without, and follows redirects.</summary>
    /// <param name="operation">The request in words, for messages.</param>
    /// <param name="url">Where to.</param>
    /// <param name="access">The token; only the URL's own origin gets it. Null: none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="prepare">Adds headers to each request.</param>
    /// <returns>The response to the last request, whose body is still to be read.</returns>
    public async Task<HttpResponseMessage> GetAsync(
        string operation, Uri url, AccessToken? access, CancellationToken cancellationToken, Action<HttpRequestMessage>? prepare = null)
    {
        var target = url;
        for (var redirects = 0; ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, target);
            prepare?.Invoke(request);
            request.Headers.Authorization = RedirectPolicy.IsSameOrigin(url, target) ? access?.ToHeader() : null;
            var response = await SendAsync(operation, request, cancellationToken).ConfigureAwait(false);
            if (RedirectPolicy.Target(response, target) is not { } next)
            {
                return response;
            }

            response.Dispose();
            RedirectPolicy.Check(operation, target, next);
            target = redirects < MaxRedirects
                ? next
                : throw new Up42Exception($"{operation} was redirected {MaxRedirects} times without an end, last to {next.Host}.");
        }
    }

    /// <summary>Sends one request as it is; a redirect comes back as the response.</summary>
    public async Task<HttpResponseMessage> SendAsync(string operation, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (NetworkErrors.IsNetwork(error))
        {
            throw NetworkErrors.Describe(operation + SystemProxy.Phrase(request.RequestUri!), _secrets.Clean(error));
        }
    }

    /// <summary>Reads the whole body into memory, within <see cref="Limits.ResponseBytes"/>.</summary>
    /// <param name="operation">The request in words, for messages.</param>
    /// <param name="response">The response.</param>
    /// <param name="time">The clock that a wish to wait is read by.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <param name="isToken">The body holds a new secret: it is taken as it is.</param>
    public async Task<ApiResponse> BufferAsync(
        string operation, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken, bool isToken = false)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(Limits.Default.ResponseBytes, cancellationToken).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return new ApiResponse(operation, response, isToken ? body : _secrets.Clean(body), _secrets, time);
        }
        catch (Exception error) when (NetworkErrors.IsNetwork(error))
        {
            throw NetworkErrors.Describe(operation, _secrets.Clean(error));
        }
    }

    public void Dispose() => _client.Dispose();

    private static string UserAgent()
    {
        var version = typeof(HttpSender).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        return $"Up42.Interactive/{version} (.NET {Environment.Version}; {RuntimeInformation.RuntimeIdentifier})";
    }
}
