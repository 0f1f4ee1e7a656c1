namespace Up42.Interactive.Tests.Transfers;

/// <summary>What a download leaves behind, and what it goes on from.</summary>
public sealed class PartialFileTests : IDisposable
{
    private static readonly RemoteFileInfo Stored = new() { ETag = "\"v1\"", Length = 5, Crc32C = "AAAAAA==" };

    private readonly TempFolder _folder = new();

    private string Part => _folder["a.part"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_an_earlier_attempt_left_is_gone_on_from()
    {
        using (var part = new PartialFile(Part))
        {
            part.Begin(Stored);
            part.Append("abc"u8);
            part.IsWhole.ShouldBeFalse();
        }

        using var again = new PartialFile(Part);

        (again.Length, again.Stored).ShouldBe((3, Stored));
        again.Append("de"u8);
        again.IsWhole.ShouldBeTrue();
        again.Complete();
        again.MoveTo(_folder["a"]);
        File.ReadAllText(_folder["a"]).ShouldBe("abcde");
        _folder.Files.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"eTag":"\"v1\"","len""")]
    [InlineData("""{"eTag":"\"v1\"","length":2}""")]
    public void What_contradicts_itself_begins_anew(string facts)
    {
        File.WriteAllText(Part, "abc");
        File.WriteAllText($"{Part}.json", facts);

        using var part = new PartialFile(Part);

        (part.Length, part.Stored).ShouldBe((0, null));
        new FileInfo(Part).Length.ShouldBe(0);
        File.Exists($"{Part}.json").ShouldBeFalse();
    }

    [Fact]
    public void Clear_throws_away_bytes_and_facts()
    {
        using var part = new PartialFile(Part);
        part.Begin(Stored);
        part.Append("abc"u8);

        part.Clear();

        (part.Length, part.Stored, part.IsWhole).ShouldBe((0, null, false));
        new FileInfo(Part).Length.ShouldBe(0);
        File.Exists($"{Part}.json").ShouldBeFalse();
    }

    /// <summary>A name that is taken by other bytes gets a number; one with the same bytes is kept.</summary>
    [Theory]
    [InlineData(null, "a.tgz")]
    [InlineData("abcde", "a.tgz")]
    [InlineData("abcdX", "a_2.tgz")]
    [InlineData("Xbcde", "a_2.tgz")]
    [InlineData("abcdef", "a_2.tgz")]
    [InlineData("", "a_2.tgz")]
    public void MoveToFree_replaces_nothing(string? there, string right)
    {
        if (there is not null)
        {
            File.WriteAllText(_folder["a.tgz"], there);
        }

        using var part = new PartialFile(Part);
        part.Begin(Stored);
        part.Append("abcde"u8);
        part.Complete();

        part.MoveToFree(_folder["a.tgz"]).ShouldBe(_folder[right]);

        File.ReadAllText(_folder[right]).ShouldBe("abcde");
        if (there is not null)
        {
            File.ReadAllText(_folder["a.tgz"]).ShouldBe(there);
        }

        _folder.Files.ShouldBe(new[] { "a.tgz", right }.Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void MoveToFree_tells_long_files_apart_to_the_last_byte()
    {
        var content = new byte[(128 << 10) + 1];
        File.WriteAllBytes(_folder["a"], [.. content[..^1], 1]);
        using var part = new PartialFile(Part);
        part.Begin(Stored with { Length = content.Length });
        part.Append(content);
        part.Complete();

        part.MoveToFree(_folder["a"]).ShouldBe(_folder["a_2"]);
    }

    /// <summary>Whether two responses speak of the same bytes.</summary>
    [Theory]
    [InlineData("\"v1\"", 5L, "\"v1\"", 5L, true)]
    [InlineData("\"v1\"", null, "\"v1\"", 5L, true)]
    [InlineData("\"v1\"", 5L, "\"v1\"", null, true)]
    [InlineData("\"v1\"", 5L, "\"v1\"", 6L, false)]
    [InlineData("\"v1\"", 5L, "\"v2\"", 5L, false)]
    [InlineData("\"v1\"", 5L, "\"v2\"", null, false)]
    [InlineData("\"v1\"", 5L, null, 5L, false)]
    [InlineData(null, 5L, null, 5L, true)]
    [InlineData(null, 5L, null, 6L, false)]
    [InlineData(null, 5L, "\"v1\"", 5L, false)]
    public void IsVersionOf_compares_tags_and_known_lengths(string? tag, long? length, string? otherTag, long? otherLength, bool right) =>
        new RemoteFileInfo { ETag = tag, Length = length }.IsVersionOf(new RemoteFileInfo { ETag = otherTag, Length = otherLength }).ShouldBe(right);

    /// <summary>Headers of Google's storage: what it unpacks on the way has neither the stored length nor the stored checksums.</summary>
    [Theory]
    [InlineData(null, "\"v1\"", 9L, "crc", "md5")]
    [InlineData("identity", "\"v1\"", 9L, "crc", "md5")]
    [InlineData("gzip", null, null, null, null)]
    public void Parse_takes_what_is_said_of_the_stored_bytes(string? encoding, string? tag, long? length, string? crc, string? md5)
    {
        using var response = new HttpResponseMessage { Content = new StreamContent(Stream.Null) };
        response.Headers.TryAddWithoutValidation("ETag", "\"v1\"");
        response.Headers.TryAddWithoutValidation("x-goog-hash", "crc32c=crc, md5=md5");
        response.Headers.TryAddWithoutValidation("x-goog-stored-content-length", "9");
        if (encoding is not null)
        {
            response.Headers.TryAddWithoutValidation("x-goog-stored-content-encoding", encoding);
        }

        response.Content.Headers.ContentLength = null;
        var info = RemoteFileInfo.Parse(response);

        (info.ETag, info.Crc32C, info.Md5).ShouldBe((tag, crc, md5));
        if (length is not null)
        {
            (info.Length ?? 0).ShouldBeOneOf(9, 0);
        }
    }
}
