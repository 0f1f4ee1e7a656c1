using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Tests.Http;

/// <summary>Tokens and responses at the limits of what is taken.</summary>
public class ResponseLimitsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A token is renewed a minute before its end, or a fifth of its life before; without a word of it it lives five minutes.</summary>
    [Theory]
    [InlineData("", 240)]
    [InlineData(""","expires_in":100""", 80)]
    [InlineData(""","expires_in":300""", 240)]
    [InlineData(""","expires_in":1000""", 940)]
    [InlineData(""","expires_in":0""", 240)]
    [InlineData(""","expires_in":-5""", 240)]
    [InlineData(""","expires_in":1e9""", 240)]
    public async Task Tokens_are_renewed_before_they_end(string life, int seconds)
    {
        var time = new FakeTimeProvider();
        using var server = new ScriptedServer(_ => ScriptedServer.Json("""{"data":1}""")) { TokenJson = $$"""{"access_token":"token-number-{0}"{{life}}}""" };
        using var connection = server.Connect(time);

        async Task<int> TokensAfterAsync(TimeSpan wait)
        {
            time.Advance(wait);
            await connection.GetDataAsync("a", data => data.GetInt32(), Cancel);
            return server.Tokens;
        }

        (await TokensAfterAsync(TimeSpan.Zero)).ShouldBe(1);
        (await TokensAfterAsync(TimeSpan.FromSeconds(seconds - 0.001))).ShouldBe(1);
        (await TokensAfterAsync(TimeSpan.FromSeconds(0.001))).ShouldBe(2);
    }

    /// <summary>Bodies at the limit of what is read.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task JSON_is_read_up_to_its_limit(int more, bool isRead)
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Json("1".PadLeft((3 << 20) + more)));
        using var connection = server.Connect();

        Task<int> Get() => connection.GetAsync("a", response => response.ReadJson(3 << 20).RootElement.GetInt32(), Cancel);

        if (isRead)
        {
            (await Get()).ShouldBe(1);
        }
        else
        {
            (await Should.ThrowAsync<Up42Exception>(Get)).Message.ShouldBe("GET /a was answered with 3 MB of JSON; at most 3 MB are read.");
        }
    }

    [Theory]
    [InlineData("""{"data":null}""", true, "null")]
    [InlineData("""{"data":null}""", false, "GET /a was answered without data. It was tried 3 times.")]
    [InlineData("[]", true, "GET /a was answered without data. It was tried 3 times.")]
    [InlineData("{}", true, "GET /a was answered without data. It was tried 3 times.")]
    public async Task Data_may_be_null_where_that_says_something(string json, bool mayBeNull, string right)
    {
        using var server = new ScriptedServer(_ => ScriptedServer.Json(json));
        using var connection = server.Connect();

        string said;
        try
        {
            said = await connection.GetAsync("a", response => response.ReadData(data => data.GetRawText(), mayBeNull), Cancel);
        }
        catch (Up42Exception error)
        {
            said = error.Message;
        }

        said.ShouldBe(right);
    }
}
