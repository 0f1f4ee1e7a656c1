using System.Net.Http.Headers;

namespace Up42.Interactive.Tests.Transfers;

/// <summary>A file that is read once: it goes on where it broke, or says why it cannot.</summary>
public sealed class TransferStreamTests : IDisposable
{
    private static readonly byte[] Content = MemorySource.Random(1000);

    private readonly ApiConnection _connection = MemorySource.Connect();
    private readonly MemorySource _source = new(Content);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _connection.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(4096)]
    public void Reads_give_the_bytes_whatever_their_size(int size)
    {
        using var stream = new TransferStream(_connection, _source);
        var (read, buffer) = (new List<byte>(), new byte[size]);

        stream.Total.ShouldBeNull();
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            read.AddRange(buffer[..count]);
        }

        read.ShouldBe(Content);
        stream.Total.ShouldBe(1000);
        stream.Read(buffer).ShouldBe(0);
        _source.Requests.ShouldBe(["all"]);
    }

    [Fact]
    public async Task Reads_of_nothing_request_nothing()
    {
        await using var stream = new TransferStream(_connection, _source);

        (await stream.ReadAsync(Memory<byte>.Empty, Cancel)).ShouldBe(0);
        stream.Read(new byte[9], 4, 0).ShouldBe(0);

        _source.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Read_puts_bytes_at_their_place()
    {
        using var stream = new TransferStream(_connection, _source);
        var buffer = new byte[9];

        stream.Read(buffer, 4, 3).ShouldBe(3);

        buffer.ShouldBe([0, 0, 0, 0, .. Content[..3], 0, 0]);
    }

    [Fact]
    public void A_body_that_breaks_off_is_gone_on_from_there_in_the_same_version()
    {
        _source.Answer = (count, range) => count < 3 ? _source.SendHalf(range, 300) : null;

        ReadAll().ShouldBe(Content);

        _source.Requests.ShouldBe(["all", "300- \"v1\"", "600- \"v1\""]);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("version")]
    [InlineData("place")]
    public void A_file_that_was_replaced_meanwhile_is_not_gone_on_with(string change)
    {
        _source.Answer = (count, range) =>
        {
            _source.Tag = count > 1 && change == "version" ? "\"v2\"" : _source.Tag;
            return count == 1 ? _source.SendHalf(range, 300)
                : change == "all" ? _source.Send(null)
                : change == "place" ? _source.Send(Content[301..], new ContentRangeHeaderValue(301, 999, 1000))
                : null;
        };

        Should.Throw<Up42Exception>(ReadAll).Message
            .ShouldBe("The download broke off, and the file has been replaced on the server since: start again.");
        _source.Requests.Count.ShouldBe(2);
    }

    /// <summary>Without a version nobody can tell whether the rest is of the same file, unless no byte has come.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_file_without_a_version_is_not_gone_on_with(int arrived)
    {
        _source.Tag = null;
        _source.Answer = (count, range) => count == 1 ? _source.SendHalf(range, arrived) : null;

        if (arrived == 0)
        {
            ReadAll().ShouldBe(Content);
            _source.Requests.ShouldBe(["all", "all"]);
        }
        else
        {
            Should.Throw<Up42ConnectionException>(ReadAll).Message.ShouldBe(
                "The download broke off after 1 of 1000 bytes. 1 byte had arrived, but the server cannot go on from there: start again.");
        }
    }

    [Theory]
    [InlineData("md5", true)]
    [InlineData("md5", false)]
    [InlineData("crc32c", true)]
    [InlineData("crc32c", false)]
    public void Checksums_are_verified_at_the_end(string name, bool isRight)
    {
        using var hash = new ContentHash();
        hash.Append(isRight ? Content : Content[1..]);
        _source.Answer = (_, range) =>
        {
            var response = _source.Send(range);
            response.Headers.Add("x-goog-hash", $"{name}={(name == "md5" ? hash.Md5 : hash.Crc32C)}");
            return response;
        };

        if (isRight)
        {
            ReadAll().ShouldBe(Content);
        }
        else
        {
            Should.Throw<Up42Exception>(ReadAll).Message
                .ShouldBe("The download came with other bytes than the server has: its checksum differs. Start again.");
        }
    }

    private byte[] ReadAll()
    {
        using var stream = new TransferStream(_connection, _source);
        var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
