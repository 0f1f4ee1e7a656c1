namespace Up42.Interactive.Tests.Buckets;

public sealed class LocalFolderBucketTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task UploadAsync_writes_the_file_and_its_checksums_are_those_of_other_programs()
    {
        using var content = File.OpenRead(Samples.BerlinTgz);

        var stored = await Bucket.UploadAsync("v0/a b/c.tgz", content, "application/gzip", Cancel);

        stored.Address.ShouldBe(_folder[Path.Combine("bucket", "v0", "a b", "c.tgz")]);
        stored.Length.ShouldBe(new FileInfo(Samples.BerlinTgz).Length);
        File.ReadAllBytes(stored.Address).ShouldBe(File.ReadAllBytes(Samples.BerlinTgz));
        Tool.Run("md5sum", stored.Address).ShouldStartWith(Convert.ToHexStringLower(Convert.FromBase64String(stored.Md5)));
        stored.ToString().ShouldBe($"{stored.Address} ({FileSize.Format(stored.Length)})");
        stored.ToHtml().ShouldContain(stored.Crc32C);
        _folder.Files.ShouldBe(["bucket/v0/a b/c.tgz"]);
    }

    [Theory]
    [InlineData("", "AAAAAA==")]
    [InlineData("123456789", "4waSgw==")] // E3069283, the check value of CRC-32C
    [InlineData("The quick brown fox jumps over the lazy dog", "ImIEBA==")]
    public async Task UploadAsync_sums_up_as_the_standard_says(string text, string crc32C)
    {
        using var content = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text));

        (await Bucket.UploadAsync("a", content, "text/plain", Cancel)).Crc32C.ShouldBe(crc32C);
    }

    [Fact]
    public async Task UploadAsync_replaces_an_earlier_object_only_when_all_has_arrived()
    {
        await Bucket.UploadAsync("a", new MemoryStream([1]), "text/plain", Cancel);

        await Should.ThrowAsync<EndOfStreamException>(() => Bucket.UploadAsync("a", new BrokenStream(), "text/plain", Cancel));
        File.ReadAllBytes(_folder[Path.Combine("bucket", "a")]).ShouldBe([1]);
        await Bucket.UploadAsync("a", new MemoryStream([2]), "text/plain", Cancel);

        File.ReadAllBytes(_folder[Path.Combine("bucket", "a")]).ShouldBe([2]);
        _folder.Files.ShouldBe(["bucket/a"]);
    }

    [Fact]
    public async Task UploadAsync_where_a_file_stands_in_the_way_says_so()
    {
        File.WriteAllText(_folder["bucket"], "mine");

        var error = await Should.ThrowAsync<Up42Exception>(() => Bucket.UploadAsync("v0/a", new MemoryStream([1]), "text/plain", Cancel));

        error.Message.ShouldStartWith($"v0/a could not be written to {_folder["bucket"]}: ");
        _folder.Files.ShouldBe(["bucket"]);
    }

    [Theory]
    [InlineData("../a", "a part that is . or ..")]
    [InlineData("v0/./a", "a part that is . or ..")]
    [InlineData("v0/..\\..\\a", "a part that is . or ..")]
    [InlineData("", "it takes 1 to 1024 bytes")]
    [InlineData("///", "it takes 1 to 1024 bytes")]
    [InlineData("a\nb", "it holds control characters")]
    public async Task UploadAsync_under_a_name_that_no_bucket_takes_is_refused(string name, string why)
    {
        (await Should.ThrowAsync<ArgumentException>(() => Bucket.UploadAsync(name, new MemoryStream([1]), "text/plain", Cancel))).Message.ShouldContain(why);
        _folder.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new[] { "v0", "a b", "c.tgz" }, "v0/a b/c.tgz")]
    [InlineData(new[] { "v0", "/lakes//Müritz/", "c.tgz" }, "v0/lakes/Müritz/c.tgz")]
    [InlineData(new[] { "v0", "lakes\\Müritz", "c.tgz" }, "v0/lakes/Müritz/c.tgz")]
    [InlineData(new[] { "", "", "c.tgz" }, "c.tgz")]
    public void Names_of_objects_have_one_slash_between_their_parts(string[] parts, string name) => ObjectName.Create(parts).ShouldBe(name);

    private LocalFolderBucket Bucket => new(_folder["bucket"]);

    private sealed class BrokenStream : ReadOnlyStream
    {
        public override int Read(Span<byte> buffer) => throw new EndOfStreamException();
    }
}
