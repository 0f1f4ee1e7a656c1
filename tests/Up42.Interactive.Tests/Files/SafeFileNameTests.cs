using System.Text;

namespace Up42.Interactive.Tests.Files;

public class SafeFileNameTests
{
    [Theory]
    [InlineData("scene_0-0.tif", "scene_0-0.tif")]
    [InlineData("Köln 2020.tif", "Köln 2020.tif")]
    [InlineData("a:b*c?.tif", "a_b_c_.tif")]
    [InlineData("../../x.tgz", ".._.._x.tgz")]
    [InlineData("a\\b", "a_b")]
    [InlineData("trailing. .", "trailing___")]
    [InlineData("..", "__")]
    [InlineData("", "_")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.tif", "_nul.tif")]
    [InlineData("com1 .txt", "_com1 .txt")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("a\0b\n\u202Ec", "a_b__c")]
    public void Of_gives_a_name_that_every_platform_takes(string name, string safe)
    {
        SafeFileName.Create(name).ShouldBe(safe);
        SafeFileName.Create(safe).ShouldBe(safe);
    }

    [Fact]
    public void Create_lone_surrogates_become_underscores() => SafeFileName.Create("\ud800.tif").ShouldBe("_.tif");

    [Fact]
    public void Of_long_names_are_cut_between_letters_and_told_apart()
    {
        var (a, b) = (SafeFileName.Create(new string('ä', 300) + "1.tif"), SafeFileName.Create(new string('ä', 300) + "2.tif"));

        Encoding.UTF8.GetByteCount(a).ShouldBeInRange(190, 200);
        a.ShouldEndWith(".tif");
        a.ShouldNotContain('\uFFFD');
        a.ShouldNotBe(b);
    }
}
