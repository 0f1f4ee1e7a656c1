using Google.Apis.Auth.OAuth2;

namespace Up42.Interactive.GoogleCloud.Tests;

public sealed class CredentialsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UploadAsync_asks_the_key_files_token_service_for_a_token_and_keeps_it()
    {
        await using var server = await GoogleStorageServer.StartAsync(authenticate: true);
        var bucket = Bucket(server, server.Account!.WriteTo(_folder["key.json"]));

        await bucket.UploadAsync("a.tgz", new TrickleStream([1]), "application/gzip", Cancel);
        await bucket.UploadAsync("b.tgz", new TrickleStream([1]), "application/gzip", Cancel);

        server.Objects.Keys.ShouldBe(["results-1/a.tgz", "results-1/b.tgz"], ignoreOrder: true);
        server.Requests.Count(request => request == "POST /token").ShouldBe(1);
    }

    [Fact]
    public async Task UploadAsync_whose_token_expires_on_the_way_goes_on_with_a_new_one()
    {
        await using var server = await GoogleStorageServer.StartAsync(authenticate: true);
        var bytes = GoogleCloudBucketTests.Bytes(20 << 20);
        var content = new TrickleStream(bytes, (9 << 20, server.ExpireTokens));

        await Bucket(server, server.Account!.WriteTo(_folder["key.json"])).UploadAsync("a.tgz", content, "application/gzip", Cancel);

        server.Objects.Single().Value.Bytes.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        server.Requests.Count(request => request == "POST /token").ShouldBe(2);
    }

    [Fact]
    public async Task UploadAsync_with_another_accounts_key_says_so()
    {
        await using var server = await GoogleStorageServer.StartAsync(authenticate: true);
        await using var other = await GoogleStorageServer.StartAsync(authenticate: true);
        var key = File.ReadAllText(other.Account!.WriteTo(_folder["key.json"]))
            .Replace(other.Endpoint.Authority, server.Endpoint.Authority, StringComparison.Ordinal);
        File.WriteAllText(_folder["key.json"], key);

        var error = await Should.ThrowAsync<Up42Exception>(() =>
            Bucket(server, _folder["key.json"]).UploadAsync("a.tgz", new TrickleStream([1]), "application/gzip", Cancel));

        error.Message.ShouldBe("The upload of a.tgz to gs://results-1 was refused: Google does not take the credentials (invalid_grant).");
        ShouldHoldNoSecret(error, other);
    }

    [Fact]
    public async Task UploadAsync_whose_tokens_are_never_taken_ends_soon()
    {
        await using var server = await GoogleStorageServer.StartAsync(authenticate: true);
        var content = new TrickleStream(GoogleCloudBucketTests.Bytes(9 << 20), (1, server.RefuseTokens));

        var error = await Should.ThrowAsync<Up42ApiException>(() =>
            Bucket(server, server.Account!.WriteTo(_folder["key.json"])).UploadAsync("a.tgz", content, "application/gzip", Cancel));

        error.Message.ShouldBe("The upload of a.tgz to gs://results-1 failed: [401] Invalid Credentials. Are the credentials those of this bucket?");
        server.Requests.Count(request => request.StartsWith("PUT", StringComparison.Ordinal)).ShouldBeInRange(1, 4);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task Errors_hold_no_secret_that_the_service_repeats(string request)
    {
        await using var server = await GoogleStorageServer.StartAsync(authenticate: true);
        var bucket = Bucket(server, server.Account!.WriteTo(_folder["key.json"]));
        await bucket.UploadAsync("a.tgz", new TrickleStream([1]), "application/gzip", Cancel);
        var echo = new StorageFault.Refuse(403, $$$"""
            {"error":{"code":403,"message":"No {{{string.Join(" ", server.Secrets.Select(secret =>
                secret.StartsWith("ya29", StringComparison.Ordinal) ? secret : $"https://x/?upload_id={secret}&a=1"))}}}"}}
            """);
        if (request == "POST")
        {
            server.SessionFaults.Enqueue(echo);
        }
        else
        {
            server.ChunkFaults.Enqueue(echo);
        }

        var error = await Should.ThrowAsync<Up42Exception>(() => bucket.UploadAsync("b.tgz", new TrickleStream([1]), "application/gzip", Cancel));

        error.Message.ShouldStartWith("The upload of b.tgz to gs://results-1 was refused: [403] No ");
        ShouldHoldNoSecret(error, server);
        ShouldHoldNoSecret(bucket, server);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"type\":\"authorized_user\",\"client_id\":\"c\",\"client_secret\":\"s3cret\",\"refresh_token\":\"r3fresh\"}")]
    [InlineData("{\"type\":\"service_account\",\"client_email\":\"a@b\",\"private_key\":\"s3cret\"}")]
    [InlineData("s3cret")]
    [InlineData("")]
    public void Connect_with_a_file_that_is_no_key_says_so_and_quotes_nothing_of_it(string content)
    {
        File.WriteAllText(_folder["key.json"], content);

        var error = Should.Throw<Up42Exception>(() => GoogleCloudBucket.Connect("results-1", new() { CredentialsFile = _folder["key.json"] }));

        error.Message.ShouldBe($"The credentials file {_folder["key.json"]} is not the key of a service account; Google's console makes one as JSON.");
        error.ToString().ShouldNotContain("s3cret");
    }

    [Fact]
    public void Connect_with_a_file_that_is_not_there_says_so() =>
        Should.Throw<Up42Exception>(() => GoogleCloudBucket.Connect("results-1", new() { CredentialsFile = _folder["none.json"] }))
            .Message.ShouldStartWith($"The credentials file {_folder["none.json"]} could not be read: ");

    [Fact]
    public async Task Without_a_file_the_default_credentials_are_taken()
    {
        await using var server = await GoogleStorageServer.StartAsync(authenticate: true);
        Environment.SetEnvironmentVariable("GOOGLE_APPLICATION_CREDENTIALS", server.Account!.WriteTo(_folder["key.json"]));

        var credential = await GoogleCloudBucket.Connect("results-1").CredentialAsync(Cancel);

        var token = await ((ITokenAccess)credential!).GetAccessTokenForRequestAsync(cancellationToken: Cancel);
        server.Secrets.ShouldContain(token);
    }

    private static void ShouldHoldNoSecret(object shown, GoogleStorageServer server)
    {
        string[] secrets = [.. server.Secrets, server.Account!.SecretLine];
        secrets.Where(secret => shown.ToString()!.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static GoogleCloudBucket Bucket(GoogleStorageServer server, string credentialsFile) => GoogleCloudBucket.Connect("results-1", new()
    {
        Endpoint = server.Endpoint,
        CredentialsFile = credentialsFile,
        Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
    });
}
