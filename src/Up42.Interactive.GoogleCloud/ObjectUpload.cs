using System.Net;
using System.Net.Http.Json;
using System.Runtime.ExceptionServices;
using Google.Apis.Http;
using Google.Apis.Json;
using Google.Apis.Upload;

namespace Up42.Interactive;

/// <summary>One object on its way to Google Cloud Storage by the resumable protocol. Source: "Resumable uploads" of the JSON API.</summary>
internal sealed class ObjectUpload : ResumableUpload
{
    private const int MaxTokens = 2;
    private readonly ConfigurableHttpClient _http;
    private readonly Uri _url;
    private readonly HashingStream _content;
    private readonly string _contentType;
    private readonly string _operation;
    private StoredObject? _stored;
    private int _refusals;

    public ObjectUpload(ConfigurableHttpClient http, Uri url, HashingStream content, string contentType, string operation)
        : base(content, new ResumableUploadOptions { HttpClient = http, Serializer = NewtonsoftJsonSerializer.Instance, ServiceName = "storage" })
    {
        (_http, _url, _content, _contentType, _operation) = (http, url, content, contentType, operation);
        ChunkSize = 8 << 20;
    }

    /// <summary>Sends on from where the service has got to, as long as that brings it forward.</summary>
    /// <exception cref="TransientException">It stopped; calling again goes on.</exception>
    public async Task<StoredObject> AdvanceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = GetProgress()?.BytesSent ?? 0;
            var progress = await ResumeAsync(cancellationToken).ConfigureAwait(false);
            if (_stored is not null)
            {
                return _stored;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (_content.Error is { } readError)
            {
                // What was read into the chunk is lost to the base class: going on would leave it out.
                ExceptionDispatchInfo.Throw(readError);
            }

            var error = UploadErrors.Describe(_operation, progress.Exception);
            if (error is TransientException { Status: HttpStatusCode.Unauthorized } refusal && ++_refusals > MaxTokens)
            {
                throw refusal.ToException("Are the credentials those of this bucket?");
            }

            if (error is not TransientException || progress.BytesSent <= before)
            {
                throw error;
            }
        }
    }

    public override async Task<Uri> InitiateSessionAsync(CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url);
        request.Headers.Add("X-Upload-Content-Type", _contentType);
        request.Content = JsonContent.Create(new ObjectMetadata(_contentType), ObjectMetadataJson.Default.ObjectMetadata);
        using var response = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await ExceptionForResponseAsync(response).ConfigureAwait(false);
        }

        return response.Headers.Location is { IsAbsoluteUri: true } session && (session.Scheme == Uri.UriSchemeHttps || session.IsLoopback)
            ? session
            : throw new Up42Exception($"{_operation} was refused: the service gave no URL to upload to.");
    }

    protected override void ProcessResponse(HttpResponseMessage httpResponse)
    {
        using var body = httpResponse.Content.ReadAsStream();
        _stored = StoredObject.Parse(body);
    }
}
