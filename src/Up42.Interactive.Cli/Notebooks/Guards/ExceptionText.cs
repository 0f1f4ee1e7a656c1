using System.Reflection;

namespace Up42.Interactive.Cli;

/// <summary>What an exception says. Each asks those within it, and exhausts the stack where they go on; nobody can catch that.</summary>
internal static class ExceptionText
{
    /// <summary>What is said of such an exception where a value is shown.</summary>
    public const string Refusal = "This holds exceptions within each other without end and is left out.";

    private const string Cut = "   … It holds exceptions within each other without end; they are left out.";
    private const int MaxDepth = 100;

    // Each exception's text holds those within it once more.
    private const int MaxMessage = 1_000_000;

    // One exception may stand in many places.
    private const int MaxPlaces = 10_000;

    /// <summary>The whole text; of exceptions within each other without end only that of the outer <see cref="Limits.InnerExceptions"/>.</summary>
    public static string Format(Exception exception)
    {
        var hasNoEnd = HasNoEnd(exception);
        var outer = new List<(Type Type, string Message)>();
        for (var each = exception; each is not null && outer.Count < Limits.Default.InnerExceptions; each = each.InnerException)
        {
            outer.Add((each.GetType(), Message(each)));
        }

        return !hasNoEnd && outer.TrueForAll(each => each.Message is not { Length: > MaxMessage })
            ? exception.ToString()
            : string.Join("\n ---> ", outer.Select(each => $"{each.Type}: {DisplayText.Cut(each.Message, MaxMessage / outer.Count)}"))
                + $"\n{(hasNoEnd ? Cut : "")}\n{exception.StackTrace}";
    }

    /// <summary>The message; those of exceptions that are made of others only where these end.</summary>
    public static string Message(Exception exception) => exception is AggregateException or ReflectionTypeLoadException && HasNoEnd(exception)
        ? "It holds exceptions within each other without end."
        : exception.Message;

    /// <summary>Whether there are more within each other than can be asked.</summary>
    public static bool HasNoEnd(Exception exception)
    {
        var open = new Stack<(Exception Exception, int Depth)>([(exception, 0)]);
        for (var places = 0; open.TryPop(out var next); places++)
        {
            if (places > MaxPlaces || next.Depth > MaxDepth)
            {
                return true;
            }

            foreach (var inner in Within(next.Exception))
            {
                open.Push((inner, next.Depth + 1));
            }
        }

        return false;
    }

    private static IEnumerable<Exception> Within(Exception exception) => exception switch
    {
        AggregateException aggregate => aggregate.InnerExceptions.Take(MaxPlaces),
        ReflectionTypeLoadException loading => loading.LoaderExceptions.OfType<Exception>().Take(MaxPlaces),
        { InnerException: { } inner } => [inner],
        _ => [],
    };
}
