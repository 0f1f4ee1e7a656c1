using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Http;

namespace Up42.Interactive;

/// <summary>
/// A bucket of Google Cloud Storage. Objects are streamed in chunks of 8 MiB, an upload goes on where it stopped when the connection
/// breaks, and the checksums that the
/// service tells of the stored object are compared with those of the bytes that were sent. What a process that died had sent counts for
/// nothing: the next one begins anew. It is safe for concurrent use.
/// </summary>
public sealed partial class GoogleCloudBucket : IResultsBucket
{
    private const string Scope = "https://www.googleapis.com/auth/devstorage.read_write";
    private readonly GoogleCloudBucketOptions _options;
    private readonly RetryPipeline _retries;
    private readonly GoogleCredential? _account;

    private GoogleCloudBucket(string name, GoogleCloudBucketOptions options)
    {
        (Name, _options) = (name, options);
        _retries = new RetryPipeline(options.Retry, Timeout.InfiniteTimeSpan, RetryPipeline.DefaultMaxWait, options.TimeProvider);
        _account = options.CredentialsFile is { } path ? ReadAccount(path) : null;
    }

    /// <summary>The bucket's name.</summary>
    public string Name { get; }

    private bool IsEmulator => _options.Endpoint.Scheme == Uri.UriSchemeHttp;

    private Uri Root => new(_options.Endpoint.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Takes a bucket that is there. The service is asked at the first upload; a credentials file is read at once.</summary>
    /// <param name="bucketName">The bucket's name, without <c>gs://</c>.</param>
    /// <param name="options">Credentials and URL; null: Application Default Credentials at Google.</param>
    /// <exception cref="ArgumentException">It is not a valid bucket name, or an option is wrong.</exception>
    /// <exception cref="Up42Exception">The credentials file cannot be read, or is not that of a service account.</exception>
    public static GoogleCloudBucket Connect(string bucketName, GoogleCloudBucketOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bucketName);
        options ??= new GoogleCloudBucketOptions();
        options.Validate();
        return BucketName().IsMatch(bucketName)
            ? new GoogleCloudBucket(bucketName, options)
            : throw new ArgumentException(
                $"'{bucketName}' is not a valid bucket name: it takes 3 to 222 of a–z, 0–9, '-', '_' and '.', without gs:// and folders.",
                nameof(bucketName));
    }

    /// <inheritdoc/>
    public async Task<BucketObject> UploadAsync(string name, Stream content, string contentType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        name = ObjectName.Create(name);
        var operation = $"The upload of {name} to gs://{Name}";
        using var http = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        using var sent = new HashingStream(content);
        var upload = new ObjectUpload(
            http,
            new Uri(Root, $"upload/storage/v1/b/{Name}/o?uploadType=resumable&name={Uri.EscapeDataString(name)}"),
            sent,
            contentType,
            operation);
        var stored = await _retries.RunUnboundedAsync(operation, upload.AdvanceAsync, cancellationToken).ConfigureAwait(false);
        return stored.DifferenceTo(sent) is { } difference
            ? throw new Up42Exception(
                $"{operation} arrived damaged: {difference}. {await RemoveAsync(http, name, stored, cancellationToken).ConfigureAwait(false)}")
            : new BucketObject
            {
                Name = name,
                Address = $"gs://{Name}/{name}",
                Length = sent.Count,
                ContentType = contentType,
                Crc32C = sent.Crc32C,
                Md5 = sent.Md5
            };
    }

    /// <summary>The bucket's URL, without credentials.</summary>
    public override string ToString() => $"Bucket gs://{Name}{(IsEmulator ? $" at {_options.Endpoint.Authority}" : "")}";

    private async Task<ConfigurableHttpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var arguments = new CreateHttpClientArgs { ApplicationName = "Up42.Interactive" };
        if (await CredentialAsync(cancellationToken).ConfigureAwait(false) is { } credential)
        {
            arguments.Initializers.Add(credential);
        }

        var http = new TimedHttpClientFactory(_options.Retry.AttemptTimeout, _options.TimeProvider).CreateHttpClient(arguments);
        http.Timeout = Timeout.InfiniteTimeSpan;

        // The handler's own repetitions come without a wait, and without an end where only chunks are refused.
        http.MessageHandler.NumTries = 1;
        return http;
    }

    internal async Task<GoogleCredential?> CredentialAsync(CancellationToken cancellationToken)
    {
        if (_account is not null || IsEmulator)
        {
            return _account;
        }

        try
        {
            var found = await GoogleCredential.GetApplicationDefaultAsync(cancellationToken).ConfigureAwait(false);
            return found.CreateScoped(Scope);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or JsonException)
        {
            throw new Up42Exception(
                $"There are no credentials for gs://{Name}: run 'gcloud auth application-default login', let GOOGLE_APPLICATION_CREDENTIALS name a key file, "
                + $"or name one in {nameof(GoogleCloudBucketOptions)}.{nameof(GoogleCloudBucketOptions.CredentialsFile)}.",
                error);
        }
    }

    // What arrived damaged does not stay, where the credentials allow it.
    private async Task<string> RemoveAsync(ConfigurableHttpClient http, string name, StoredObject stored, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Delete, new Uri(Root, $"storage/v1/b/{Name}/o/{Uri.EscapeDataString(name)}?generation={Uri.EscapeDataString(stored.Generation ?? "")}"));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? "It was removed; upload it again." : "It could not be removed: delete it and upload it again.";
        }
        catch (HttpRequestException)
        {
            return "It could not be removed: delete it and upload it again.";
        }
    }

    private static GoogleCredential ReadAccount(string path)
    {
        try
        {
            return CredentialFactory.FromFile<ServiceAccountCredential>(path).ToGoogleCredential().CreateScoped(Scope);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"The credentials file {path} could not be read: {error.Message}", error);
        }
#pragma warning disable CA1031 // The reader of key files throws whatever its parsers throw; some quote the file, so that it is not kept as the cause.
        catch (Exception)
#pragma warning restore CA1031
        {
            throw new Up42Exception($"The credentials file {path} is not the key of a service account; Google's console makes one as JSON.");
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();
}
