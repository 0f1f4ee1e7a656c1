using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Up42.Interactive.Sandbox;

/// <summary>The tokens that are out.</summary>
internal sealed class TokenStore(TimeProvider clock, TimeSpan lifetime)
{
    private const int MaxTokens = 1000;

    private readonly ConcurrentDictionary<string, Issued> _tokens = new();
    private long _issued;

    public string Issue(Caller caller)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        _tokens[token] = new Issued(caller, clock.GetUtcNow(), Interlocked.Increment(ref _issued));
        if (_tokens.Count > MaxTokens)
        {
            Tidy();
        }

        return token;
    }

    /// <summary>How many tokens are kept.</summary>
    public int Count => _tokens.Count;

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

    // The oldest half goes, expired or not: nobody logs in as often as that.
    private void Tidy()
    {
        foreach (var (token, _) in _tokens.OrderBy(pair => pair.Value.Number).Take(_tokens.Count - (MaxTokens / 2)))
        {
            _tokens.TryRemove(token, out _);
        }
    }

    private Issued? Find(string token) => _tokens.TryGetValue(token, out var known) && clock.GetUtcNow() - known.At < lifetime ? known : null;

    private sealed class Issued(Caller caller, DateTimeOffset at, long number)
    {
        public Caller Caller => caller;

        public DateTimeOffset At => at;

        public long Number => number;

        public bool HasServed { get; set; }
    }
}
