namespace Up42.Interactive;

/// <summary>A bearer token and when to ask for the next one. Its text stays out of every rendering.</summary>
internal sealed class AccessToken(string value, DateTimeOffset refreshAt)
{
    public string Value { get; } = value;

    public DateTimeOffset RefreshAt { get; } = refreshAt;

    public override string ToString() => "access token";
}
