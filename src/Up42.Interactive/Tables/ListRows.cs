using System.Collections;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The rows of a list's table: what its items, of whatever types, have in their properties and fields.</summary>
internal sealed class ListRows(Limits limits)
{
    private const string OnlyColumn = "value";

    private readonly TableBuilder _table = new();
    private readonly Dictionary<Type, ItemMember[]> _members = [];
    private long _characters;
    private bool _isFull;

    /// <summary>Whether another row may come; a remark says that there are more.</summary>
    public bool HasRoom
    {
        get
        {
            if (_characters <= limits.ListCharacters)
            {
                return _table.HasRoom(limits);
            }

            if (!_isFull)
            {
                _isFull = true;
                _table.Remarks.Add($"Its texts have more than {NumberText.Format(limits.ListCharacters)} characters; the rows after these are left out.");
            }

            return false;
        }
    }

    /// <summary>The table of the rows that were added.</summary>
    public FeatureTable Build() => _table.Build("The list");

    /// <summary>Adds a row.</summary>
    public void Add(object? item)
    {
        switch (item)
        {
            case DictionaryEntry entry:
                Set("key", entry.Key);
                AddValue(entry.Value);
                break;
            case not null when IsPair(item.GetType()):
                Set("key", MembersOf(item.GetType())[0].Read(item));
                AddValue(MembersOf(item.GetType())[1].Read(item));
                break;
            default:
                AddValue(item);
                break;
        }

        _table.NextRow();
    }

    private void AddValue(object? value)
    {
        if (value is Geometry geometry)
        {
            _table.Add(geometry);
            return;
        }

        var parts = value is null || ItemMember.IsPlain(value) ? [] : MembersOf(value.GetType());
        if (parts.Length == 0)
        {
            Set(OnlyColumn, value);
            return;
        }

        var hasGeometry = false;
        foreach (var part in parts)
        {
            var read = part.Read(value!);
            if (read is Geometry place && !hasGeometry)
            {
                hasGeometry = true;
                _table.Add(place);
            }
            else if (!part.IsGeometry)
            {
                Set(part.Name, read);
            }
        }
    }

    private void Set(string column, object? value)
    {
        var raw = ToRaw(column, value);
        _characters += raw is string text ? text.Length : raw is byte[] json ? json.Length : 0;
        _table.Column(column).SetRaw(_table.Row, raw);
    }

    // A list or a text that is made up as it is read may throw, as a property may.
    private object? ToRaw(string column, object? value)
    {
        try
        {
            return ClrValues.ToRaw(ItemMember.ToValue(column, value), limits);
        }
#pragma warning disable CA1031 // The code is the user's: one bad value does not hide the good ones.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private ItemMember[] MembersOf(Type type) =>
        _members.TryGetValue(type, out var known) ? known : _members[type] = ItemMember.Of(type);
}
