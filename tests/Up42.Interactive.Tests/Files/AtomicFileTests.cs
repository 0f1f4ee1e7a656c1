namespace Up42.Interactive.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_follows_no_link_of_the_name_or_beside_it()
    {
        File.WriteAllText(_folder["victim"], "mine");
        File.CreateSymbolicLink(_folder["map.html"], _folder["victim"]);
        File.CreateSymbolicLink(_folder[$"map.html.{Environment.ProcessId}.part"], _folder["victim"]);

        AtomicFile.Save(_folder["map.html"], "index.html", "new"u8.ToArray());

        File.ReadAllText(_folder["victim"]).ShouldBe("mine");
        File.ReadAllText(_folder["map.html"]).ShouldBe("new");
        new FileInfo(_folder["map.html"]).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public void Write_that_fails_leaves_the_earlier_file_and_nothing_else()
    {
        File.WriteAllText(_folder["a"], "old");

        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(_folder["a"], file =>
        {
            file.Write("half"u8);
            throw new InvalidOperationException();
        }));

        File.ReadAllText(_folder["a"]).ShouldBe("old");
        _folder.Files.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Write_by_eight_threads_to_one_path_is_one_of_them_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => Enumerable.Range(0, 20).ToList()
                .ForEach(_ => AtomicFile.Write(_folder["a"], file => file.Write(Enumerable.Repeat((byte)number, 50_000).ToArray()))),
            TestContext.Current.CancellationToken)));

        var bytes = await File.ReadAllBytesAsync(_folder["a"], TestContext.Current.CancellationToken);
        bytes.Length.ShouldBe(50_000);
        bytes.Distinct().ShouldHaveSingleItem();
        _folder.Files.ShouldBe(["a"]);
    }
}
