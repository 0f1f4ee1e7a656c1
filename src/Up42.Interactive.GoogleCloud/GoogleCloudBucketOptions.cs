namespace Up42.Interactive;

/// <summary>How a <see cref="GoogleCloudBucket"/> is reached.</summary>
public sealed class GoogleCloudBucketOptions
{
    /// <summary>The key file of a service account (JSON, as Google's console makes it).</summary>
    /// <value>
    /// The default value is null: Application Default Credentials, that is the file that <c>GOOGLE_APPLICATION_CREDENTIALS</c> names, else what
    /// <c>gcloud auth application-default login</c> left, else the machine's own on Google Cloud.
    /// </value>
    public string? CredentialsFile { get; init; }

    /// <summary>The URL of the service: https, or http on this machine for an emulator, which gets no credentials unless a file is named.</summary>
    /// <value>The default value is <c>https://storage.googleapis.com</c>.</value>
    public Uri Endpoint { get; init; } = new("https://storage.googleapis.com");

    /// <summary>How an upload is resumed after an error.</summary>
    /// <value>The default value is up to 8 attempts, with waits from half a second to 30 seconds; a chunk of 8 MiB has a minute.</value>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>The clock of every wait.</summary>
    /// <value>The default value is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Endpoint);
        ArgumentNullException.ThrowIfNull(Retry);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        Retry.Validate();
        if (!Endpoint.IsAbsoluteUri || !(Endpoint.Scheme == Uri.UriSchemeHttps || (Endpoint.Scheme == Uri.UriSchemeHttp && Endpoint.IsLoopback)))
        {
            throw new ArgumentException(
                $"The endpoint '{Endpoint.OriginalString}' is not a URL such as https://storage.googleapis.com, nor http on this machine.");
        }

        if (Endpoint.UserInfo.Length > 0)
        {
            throw new ArgumentException($"The endpoint on {Endpoint.Host} carries a user name; credentials go into {nameof(CredentialsFile)}.");
        }
    }
}
