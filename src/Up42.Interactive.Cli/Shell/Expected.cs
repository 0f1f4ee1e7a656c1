namespace Up42.Interactive.Cli;

/// <summary>Which errors are told in a sentence, without a stack.</summary>
internal static class Expected
{
    // A method of its own: nothing of the library is loaded unless something goes wrong.
    public static bool Is(Exception error) => error is CommandException or Up42Exception or IOException or UnauthorizedAccessException;
}
