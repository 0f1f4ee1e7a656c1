namespace Up42.Interactive;

/// <summary>Short texts that recur (a sensor, a status) are kept once.</summary>
internal sealed class TextPool
{
    private const int LongestPooled = 40;
    private readonly string?[] _texts = new string?[1024];

    public string Get(ref JsonTokens tokens)
    {
        var bytes = tokens.ValueBytes;
        if (bytes.Length > LongestPooled)
        {
            return tokens.GetText();
        }

        var hash = default(HashCode);
        hash.AddBytes(bytes);
        ref var slot = ref _texts[hash.ToHashCode() & 1023];
        return slot is not null && tokens.ValueEquals(slot) ? slot : slot = tokens.GetText();
    }
}
