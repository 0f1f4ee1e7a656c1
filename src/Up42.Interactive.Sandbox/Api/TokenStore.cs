using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Up42.Interactive.Sandbox;

/// <summary>The tokens that are out.</summary>
internal sealed class TokenStore(TimeProvider clock, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset IssuedAt)> _tokens = new();

    public string Issue(Caller caller)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        _tokens[token] = (caller, clock.GetUtcNow());
        return token;
    }

    /// <summary>Whose token it is; null when it is unknown or has expired.</summary>
    public Caller? Find(string token) => Age(token) < lifetime ? _tokens[token].Caller : null;

    /// <summary>How old a token is; null when it is unknown.</summary>
    public TimeSpan? Age(string token) => _tokens.TryGetValue(token, out var known) ? clock.GetUtcNow() - known.IssuedAt : null;

    public void Expire(string token) => _tokens.TryUpdate(token, _tokens[token] with { IssuedAt = DateTimeOffset.MinValue }, _tokens[token]);
}
