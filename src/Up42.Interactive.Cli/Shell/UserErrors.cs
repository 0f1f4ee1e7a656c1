namespace Up42.Interactive.Cli;

/// <summary>Errors that the user can mend: their message is enough, without a stack.</summary>
internal static class UserErrors
{
    // A method of its own: nothing of the library is loaded unless something goes wrong.
    public static bool Contains(Exception error) => error is CommandException or Up42Exception or IOException or UnauthorizedAccessException;

    /// <summary>What standard error says of any other error, which is a fault of ours: what happened, and the stack on request.</summary>
    public static string Unexpected(Exception error) => Environment.GetEnvironmentVariable("UP42_DEBUG") == "1"
        ? error.ToString()
        : $"unexpected {error.GetType().Name}: {error.Message} Please report it with the stack that UP42_DEBUG=1 shows.";
}
