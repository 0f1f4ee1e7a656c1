namespace Up42.Interactive;

/// <summary>
/// How objects of other libraries that ours hands out show themselves: without it, a host lists all their properties, for a geometry
/// of four vertices megabytes of them.
/// </summary>
internal static class ForeignDisplays
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<Type, Func<object, IDisplay>> Displays = [];

    /// <summary>The types that have one.</summary>
    public static IReadOnlyList<Type> Types
    {
        get
        {
            lock (Gate)
            {
                return [.. Displays.Keys];
            }
        }
    }

    /// <summary>Makes the display of a type and those that derive from it known.</summary>
    public static void Add<T>(Func<T, IDisplay> display)
        where T : notnull
    {
        lock (Gate)
        {
            Displays[typeof(T)] = value => display((T)value);
        }
    }

    /// <summary>The object itself where it is a display, else that of its type; null: there is none.</summary>
    public static IDisplay? Find(object? value)
    {
        if (value is null or IDisplay)
        {
            return value as IDisplay;
        }

        Func<object, IDisplay>? display;
        lock (Gate)
        {
            display = Displays.FirstOrDefault(each => each.Key.IsInstanceOfType(value)).Value;
        }

        return display?.Invoke(value);
    }
}
