using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Up42.Interactive.Sandbox;

/// <summary>The tokens that are out.</summary>
internal sealed class TokenStore(TimeProvider clock, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, Issued> _tokens = new();

    public string Issue(Caller caller)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        _tokens[token] = new Issued(caller, clock.GetUtcNow());
        return token;
    }

    /// <summary>Lets a request in: whose token it is; null when it is unknown or has expired.</summary>
    public Caller? Admit(string token)
    {
        if (Find(token) is not { } known)
        {
            return null;
        }

        known.HasServed = true;
        return known.Caller;
    }

    /// <summary>Whether a valid token has let a request in.</summary>
    public bool HasServed(string token) => Find(token) is { HasServed: true };

    public void Expire(string token) => _tokens.TryRemove(token, out _);

    private Issued? Find(string token) => _tokens.TryGetValue(token, out var known) && clock.GetUtcNow() - known.At < lifetime ? known : null;

    private sealed class Issued(Caller caller, DateTimeOffset at)
    {
        public Caller Caller => caller;

        public DateTimeOffset At => at;

        public bool HasServed { get; set; }
    }
}
