namespace Up42.Interactive;

/// <summary>A user's mistake or a refusal from outside, in one short sentence that names the thing and the way out.</summary>
public class Up42Exception : Exception
{
    /// <summary>Creates an exception without a message of its own.</summary>
    public Up42Exception()
    {
    }

    /// <summary>Creates an exception.</summary>
    /// <param name="message">One sentence: what failed, and what to do about it. Never a secret.</param>
    public Up42Exception(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with its cause.</summary>
    /// <param name="message">One sentence: what failed, and what to do about it. Never a secret.</param>
    /// <param name="innerException">The cause.</param>
    public Up42Exception(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
