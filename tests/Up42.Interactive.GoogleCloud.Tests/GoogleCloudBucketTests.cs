namespace Up42.Interactive.GoogleCloud.Tests;

public sealed class GoogleCloudBucketTests : IDisposable
{
    private const string Name = "v0/Müritz lake/7b.tgz";
    private const int Chunk = 8 << 20;
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((2 * Chunk) + 12_345)]
    public async Task UploadAsync_stores_the_same_bytes_under_the_name(int length)
    {
        await using var server = await GoogleStorageServer.StartAsync();
        var bytes = Bytes(length);

        var stored = await Bucket(server).UploadAsync(Name, new TrickleStream(bytes), "application/gzip", Cancel);

        var upload = server.Objects["results-1/" + Name];
        upload.Bytes.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        upload.ContentType.ShouldBe("application/gzip");
        stored.ShouldBe(new BucketObject
        {
            Name = Name,
            Address = "gs://results-1/" + Name,
            Length = length,
            ContentType = "application/gzip",
            Crc32C = upload.Crc32C,
            Md5 = upload.Md5,
        });
    }

    [Theory]
    [InlineData("v0/a b/c d.tgz")]
    [InlineData("v0/100 %/ä+ö?&=#.tgz")]
    [InlineData("v0/%2F/日本.tgz")]
    public async Task UploadAsync_keeps_every_letter_of_a_name(string name)
    {
        await using var server = await GoogleStorageServer.StartAsync();

        (await Bucket(server).UploadAsync(name, new TrickleStream([1, 2, 3]), "application/gzip", Cancel)).Name.ShouldBe(name);

        server.Objects.Keys.ShouldBe([$"results-1/{name}"]);
    }

    [Theory]
    [InlineData("gs://results-1")]
    [InlineData("results-1/folder")]
    [InlineData("ab")]
    [InlineData("Results")]
    [InlineData("results-1\n")]
    [InlineData("")]
    public void Connect_takes_a_buckets_name_only(string name) =>
        Should.Throw<ArgumentException>(() => GoogleCloudBucket.Connect(name)).Message.ShouldStartWith($"'{name}' is not a valid bucket name");

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("ftp://example.org")]
    [InlineData("https://user:word@example.org")]
    public void Connect_takes_no_address_that_would_give_credentials_away(string endpoint)
    {
        var error = Should.Throw<ArgumentException>(() => GoogleCloudBucket.Connect("results-1", new() { Endpoint = new Uri(endpoint) }));

        error.Message.ShouldStartWith("The endpoint ");
        error.Message.ShouldNotContain("word@");
    }

    [Fact]
    public void ToString_names_the_bucket()
    {
        GoogleCloudBucket.Connect("results-1").ToString().ShouldBe("Bucket gs://results-1");
        GoogleCloudBucket.Connect("results-1", new() { Endpoint = new Uri("http://localhost:4443") }).ToString()
            .ShouldBe("Bucket gs://results-1 at localhost:4443");
    }

    internal static byte[] Bytes(int length, int seed = 42)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    internal static GoogleCloudBucket Bucket(GoogleStorageServer server, Func<GoogleCloudBucketOptions, GoogleCloudBucketOptions>? change = null)
    {
        var options = new GoogleCloudBucketOptions
        {
            Endpoint = server.Endpoint,
            Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero }
        };
        return GoogleCloudBucket.Connect("results-1", change?.Invoke(options) ?? options);
    }
}
