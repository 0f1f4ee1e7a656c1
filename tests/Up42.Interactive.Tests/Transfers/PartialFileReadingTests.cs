namespace Up42.Interactive.Tests.Transfers;

/// <summary>A partial file that is read while it grows, and what stays of it.</summary>
public sealed class PartialFileReadingTests : IDisposable
{
    private static readonly RemoteFileInfo Stored = new() { ETag = "\"v1\"", Length = 5 };
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Part => _folder["a.part"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_reader_waits_for_bytes_and_ends_with_them()
    {
        using var part = new PartialFile(Part);
        part.Begin(Stored);
        part.Append("ab"u8);
        await using var reader = part.OpenReader(Cancel);
        var buffer = new byte[3];

        reader.Read(buffer).ShouldBe(2);
        var waiting = Task.Run(() => reader.Read(buffer), Cancel);
        (await Task.WhenAny(waiting, Task.Delay(20, Cancel))).ShouldNotBe(waiting);
        part.Append("cdefg"u8);
        (await waiting.WaitAsync(Prompt, Cancel)).ShouldBe(3);
        buffer.ShouldBe("cde"u8.ToArray());
        reader.Read(buffer).ShouldBe(2);

        var ending = Task.Run(() => reader.Read(buffer), Cancel);
        part.Complete();
        (await ending.WaitAsync(Prompt, Cancel)).ShouldBe(0);
        part.Stored.ShouldBe(Stored with { Length = 7 });
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("fail")]
    [InlineData("begin")]
    [InlineData("clear")]
    public async Task A_reader_that_waits_hears_of_every_end(string end)
    {
        using var part = new PartialFile(Part);
        part.Begin(Stored);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var reader = part.OpenReader(stop.Token);
        var waiting = Task.Run(() => reader.Read(new byte[1]), Cancel);
        (await Task.WhenAny(waiting, Task.Delay(20, Cancel))).ShouldNotBe(waiting);

        if (end == "cancel")
        {
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => waiting.WaitAsync(Prompt, Cancel));
        }
        else if (end == "fail")
        {
            part.Fail(new Up42Exception("It broke."));
            (await Should.ThrowAsync<Up42Exception>(() => waiting.WaitAsync(Prompt, Cancel))).Message.ShouldBe("It broke.");
        }
        else
        {
            (end == "begin" ? () => part.Begin(Stored) : (Action)part.Clear)();
            await Should.ThrowAsync<PartRestartedException>(() => waiting.WaitAsync(Prompt, Cancel));
        }
    }

    [Fact]
    public void A_new_beginning_is_neither_failed_nor_complete()
    {
        using var part = new PartialFile(Part);
        part.Begin(Stored);
        part.Append("abcde"u8);
        part.Complete();
        part.Fail(new Up42Exception("It broke."));

        part.Begin(Stored);
        part.Append("x"u8);

        using var reader = part.OpenReader(Cancel);
        reader.Read(new byte[9]).ShouldBe(1);
        part.IsWhole.ShouldBeFalse();
    }

    /// <summary>Only what has a version can be gone on with, and only then anything stays.</summary>
    [Theory]
    [InlineData("\"v1\"", 5L, 3, true, true)]
    [InlineData("\"v1\"", 5L, 0, true, false)]
    [InlineData("\"v1\"", null, 3, false, true)]
    [InlineData(null, 5L, 3, false, false)]
    public void Dispose_keeps_what_can_be_gone_on_with(string? tag, long? length, int arrived, bool hasFacts, bool isKept)
    {
        using (var part = new PartialFile(Part))
        {
            part.Begin(new RemoteFileInfo { ETag = tag, Length = length });
            part.Append(new byte[arrived]);
            File.Exists($"{Part}.json").ShouldBe(hasFacts);
        }

        _folder.Files.ShouldBe(isKept ? hasFacts ? ["a.part", "a.part.json"] : ["a.part"] : []);
    }

    /// <summary>A name that leads to somebody's file is made anew, and that file is left alone.</summary>
    [Fact]
    public void A_link_in_its_place_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a right there.");
        File.WriteAllText(_folder["mine"], "mine");
        File.CreateSymbolicLink(Part, _folder["mine"]);

        using (var part = new PartialFile(Part))
        {
            part.Append("abc"u8);
        }

        File.ReadAllText(_folder["mine"]).ShouldBe("mine");
    }

    [Fact]
    public void Two_cannot_have_it_at_once()
    {
        using (new PartialFile(Part))
        {
            Should.Throw<IOException>(() => new PartialFile(Part));
        }

        using var again = new PartialFile(Part);
        again.Length.ShouldBe(0);
    }

    [Fact]
    public void MoveTo_replaces_and_leaves_nothing_of_its_own()
    {
        File.WriteAllText(_folder["a"], "before");
        using var part = new PartialFile(Part);
        part.Begin(Stored);
        part.Append("abcde"u8);
        part.Complete();

        part.MoveTo(_folder["a"]);

        File.ReadAllText(_folder["a"]).ShouldBe("abcde");
        _folder.Files.ShouldBe(["a"]);
    }

    [Fact]
    public void MoveToFree_counts_on_to_the_first_free_name()
    {
        File.WriteAllText(_folder["a.b.tgz"], "1");
        File.WriteAllText(_folder["a.b_2.tgz"], "2");
        Directory.CreateDirectory(_folder["a.b_3.tgz"]);
        using var part = new PartialFile(Part);
        part.Begin(Stored);
        part.Append("abcde"u8);
        part.Complete();

        part.MoveToFree(_folder["a.b.tgz"]).ShouldBe(_folder["a.b_4.tgz"]);
    }

    [Fact]
    public async Task The_lock_waits_for_its_holder_and_makes_a_file_of_what_is_in_its_place()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links want a right there.");
        File.WriteAllText(_folder["mine"], "mine");
        File.CreateSymbolicLink(_folder["lock"], _folder["mine"]);
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var held = await DownloadLock.TakeAsync(_folder["lock"], time, Cancel);

        File.ReadAllText(_folder["mine"]).ShouldBe("mine");
        var waiting = DownloadLock.TakeAsync(_folder["lock"], time, Cancel);
        time.Advance(TimeSpan.FromMilliseconds(400));
        waiting.IsCompleted.ShouldBeFalse();
        held.Dispose();
        for (var tries = 0; tries < 1000 && !waiting.IsCompleted; tries++)
        {
            time.Advance(TimeSpan.FromMilliseconds(199));
            await Task.Delay(1, Cancel);
        }

        (await waiting.WaitAsync(Prompt, Cancel)).Dispose();
        File.Exists(_folder["lock"]).ShouldBeFalse();
    }

    [Fact]
    public async Task The_lock_says_at_once_what_is_no_holder()
    {
        await Should.ThrowAsync<DirectoryNotFoundException>(() => DownloadLock.TakeAsync(_folder["none/lock"], TimeProvider.System, Cancel));
        using var held = await DownloadLock.TakeAsync(_folder["lock"], TimeProvider.System, Cancel);
        await Should.ThrowAsync<OperationCanceledException>(
            () => DownloadLock.TakeAsync(_folder["lock"], TimeProvider.System, new CancellationToken(canceled: true)));
    }
}
