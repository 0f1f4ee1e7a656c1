namespace Up42.Interactive.Tests.Archives;

/// <summary>Archives made to harm, each with what is said of it and with a harmless one of the same kind.</summary>
internal static partial class HarmfulArchives
{
    private const string Leaves = ", which would leave the folder.";
    private const string Absolute = ", whose name is absolute.";
    private const string OneFile = ", which would be one file on some systems.";
    private const string Damaged = "is damaged and was not unpacked; fetch it again.";
    private const string CutOff = "is cut off and was not unpacked; fetch it again.";

    /// <summary>All of them, by what is wrong with each.</summary>
    public static IReadOnlyDictionary<string, HarmfulArchive> Kinds =>
        new[] { Names, Entries, Containers }.SelectMany(kinds => kinds).ToDictionary();

    private static Func<byte[]> Tar(string name) => () => new CraftedTar().Add("first").Add(name).Bytes();
}
