using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The one way to one platform's server: adds the token, repeats what only reads, and turns refusals into exceptions.</summary>
internal sealed partial class ApiConnection : IDisposable
{
    private const int MaxTokensPerRequest = 3;

    private readonly HttpSender _api;
    private readonly HttpSender _storage;
    private readonly RetryPipeline _reads;
    private readonly RetryPipeline _transfers;
    private readonly RetryPipeline _singles;
    private readonly TokenSource _tokens;
    private readonly SecretFilter _secrets;

    /// <param name="login">Where tokens come from.</param>
    /// <param name="options">Times, handler and clock.</param>
    /// <param name="endpoint">What paths are relative to; it ends with a slash.</param>
    public ApiConnection(ILogin login, Up42ClientOptions options, Uri endpoint)
    {
        (Options, Endpoint) = (options, endpoint);
        _secrets = new SecretFilter(login.Credentials);
        _api = new HttpSender(options, DecompressionMethods.All, _secrets);

        // Files come as they are stored: ranges and checksums are of those bytes.
        _storage = new HttpSender(options, DecompressionMethods.None, _secrets);
        _reads = new RetryPipeline(options.Retry, options.Timeout, options.Timeout, Time);
        _transfers = new RetryPipeline(options.Retry, Timeout.InfiniteTimeSpan, options.Timeout, Time);
        _singles = new RetryPipeline(new RetryOptions { MaxAttempts = 1, AttemptTimeout = options.Timeout }, Timeout.InfiniteTimeSpan, options.Timeout, Time);
        _tokens = new TokenSource(new TokenRequest(login, _api, _reads, _secrets, Time).SendAsync, Time);
    }

    public Up42ClientOptions Options { get; }

    public Uri Endpoint { get; }

    public TimeProvider Time => Options.TimeProvider;

    /// <summary>A text without the credential, the tokens and signatures of URLs.</summary>
    public string WithoutSecrets(string text) => _secrets.Clean(text);

    /// <summary>Proves the credentials by fetching a token.</summary>
    public Task AuthenticateAsync(CancellationToken cancellationToken) => _tokens.GetAsync(refused: null, cancellationToken);

    /// <summary>The <c>data</c> of a response in UP42's own form.</summary>
    public Task<T> GetDataAsync<T>(string path, Func<JsonElement, T> parse, CancellationToken cancellationToken) =>
        GetAsync(path, response => response.ReadData(parse), cancellationToken);

    /// <summary>The <c>data</c> of a response that is a list.</summary>
    public Task<IReadOnlyList<T>> GetListAsync<T>(string path, Func<JsonElement, T> parse, CancellationToken cancellationToken) =>
        GetDataAsync(path, list => (IReadOnlyList<T>)[.. ApiRecords.Read(list).Select(parse)], cancellationToken);

    /// <summary>The <c>data</c> of a response that is a list of records; one that cannot be read hides none of the others.</summary>
    /// <param name="path">Relative to the endpoint.</param>
    /// <param name="parse">Reads a record.</param>
    /// <param name="stand">Stands for a record that cannot be read, by what to call it: <c>record 3, which cannot be read</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<IReadOnlyList<T>> GetRecordsAsync<T>(
        string path, Func<JsonElement, T> parse, Func<JsonElement, string, T> stand, CancellationToken cancellationToken) =>
        GetDataAsync(path, list => (IReadOnlyList<T>)ReadRecords(list, parse, stand), cancellationToken);

    /// <summary>A response, read by a function that throws <see cref="TransientException"/> at what another attempt may mend.</summary>
    public Task<T> GetAsync<T>(string path, Func<ApiResponse, T> read, CancellationToken cancellationToken) =>
        GetAsync($"GET /{path}", new Uri(Endpoint, path), read, cancellationToken);

    /// <summary>Asks the server to do something: sent once, whatever comes back.</summary>
    /// <param name="path">Relative to the endpoint.</param>
    /// <param name="json">The body; empty where the request has none.</param>
    /// <param name="ifUncertain">What to do when it stays open whether the server did it.</param>
    /// <param name="read">Reads the response.</param>
    /// <param name="cancellationToken">Cancels the request; the server may do it all the same.</param>
    public async Task<T> PostAsync<T>(
        string path, ReadOnlyMemory<byte> json, string ifUncertain, Func<ApiResponse, T> read, CancellationToken cancellationToken)
    {
        var operation = $"POST /{path}";
        try
        {
            return await _singles.RunOnceAsync(
                operation, async token => read(await PostOnceAsync(operation, path, json, token).ConfigureAwait(false)), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TransientException fault)
        {
            throw fault.ToException($"It was not sent again, because the server may have done it: {ifUncertain}");
        }
    }

    private static List<T> ReadRecords<T>(JsonElement list, Func<JsonElement, T> parse, Func<JsonElement, string, T> stand)
    {
        var (records, odd) = (new List<T>(), 0);
        foreach (var record in ApiRecords.Read(list))
        {
            try
            {
                records.Add(parse(record));
            }
            catch (JsonException) when (++odd < list.GetArrayLength())
            {
                records.Add(stand(record, FormattableString.Invariant($"record {records.Count + 1}, which cannot be read")));
            }
        }

        return records;
    }

    public void Dispose()
    {
        _api.Dispose();
        _storage.Dispose();
    }

    private async Task<ApiResponse> PostOnceAsync(string operation, string path, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var access = await _tokens.GetAsync(refused: null, cancellationToken).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Endpoint, path));

        // With a body, even an empty one, SocketsHttpHandler never repeats the request by itself on a connection that broke.
        request.Content = new ReadOnlyMemoryContent(json);
        request.Content.Headers.ContentType = json.IsEmpty ? null : new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = access.ToHeader();
        using var response = await _api.SendAsync(operation, request, cancellationToken).ConfigureAwait(false);
        var whole = await _api.BufferAsync(operation, response, Time, cancellationToken).ConfigureAwait(false);
        if (whole.Status == HttpStatusCode.Unauthorized)
        {
            _ = _tokens.GetAsync(access, CancellationToken.None);
        }

        return whole;
    }
}
