namespace Up42.Interactive.Tests.Conventions;

/// <summary>The rooms of the library and which of the others each may name. The diagram of <c>docs/design.md</c> is drawn from it.</summary>
internal static class RoomPlan
{
    /// <summary>The room of files that stand beside the rooms: <c>Up42Client</c>.</summary>
    public const string Entry = "";

    /// <summary>The ground floor: everybody may name it.</summary>
    public static readonly string[] Ground = ["Limits", "Text", "Html", "Hosts", "Files", "Geo", "Errors"];

    /// <summary>For each room, the rooms it may name.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayName = new Dictionary<string, string[]>
    {
        ["Limits"] = [],
        ["Text"] = ["Limits"],
        ["Files"] = ["Text", "Limits"],
        ["Geo"] = ["Text"],
        ["Html"] = ["Text", "Files", "Limits"],
        ["Hosts"] = ["Html", "Text", "Files"],
        ["Errors"] = ["Hosts", "Html", "Text", "Limits"],
        ["Drawing"] = Ground,
        ["Model"] = Ground,
        ["Archives"] = Ground,
        ["Cards"] = ["Model", .. Ground],
        ["Stac"] = ["Tables", "Cards", "Model", .. Ground],
        ["Http"] = ["Archives", "Model", .. Ground],
        ["Transfers"] = ["Archives", "Http", "Model", .. Ground],
        ["Tables"] = Ground,
        ["Rasters"] = Ground,
        ["Buckets"] = ["Archives", "Transfers", "Model", .. Ground],
        ["Results"] = ["Buckets", "Rasters", "Tables", "Cards", "Transfers", "Archives", "Model", .. Ground],
        ["Computing"] = ["Results", "Rasters", "Tables", .. Ground],
        ["Tracking"] = ["Http", "Archives", "Model", .. Ground],
        ["Downloads"] = ["Stac", "Cards", "Tables", "Results", "Transfers", "Archives", "Http", "Model", .. Ground],
        ["Jobs"] = ["Tracking", "Downloads", "Results", "Buckets", "Tables", "Transfers", "Archives", "Http", "Cards", "Model", .. Ground],
        ["Storage"] =
            ["Tracking", "Downloads", "Stac", "Results", "Buckets", "Tables", "Transfers", "Archives", "Http", "Cards", "Model", .. Ground],
        ["Processing"] =
            ["Storage", "Tracking", "Downloads", "Stac", "Results", "Buckets", "Tables", "Transfers", "Archives", "Http", "Cards", "Model", .. Ground],
        ["Classes"] = ["Drawing", "Rasters", "Tables", .. Ground],
        ["Plots"] = ["Classes", "Computing", "Drawing", "Stac", "Results", "Tables", "Rasters", "Model", .. Ground],
        ["Maps"] = ["Classes", "Computing", "Drawing", "Results", "Tables", "Rasters", "Model", .. Ground],
        [Entry] = ["Jobs", "Processing", "Storage", "Stac", "Downloads", "Results", "Tables", "Transfers", "Archives", "Http", "Cards", "Model", .. Ground],
    };

    /// <summary>
    /// The floors inside a room, from the ground up: a folder may name those below it, and those of its own floor. An empty name is the room's
    /// own files.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string[][]> Inside = new Dictionary<string, string[][]>
    {
        ["Html"] = [["", "Data"]],
        ["Model"] = [[""], ["Processing", "Orders"]],
        ["Cards"] = [[""], ["Processing"]],
        ["Archives"] = [["Entries"], ["Tar"], [""]],
        ["Rasters"] = [["Bands"], [""], ["Containers"], ["Reading"], ["Writing"], ["BandMath"], ["Rendering"], ["Warping"], ["Display"]],
        ["Tables"] = [["Wkb"], ["Storage"], ["", "Shaping", "Spatial"], ["GeoJson"], ["Formats", "Formats/Csv"], ["Display", "Display/Layout"]],
        ["Http"] = [["Credentials"], ["Retry"], [""], ["Tokens"], ["Api"]],
        ["Computing"] = [["Sources", "Areas"], [""], ["Zonal"], ["Display"]],
        ["Results"] = [["Disk"], ["Matching"], [""]],
        ["Jobs"] = [[""], ["Tracking"], ["Collections"], ["Workflows"]],
        ["Plots"] = [["Options"], ["Figures"], ["Charts"], ["Panels"], ["Pages"], [""]],
        ["Maps"] = [["Options"], ["Images"], ["Detail"], ["Pages"], ["Features"], ["Printing"], [""]],
    };

    /// <summary>Whether code in one folder may name code in another.</summary>
    public static bool Allows(string from, string to)
    {
        var (fromRoom, toRoom) = (from.Split('/')[0], to.Split('/')[0]);
        return fromRoom != toRoom
            ? MayName.TryGetValue(fromRoom, out var rooms) && rooms.Contains(toRoom)
            : Floor(from) >= Floor(to);
    }

    /// <summary>The height of a folder in its room; -1 where the plan does not have it.</summary>
    public static int Floor(string folder)
    {
        var parts = folder.Split('/', 2);
        var inner = parts.Length > 1 ? parts[1] : "";
        return Inside.TryGetValue(parts[0], out var floors) ? Array.FindIndex(floors, floor => floor.Contains(inner)) : inner.Length > 0 ? -1 : 0;
    }
}
