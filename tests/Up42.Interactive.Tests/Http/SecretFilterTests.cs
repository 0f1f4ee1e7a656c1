using System.Text;

namespace Up42.Interactive.Tests.Http;

/// <summary>What a server sends back of our own secrets reaches nobody.</summary>
public class SecretFilterTests
{
    private const string Key = "k3y/äöü?Wert-1";

    [Theory]
    [InlineData(Key, "k3y/äöü?Wert-1")]
    [InlineData(Key, "k3y%2F%C3%A4%C3%B6%C3%BC%3FWert-1")]
    [InlineData(Key, "k3y%2f%c3%a4%c3%b6%c3%bc%3fWert-1")]
    [InlineData(Key, "k3y/&#228;&#246;&#252;?Wert-1")]
    [InlineData(Key, "k3y/\\u00E4\\u00F6\\u00FC?Wert-1")]
    [InlineData("12345678", "12345678")]
    public void Clean_takes_the_secret_out_of_texts_and_bodies_in_each_spelling(string secret, string spelling)
    {
        var filter = new SecretFilter(Up42Credentials.FromProject("project", secret));
        var text = $"a {spelling} b {spelling}";

        filter.Clean(text).ShouldBe("a … b …");
        Encoding.UTF8.GetString(filter.Clean(Encoding.UTF8.GetBytes(text).AsMemory()).Span).ShouldBe("a … b …");
    }

    /// <summary>Short ones and plain words stay in bodies: they could be the name of a member.</summary>
    [Theory]
    [InlineData("1234567")]
    [InlineData("identification")]
    public void Clean_leaves_bodies_whose_members_a_secret_could_name(string secret)
    {
        var filter = new SecretFilter(Up42Credentials.FromProject("project", secret));

        Encoding.UTF8.GetString(filter.Clean(Encoding.UTF8.GetBytes($"x {secret} x").AsMemory()).Span).ShouldBe($"x {secret} x");
        filter.Clean($"x {secret} x").ShouldBe("x … x");
    }

    [Fact]
    public void Learn_hides_the_token_and_the_one_before()
    {
        var filter = new SecretFilter(Up42Credentials.FromProject("project", Key));
        filter.Learn("token-of-today-1");
        filter.Learn("token-of-today-2");

        filter.Clean("token-of-today-1, token-of-today-2").ShouldBe("…, …");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void FromFile_of_nothing_is_refused(string path) => Should.Throw<ArgumentException>(() => Up42Credentials.FromFile(path));
}
