using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <summary>A bearer token and when to fetch the next one. Its text stays out of every rendering.</summary>
internal sealed class AccessToken(string value, DateTimeOffset refreshAt)
{
    public string Value { get; } = value;

    public DateTimeOffset RefreshAt { get; } = refreshAt;

    /// <summary>The header that shows it to a server.</summary>
    public AuthenticationHeaderValue ToHeader() => new("Bearer", Value);

    public override string ToString() => "access token";
}
