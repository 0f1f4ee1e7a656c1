using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The records of lists, bounded in number.</summary>
internal static class ApiRecords
{
    /// <summary>The records of one list.</summary>
    /// <exception cref="Up42Exception">There are more than are read.</exception>
    public static IEnumerable<JsonElement> Read(JsonElement list)
    {
        Check(list.GetArrayLength());
        return list.EnumerateArray();
    }

    /// <summary>The records of a list in an object; none where there is no list.</summary>
    /// <exception cref="Up42Exception">There are more than are read.</exception>
    public static IEnumerable<JsonElement> Read(JsonElement owner, string member) =>
        owner.Find(member) is { ValueKind: JsonValueKind.Array } list ? Read(list) : [];

    /// <summary>Refuses a list of more records than are read.</summary>
    public static void Check(int count)
    {
        if (count > Limits.Default.Records)
        {
            throw new Up42Exception($"The server gave a list of more than {NumberText.Format(Limits.Default.Records)} records: it was not read.");
        }
    }
}
