using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The token response: today's form, and <c>{"data":{"accessToken"}}</c> of older servers.</summary>
internal sealed class TokenResponse
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("expires_in")]
    public double? ExpiresIn { get; init; }

    [JsonPropertyName("data")]
    public OlderForm? Data { get; init; }

    internal sealed class OlderForm
    {
        [JsonPropertyName("accessToken")]
        public string? AccessToken { get; init; }
    }
}
