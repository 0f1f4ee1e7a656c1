namespace Up42.Interactive.Cli;

/// <summary>How much the cells of a run show together: of more neither the notebook nor its page opens anywhere.</summary>
/// <param name="characters">Characters in all.</param>
internal sealed class OutputRoom(long characters = OutputRoom.MaxCharacters)
{
    /// <summary>Characters of all outputs of a run, where an output takes some besides.</summary>
    public const long MaxCharacters = 64_000_000;

    /// <summary>What is said where there is no more.</summary>
    public static readonly string Refusal = $"… The cells showed more than {MaxCharacters / 1_000_000} million characters; the rest is left out.";

    private long _left = characters;

    /// <summary>Takes so many, or as many as there are.</summary>
    public int Take(int wanted)
    {
        var left = Interlocked.Add(ref _left, -wanted);
        if (left >= 0)
        {
            return wanted;
        }

        var missing = (int)Math.Min(wanted, -left);
        Interlocked.Add(ref _left, missing);
        return wanted - missing;
    }

    /// <summary>Takes so many, or none where there are fewer.</summary>
    public bool TryTake(long wanted)
    {
        var isTaken = Interlocked.Add(ref _left, -wanted) >= 0;
        if (!isTaken)
        {
            Interlocked.Add(ref _left, wanted);
        }

        return isTaken;
    }
}
