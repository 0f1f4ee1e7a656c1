using System.Collections;
using System.Text.Json.Nodes;

namespace Up42.Interactive;

/// <summary>Whether lists lie in each other without end: the hosts' listings follow them until the stack is exhausted, and the process with it.</summary>
internal static class ListDepth
{
    /// <summary>What a display says of such a list.</summary>
    public const string Refusal = "This list holds lists without end and is left out.";

    private const int MaxDepth = 50;

    // A host shows the first twenty items of each list.
    private const int ItemsLooked = 20;
    private const int MaxLists = 2000;

    /// <summary>Looks at the lists in a value; false of what is none.</summary>
    public static bool HasNoEnd(object? value)
    {
        var left = MaxLists;
        return HasNoEnd(value, 0, ref left);
    }

    private static bool HasNoEnd(object? value, int depth, ref int left)
    {
        if (value is string or IDisplay or JsonNode || value is not IEnumerable list || --left < 0)
        {
            return false;
        }

        if (depth > MaxDepth)
        {
            return true;
        }

        foreach (var item in list.Cast<object?>().Take(ItemsLooked))
        {
            if (item is not IEnumerable)
            {
                return false;
            }

            if (HasNoEnd(item, depth + 1, ref left))
            {
                return true;
            }
        }

        return false;
    }
}
