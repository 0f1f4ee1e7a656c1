using System.Text;

namespace Up42.Interactive.Tests;

public sealed class HtmlFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Save_creates_parents_and_writes_utf8_without_a_mark()
    {
        var path = HtmlFile.Save(_folder["a/b/page.html"], "é🛰");

        path.ShouldBe(_folder["a/b/page.html"]);
        File.ReadAllBytes(path).ShouldBe(Encoding.UTF8.GetBytes("é🛰"));
        _folder.Files.ShouldBe(["a/b/page.html"]);
    }

    [Fact]
    public void Save_replaces_a_file()
    {
        HtmlFile.Save(_folder["page.html"], "a long first page");
        HtmlFile.Save(_folder["page.html"], "second");

        File.ReadAllText(_folder["page.html"]).ShouldBe("second");
    }

    [Fact]
    public void Save_to_a_folder_names_the_way_out() =>
        Should.Throw<ArgumentException>(() => HtmlFile.Save(_folder.Path, "x")).Message.ShouldContain("is a folder; name a file in it");

    public void Dispose() => _folder.Dispose();
}
