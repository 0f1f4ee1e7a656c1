using CsCheck;

namespace Up42.Interactive.Tests;

public class HtmlEncoderTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("B04 (red)", "B04 (red)")]
    [InlineData("""</script><img onerror="alert('1')">&""", "&lt;/script&gt;&lt;img onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;")]
    [InlineData("Köpenick – 東京 🛰", "Köpenick – 東京 🛰")]
    [InlineData("a\0b\u0007c\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("line\r\n\tline", "line\r\n\tline")]
    [InlineData("invoice\u202Efdp.exe\u2066!\u2069", "invoice\uFFFDfdp.exe\uFFFD!\uFFFD")]
    [InlineData("\uFFFE", "\uFFFD")]
    public void Encode_gives_harmless_text(string? text, string expected) => HtmlEncoder.Encode(text).ShouldBe(expected);

    [Fact]
    public void Encode_replaces_lone_surrogates()
    {
        HtmlEncoder.Encode("a\uD83D").ShouldBe("a\uFFFD");
        HtmlEncoder.Encode("\uDEF0\uD83Db").ShouldBe("\uFFFD\uFFFDb");
    }

    [Fact]
    public void Encode_of_any_text_never_leaves_a_character_that_markup_is_made_of() =>
        Gen.String.Sample(text => HtmlEncoder.Encode(text).All(character => character is not ('<' or '>' or '"' or '\'' or '\0')));
}
