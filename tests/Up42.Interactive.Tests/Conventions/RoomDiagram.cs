using System.Globalization;
using System.Text;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>The plan of rooms as a Mermaid flowchart. An arrow reads "is used by"; one that follows from two others is left out.</summary>
internal static class RoomDiagram
{
    public static string Draw()
    {
        var text = new StringBuilder("```mermaid\nflowchart LR\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"  subgraph ground[\"Ground floor: everybody may use it\"]\n    {string.Join(" ~~~ ", RoomPlan.Ground)}\n  end\n");
        foreach (var (room, floors) in RoomPlan.Inside)
        {
            var names = floors.Select(floor => string.Join(", ", floor.Select(folder => folder.Length > 0 ? folder : "its own files")));
            text.Append(CultureInfo.InvariantCulture, $"  {room}[\"{room}<br/><small>{string.Join(" → ", names)}</small>\"]\n");
        }

        text.Append("  ground --> Drawing & Model & Archives & Tables & Rasters\n");
        foreach (var (room, _) in RoomPlan.MayName.Where(room => !RoomPlan.Ground.Contains(room.Key)))
        {
            foreach (var used in Direct(room).Order(StringComparer.Ordinal))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {used} --> {(room.Length > 0 ? room : "Up42Client")}\n");
            }
        }

        return text.Append("```\n").ToString();
    }

    private static IEnumerable<string> Direct(string room)
    {
        var used = RoomPlan.MayName[room].Except(RoomPlan.Ground).ToList();
        return used.Where(name => !used.Any(other => other != name && Reaches(other, name)));
    }

    private static bool Reaches(string from, string to) =>
        RoomPlan.MayName[from].Any(next => next == to || Reaches(next, to));
}
