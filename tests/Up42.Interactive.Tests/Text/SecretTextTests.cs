using System.Text.RegularExpressions;

namespace Up42.Interactive.Tests.Text;

public class SecretTextTests
{
    [Fact]
    public void Hide_of_200_secrets_in_each_spelling_leaves_none()
    {
        var spelled = SecretSamples.Secrets.SelectMany(secret => SecretSamples.Spell(secret).Select((text, spelling) => (secret, spelling, text))).ToList();

        spelled.Count.ShouldBeGreaterThanOrEqualTo(200 * 20);
        spelled.Where(sample => Shows(SecretText.Hide(sample.text), sample.secret))
            .Select(sample => $"spelling {sample.spelling}: {sample.text} → {SecretText.Hide(sample.text)}").Take(20).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u00ad")]
    [InlineData("\u2060")]
    [InlineData("\ufeff")]
    [InlineData("\u034f")]
    [InlineData("\u200d")]
    [InlineData("\u3164")]
    [InlineData("\u0332")]
    [InlineData("\ufe0f")]
    [InlineData("\u202e")]
    [InlineData("\0")]
    [InlineData("\u001b")]
    [InlineData("\U000e0041")]
    [InlineData("%E2%80%8B")]
    [InlineData("%c2%ad")]
    [InlineData("%25E2%2580%258B")]
    [InlineData("%00")]
    [InlineData("\\u200B")]
    [InlineData("\\udb40\\udc41")]
    [InlineData("&#8203;")]
    [InlineData("&#x200B;")]
    [InlineData("&shy;")]
    [InlineData("&ZeroWidthSpace;")]
    public void Hide_tells_names_that_hold_what_nobody_sees(string unseen) => Disguised(text => Regex.Replace(text, "(?<=[A-Za-z])(?=[A-Za-z])", unseen));

    [Theory]
    [InlineData(0xFEE0)] // Full width.
    [InlineData(0x1D400 - 'A')] // Bold; its small letters come in another place.
    public void Hide_tells_names_in_other_letters(int distance) => Disguised(text => string.Concat(text.Select(letter =>
        char.IsAsciiLetter(letter) ? char.ConvertFromUtf32(letter + distance - (distance > 0xFFFF && char.IsAsciiLetterLower(letter) ? 6 : 0)) : $"{letter}")));

    [Fact]
    public void Hide_keeps_what_nobody_sees_around_a_secret() =>
        SecretText.Hide("\ufeffa\u00adb ?to\u200bken=s3cr\u200bet&\u2060c=👨\u200d👩").ShouldBe("\ufeffa\u00adb ?to\u200bken=…&\u2060c=👨\u200d👩");

    [Fact]
    public void Hide_of_200_innocents_leaves_them_as_they_are()
    {
        SecretSamples.Innocents.Count.ShouldBeGreaterThanOrEqualTo(200);
        SecretSamples.Innocents.Where(text => SecretText.Hide(text) != text).Select(text => $"{text} → {SecretText.Hide(text)}").ShouldBeEmpty();
    }

    [Fact]
    public void Hide_of_what_it_has_hidden_changes_nothing() =>
        SecretSamples.Spell(SecretSamples.Secrets[1]).Select(SecretText.Hide).Where(text => SecretText.Hide(text) != text)
            .Select(text => $"{text} → {SecretText.Hide(text)}").ShouldBeEmpty();

    [Theory]
    [InlineData("see https://s/x?a=1&X-Goog-Signature=abc%2F&b=2", "see https://s/x?a=1&X-Goog-Signature=…&b=2")]
    [InlineData("http://user:pw@proxy:3128/", "http://…@proxy:3128/")]
    [InlineData("""{"password":"hunter2","user":"jane"}""", """{"password":"…","user":"jane"}""")]
    [InlineData("password=hunter2 user=jane", "password=… user=jane")]
    public void Hide_keeps_what_is_around_a_secret(string text, string expected) => SecretText.Hide(text).ShouldBe(expected);

    [Fact]
    public void Format_makes_one_short_line_of_anything()
    {
        var line = SingleLine.Format("a\u001b]0;title\u0007b\r\n\u202Ec\u2028d " + new string('x', 10_000_000));

        line.Length.ShouldBe(300);
        line.ShouldStartWith("a\uFFFD]0;title\uFFFDb \uFFFDc d x");
    }

    [Fact]
    public void Message_of_an_exception_is_one_line_without_secrets() =>
        new Up42Exception("It failed\r\nat \u001b[31mhttps://s/x?X-Amz-Signature=0123456789abcdef").Message
            .ShouldBe("It failed at \uFFFD[31mhttps://s/x?X-Amz-Signature=…");

    private static void Disguised(Func<string, string> disguise) => SecretSamples.Secrets.Take(20)
        .SelectMany(secret => SecretSamples.Spell(secret).Select(text => (secret, text: string.Join(secret, text.Split(secret).Select(disguise)))))
        .Where(sample => Shows(SecretText.Hide(sample.text), sample.secret))
        .Select(sample => $"{sample.text} → {SecretText.Hide(sample.text)}").Take(20).ShouldBeEmpty();

    private static bool Shows(string text, string secret) =>
        text.Contains(secret, StringComparison.Ordinal)
        || text.Contains(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("user:" + secret)), StringComparison.Ordinal)
        || (secret.Length > 40 && secret.Split('.').Any(part => part.Length > 12 && text.Contains(part, StringComparison.Ordinal)));
}
