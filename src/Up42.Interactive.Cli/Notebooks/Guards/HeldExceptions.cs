using System.Collections.Concurrent;
using System.Reflection;

namespace Up42.Interactive.Cli;

/// <summary>
/// Whether a value is an exception with others in it without end, or holds one where its text asks for it: in an anonymous object, a record, a tuple
/// or a list. It looks at fields alone, and runs no code of the notebook.
/// </summary>
internal static class HeldExceptions
{
    private const int MaxDepth = 20;
    private const int MaxValues = 2000;
    private const int ItemsLooked = 100;
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = [];

    /// <summary>Looks at a value and at what it holds.</summary>
    public static bool HaveNoEnd(object? value)
    {
        var open = new Stack<(object Value, int Depth)>();
        Push(value, 0);
        for (var values = 0; open.TryPop(out var next) && values < MaxValues; values++)
        {
            if (next.Value is Exception exception)
            {
                if (ExceptionText.HasNoEnd(exception))
                {
                    return true;
                }
            }
            else if (next.Value is Array items)
            {
                foreach (var item in items.Cast<object?>().Take(ItemsLooked))
                {
                    Push(item, next.Depth + 1);
                }
            }
            else
            {
                foreach (var field in Fields.GetOrAdd(next.Value.GetType(), FieldsOf))
                {
                    Push(field.GetValue(next.Value), next.Depth + 1);
                }
            }
        }

        return false;

        void Push(object? held, int depth)
        {
            if (held is Exception || (held is not null && depth < MaxDepth && MayHold(held.GetType())))
            {
                open.Push((held, depth));
            }
        }
    }

    /// <summary>What a cell defines, and the lists and tuples of .NET.</summary>
    private static bool MayHold(Type type) => type.IsArray
        ? !type.GetElementType()!.IsPrimitive
        : !type.IsPrimitive && !type.IsEnum && type != typeof(string)
            && (type.Assembly.IsDynamic || type.Assembly.Location.Length == 0 || IsOfLists(type));

    private static bool IsOfLists(Type type) =>
        type is { IsGenericType: true, Namespace: "System" or "System.Collections.Generic" } && !typeof(Delegate).IsAssignableFrom(type);

    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var each = type; each is not null && each != typeof(object); each = each.BaseType)
        {
            fields.AddRange(each.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike));
        }

        return [.. fields];
    }
}
