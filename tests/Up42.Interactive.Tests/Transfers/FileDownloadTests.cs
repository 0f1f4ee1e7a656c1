using System.Net.Http.Headers;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>A file that is verified, and read while it comes: whose fault damage is, and what is fetched again.</summary>
public sealed class FileDownloadTests : IDisposable
{
    private static readonly byte[] Content = MemorySource.Random(1000);
    private static readonly byte[] Damaged = [.. Content[..^1], (byte)~Content[^1]];

    private readonly ApiConnection _connection = MemorySource.Connect();
    private readonly TempFolder _folder = new();
    private readonly MemorySource _source = new(Content);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    /// <summary>Damage that no checksum shows is the server's: it is thrown as it is, and nothing is fetched again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Damage_that_the_checksums_do_not_show_is_thrown(bool hasChecksum)
    {
        _source.Answer = (_, range) => Send(Damaged, range, hasChecksum ? Damaged : null);
        using var part = new PartialFile(_folder["a.part"]);

        (await Should.ThrowAsync<ArchiveException>(() => ReceiveAsync(part))).Message.ShouldBe("It is damaged.");

        _source.Requests.Count.ShouldBe(1);
        part.Length.ShouldBe(1000);
    }

    /// <summary>Damage that a checksum shows happened on the way: the file is fetched once more, whether somebody reads it meanwhile or not.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task Damage_on_the_way_is_fetched_once_more(int times, bool isRead)
    {
        _source.Answer = (count, range) => Send(count <= times ? Damaged : Content, range, Content);
        using var part = new PartialFile(_folder["a.part"]);

        if (times == 1)
        {
            await ReceiveAsync(part, isRead);
            (part.Length, part.IsWhole).ShouldBe((1000, true));
        }
        else
        {
            (await Should.ThrowAsync<Up42Exception>(() => ReceiveAsync(part, isRead))).Message
                .ShouldBe("The download arrived damaged twice: its MD5 checksum is not the one that the server tells. Try again later.");
            part.Length.ShouldBe(0);
        }

        _source.Requests.Count.ShouldBe(2);
    }

    /// <summary>What a reader refuses for another reason than damage is no matter of checksums.</summary>
    [Fact]
    public async Task What_the_reader_refuses_is_thrown_though_the_checksum_differs()
    {
        _source.Answer = (_, range) => Send(Damaged, range, Content);
        using var part = new PartialFile(_folder["a.part"]);

        (await Should.ThrowAsync<ArchiveException>(() => new FileDownload(_connection, _source, progress: null)
            .ReceiveAsync(part, "a", _ => throw new ArchiveException("It is a page."), Cancel))).Message.ShouldBe("It is a page.");

        _source.Requests.Count.ShouldBe(1);
    }

    /// <summary>The file is there under its name, or the next free one, and nothing of ours beside it.</summary>
    [Theory]
    [InlineData(false, "b/a.bin")]
    [InlineData(true, "b/a_2.bin")]
    public async Task Files_replace_no_other(bool isTaken, string right)
    {
        Directory.CreateDirectory(_folder["b"]);
        if (isTaken)
        {
            await File.WriteAllTextAsync(_folder["b/a.bin"], "mine", Cancel);
        }

        var path = await new FileDownload(_connection, _source, progress: null).GetAsync(_folder["b/a.bin"], Cancel);

        path.ShouldBe(_folder[right]);
        (await File.ReadAllBytesAsync(path, Cancel)).ShouldBe(Content);
        _folder.Files.ShouldBe(isTaken ? ["b/a.bin", "b/a_2.bin"] : ["b/a.bin"]);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(_folder["b"], "no folder", Cancel);

        (await Should.ThrowAsync<Up42Exception>(() => new FileDownload(_connection, _source, progress: null).GetAsync(_folder["b/a.bin"], Cancel)))
            .Message.ShouldStartWith("The download ");

        _source.Requests.ShouldBeEmpty();
    }

    private Task ReceiveAsync(PartialFile part, bool isRead = true) =>
        new FileDownload(_connection, _source, progress: null).ReceiveAsync(part, "a", isRead ? token => Read(part, token) : null, Cancel);

    /// <summary>A reader that tells damage, as one that unpacks an archive does.</summary>
    private static void Read(PartialFile part, CancellationToken cancellationToken)
    {
        using var bytes = part.OpenReader(cancellationToken);
        var all = new MemoryStream();
        bytes.CopyTo(all);
        if (!all.ToArray().AsSpan().SequenceEqual(Content))
        {
            throw new ArchiveException("It is damaged.", isDamaged: true);
        }
    }

    private HttpResponseMessage Send(byte[] body, RangeHeaderValue? range, byte[]? hashed)
    {
        var response = _source.Send(body, range is null ? null : new ContentRangeHeaderValue(0, body.Length - 1, body.Length));
        if (hashed is not null)
        {
            using var hash = new ContentHash();
            hash.Append(hashed);
            response.Headers.Add("x-goog-hash", $"md5={hash.Md5}");
        }

        return response;
    }
}
