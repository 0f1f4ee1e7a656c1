using Microsoft.Extensions.Time.Testing;
using static Up42.Interactive.GoogleCloud.Tests.GoogleCloudBucketTests;

namespace Up42.Interactive.GoogleCloud.Tests;

/// <summary>Uploads that break, stall, are refused, arrive damaged or are cancelled.</summary>
public sealed class FaultyUploadTests : IDisposable
{
    private const string Name = "v0/Müritz lake/7b.tgz";
    private const int Chunk = 8 << 20;
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UploadAsync_broken_three_times_goes_on_where_it_stopped()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        var bytes = Bytes((3 * Chunk) + 4321);
        server.ChunkFaults.Enqueue(new StorageFault.Break(3_000_000));
        server.ChunkFaults.Enqueue(null);
        server.ChunkFaults.Enqueue(new StorageFault.LoseAnswer());
        server.ChunkFaults.Enqueue(new StorageFault.Break(0));

        await Bucket(server).UploadAsync(Name, new TrickleStream(bytes), "application/gzip", Cancel);

        server.Objects.Single().Value.Bytes.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        server.Requests.Count(request => request.StartsWith("PUT bytes */", StringComparison.Ordinal)).ShouldBe(3);
        server.Requests.ShouldContain($"PUT bytes {11 * (256 << 10)}-{(11 * (256 << 10)) + Chunk - 1}/*");
    }

    [Fact]
    public async Task UploadAsync_that_has_lost_the_last_answer_asks_for_it()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        server.ChunkFaults.Enqueue(new StorageFault.LoseAnswer());
        var bytes = Bytes(1000);

        (await Bucket(server).UploadAsync(Name, new TrickleStream(bytes), "application/gzip", Cancel)).Length.ShouldBe(1000);

        server.Requests.ShouldBe(["POST /upload/storage/v1/b/results-1/o", "PUT bytes 0-999/1000", "PUT bytes */1000"]);
    }

    [Fact]
    public async Task UploadAsync_sends_again_what_the_service_did_not_keep()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        var bytes = Bytes(2 * Chunk);
        server.ChunkFaults.Enqueue(new StorageFault.KeepPart(0));
        server.ChunkFaults.Enqueue(new StorageFault.KeepPart(5));
        server.ChunkFaults.Enqueue(new StorageFault.KeepPart(31));

        await Bucket(server).UploadAsync(Name, new TrickleStream(bytes), "application/gzip", Cancel);

        server.Objects.Single().Value.Bytes.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task UploadAsync_outlives_what_passes(int status)
    {
        await using var server = await GoogleStorageServer.StartAsync();
        var bytes = Bytes(Chunk + 5);
        server.SessionFaults.Enqueue(new StorageFault.Refuse(status));
        server.ChunkFaults.Enqueue(null);
        server.ChunkFaults.Enqueue(new StorageFault.Refuse(status));
        server.ChunkFaults.Enqueue(new StorageFault.Refuse(status));

        await Bucket(server).UploadAsync(Name, new TrickleStream(bytes), "application/gzip", Cancel);

        server.Objects.Single().Value.Bytes.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task UploadAsync_that_gets_no_answer_goes_on_after_the_attempts_time()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        var clock = new FakeTimeProvider();
        var hang = new StorageFault.Hang(new TaskCompletionSource());
        server.ChunkFaults.Enqueue(hang);
        var bytes = Bytes(5000);

        var upload = Bucket(server, options => new() { Endpoint = options.Endpoint, Retry = options.Retry, TimeProvider = clock })
            .UploadAsync(Name, new TrickleStream(bytes), "application/gzip", Cancel);
        await hang.Reached.Task.WaitAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(61));

        (await upload).Length.ShouldBe(5000);
        server.Objects.Single().Value.Bytes.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Theory]
    [InlineData(400, "[400] It does not go.", "refused")]
    [InlineData(403, "[403] It does not go.", "refused")]
    [InlineData(404, "[404] It does not go.", "refused")]
    [InlineData(412, "[412] It does not go.", "refused")]
    public async Task UploadAsync_that_is_refused_says_why_and_is_not_repeated(int status, string reason, string how)
    {
        await using var server = await GoogleStorageServer.StartAsync();
        server.SessionFaults.Enqueue(new StorageFault.Refuse(status));

        var error = await Should.ThrowAsync<Up42Exception>(() => Bucket(server).UploadAsync(Name, new TrickleStream([1]), "application/gzip", Cancel));

        error.Message.ShouldBe($"The upload of {Name} to gs://results-1 was {how}: {reason}");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task UploadAsync_that_the_service_gave_up_says_to_begin_again()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        server.ChunkFaults.Enqueue(new StorageFault.Refuse(410));

        var error = await Should.ThrowAsync<Up42Exception>(() => Bucket(server).UploadAsync(Name, new TrickleStream([1]), "application/gzip", Cancel));

        error.Message.ShouldBe($"The upload of {Name} to gs://results-1 failed: the service has given up this upload; begin it again. [410] It does not go.");
    }

    [Fact]
    public async Task UploadAsync_that_never_goes_ends_after_its_attempts()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        for (var i = 0; i < 100; i++)
        {
            server.ChunkFaults.Enqueue(new StorageFault.Refuse(503));
        }

        var error = await Should.ThrowAsync<Up42ApiException>(() => Bucket(server).UploadAsync(Name, new TrickleStream([1]), "application/gzip", Cancel));

        error.Message.ShouldBe($"The upload of {Name} to gs://results-1 failed: [503] It does not go. It was tried 8 times.");
        server.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task UploadAsync_whose_bytes_can_not_be_read_on_leaves_nothing()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        var content = new TrickleStream(
            Bytes(2 * Chunk), (Chunk + 500_000, () => throw new Up42Exception("The download of job j failed: the answer broke off.")));

        var error = await Should.ThrowAsync<Up42Exception>(() => Bucket(server).UploadAsync(Name, content, "application/gzip", Cancel));

        error.Message.ShouldBe("The download of job j failed: the answer broke off.");
        server.Objects.ShouldBeEmpty();
        server.Requests.Count(request => request.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("crc32c", "AAAAAA==", "the CRC-32C is AAAAAA==, not 2E3aVw==")]
    [InlineData("md5Hash", "AAAA", "the MD5 is AAAA, not 7ePTtoW04Te6TLJSEymnXg==")]
    [InlineData("size", "999", "999 of 1000 bytes are stored")]
    public async Task UploadAsync_that_arrives_damaged_is_removed(string fact, string told, string difference)
    {
        await using var server = await GoogleStorageServer.StartAsync();
        server.Tell = facts => facts[fact] = told;

        var error = await Should.ThrowAsync<Up42Exception>(
            () => Bucket(server).UploadAsync(Name, new TrickleStream(new byte[1000]), "application/gzip", Cancel));

        error.Message.ShouldBe($"The upload of {Name} to gs://results-1 arrived damaged: {difference}. It was removed; upload it again.");
        server.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task UploadAsync_that_arrives_damaged_and_may_not_be_removed_says_so()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        (server.MayRemove, server.Tell) = (false, facts => _ = facts.Remove("crc32c") && facts.Remove("md5Hash"));

        var error = await Should.ThrowAsync<Up42Exception>(() => Bucket(server).UploadAsync(Name, new TrickleStream([1]), "application/gzip", Cancel));

        error.Message.ShouldEndWith("arrived damaged: the service tells no checksum. It could not be removed: delete it and upload it again.");
    }

    [Fact]
    public async Task UploadAsync_when_canceled_ends()
    {
        await using var server = await GoogleStorageServer.StartAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var hang = new StorageFault.Hang(new TaskCompletionSource());
        server.ChunkFaults.Enqueue(hang);

        var upload = Bucket(server).UploadAsync(Name, new TrickleStream(Bytes(5)), "application/gzip", cancel.Token);
        await hang.Reached.Task.WaitAsync(Cancel);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => upload);
        server.Objects.ShouldBeEmpty();
    }
}
