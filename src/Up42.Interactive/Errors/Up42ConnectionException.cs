namespace Up42.Interactive;

/// <summary>The server was not reached, or what came back was broken, however often it was tried. Later it may work.</summary>
public sealed class Up42ConnectionException : Up42Exception
{
    internal Up42ConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
