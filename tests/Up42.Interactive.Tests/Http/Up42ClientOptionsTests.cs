namespace Up42.Interactive.Tests.Http;

public class Up42ClientOptionsTests
{
    [Fact]
    public void Defaults_are_as_documented()
    {
        var options = new Up42ClientOptions();

        (options.Endpoint, options.Handler, options.OutputDirectory, options.TimeProvider).ShouldBe((null, null, null, TimeProvider.System));
        options.Timeout.ShouldBe(TimeSpan.FromMinutes(5));
        (options.Retry.MaxAttempts, options.Retry.BaseDelay, options.Retry.MaxDelay, options.Retry.AttemptTimeout).ShouldBe(
            (8, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));
    }

    public static TheoryData<string, Up42ClientOptions> Wrong => new()
    {
        { "Timeout", new Up42ClientOptions { Timeout = TimeSpan.Zero } },
        { "Timeout", new Up42ClientOptions { Timeout = TimeSpan.FromDays(2) } },
        { "MaxAttempts", new Up42ClientOptions { Retry = new RetryOptions { MaxAttempts = 0 } } },
        { "BaseDelay", new Up42ClientOptions { Retry = new RetryOptions { BaseDelay = TimeSpan.FromSeconds(-1) } } },
        { "MaxDelay", new Up42ClientOptions { Retry = new RetryOptions { MaxDelay = TimeSpan.FromDays(2) } } },
        { "AttemptTimeout", new Up42ClientOptions { Retry = new RetryOptions { AttemptTimeout = TimeSpan.Zero } } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task AuthenticateAsync_with_an_option_that_will_not_do_names_it(string name, Up42ClientOptions options) =>
        (await Should.ThrowAsync<ArgumentOutOfRangeException>(() =>
            Up42Client.AuthenticateAsync(Up42Credentials.FromProject("p", "k"), options, TestContext.Current.CancellationToken))).ParamName.ShouldBe(name);
}
