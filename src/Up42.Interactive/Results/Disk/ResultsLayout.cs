namespace Up42.Interactive;

/// <summary>The names of results on disk: files, folders, extensions, and the columns that lead from features to files.</summary>
internal static class ResultsLayout
{
    /// <summary>The features of a job's results.</summary>
    public const string DataJson = "data.json";

    /// <summary>What a STAC item says of the assets in its folder.</summary>
    public const string ItemJson = "item.json";

    /// <summary>The list of what a download brought to a folder.</summary>
    public const string DownloadJson = ".up42-download.json";

    /// <summary>The column that says at which raster a feature points.</summary>
    public const string DataPathColumn = "up42.data_path";

    private const string ProjectPrefix = "project_";
    private const string JobPrefix = "job_";
    private const string TaskPrefix = "jobtask_";
    private const string ItemPrefix = "item_";
    private const string OrderPrefix = "order_";
    private static readonly string[] SystemFiles = ["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", "@eaDir", ".Spotlight-V100", ".Trashes"];

    /// <summary>The columns that may hold the name a file bears.</summary>
    public static IReadOnlyList<string> IdColumns { get; } = ["id", "uid", "sceneId"];

    /// <summary>The extensions of rasters.</summary>
    public static IReadOnlyList<string> RasterExtensions { get; } = [.. RasterFormats.All.SelectMany(format => format.Extensions)];

    /// <summary>The extensions of quicklooks.</summary>
    public static IReadOnlyList<string> PictureExtensions { get; } = [".jpg", ".jpeg", ".png"];

    /// <summary>The extensions of vector results: those of all formats that are read, but for those that other files have as well.</summary>
    public static IReadOnlyList<string> VectorExtensions { get; } =
        [.. VectorFormats.All.SelectMany(format => format.Extensions).Except([".json", ".txt", ".zip"])];

    /// <summary>What stands before a feature's id in the name of its quicklook: nothing, or what up42-py and others put there.</summary>
    public static IReadOnlyList<string> QuicklookPrefixes { get; } = ["", "quicklook_", "quicklook-"];

    public static string ProjectFolder(string projectId) => FolderName(ProjectPrefix, projectId);

    /// <summary>The folder of a job; its archive bears the same name.</summary>
    public static string JobFolder(string jobId) => FolderName(JobPrefix, jobId);

    /// <summary>The folder of a STAC item.</summary>
    public static string ItemFolder(string itemId) => FolderName(ItemPrefix, itemId);

    /// <summary>The folder of what an order delivered.</summary>
    public static string OrderFolder(string orderId) => FolderName(OrderPrefix, orderId);

    /// <summary>The folder of a job task; its archive bears the same name.</summary>
    public static string TaskFolder(string jobTaskId) => FolderName(TaskPrefix, jobTaskId);

    /// <summary>Whether a folder is named like a job's.</summary>
    public static bool IsJobFolder(string name) => name.StartsWith(JobPrefix, StringComparison.Ordinal);

    /// <summary>Whether a folder is named like a STAC item's.</summary>
    public static bool IsItemFolder(string name) => name.StartsWith(ItemPrefix, StringComparison.Ordinal);

    /// <summary>Whether a folder is named like a job task's.</summary>
    public static bool IsTaskFolder(string name) => name.StartsWith(TaskPrefix, StringComparison.Ordinal);

    /// <summary>The id in the name of a job's or a job task's folder or archive; else the name without an archive's extension.</summary>
    public static string IdOf(string name)
    {
        var stem = StemOf(name);
        return IsTaskFolder(stem) ? stem[TaskPrefix.Length..] : IsJobFolder(stem) ? stem[JobPrefix.Length..] : stem;
    }

    /// <summary>A name without an archive's extension.</summary>
    public static string StemOf(string name) => name[..^ArchiveFormats.ExtensionOf(name).Length];

    public static bool IsArchive(string name) => ArchiveFormats.ExtensionOf(name).Length > 0;

    public static bool IsRaster(string name) => HasExtension(name, RasterExtensions);

    public static bool IsPicture(string name) => HasExtension(name, PictureExtensions);

    public static bool IsVector(string name) => HasExtension(name, VectorExtensions);

    /// <summary>Whether a file, by its path below the results' folder, is what a file manager left: not a result.</summary>
    public static bool IsSystemFile(string name) => Array.Exists(
        name.Split('/'), part => part.StartsWith("._", StringComparison.Ordinal) || SystemFiles.Contains(part, StringComparer.OrdinalIgnoreCase));

    private static string FolderName(string prefix, string id) => SafeFileName.Create(prefix + SecretText.Hide(id));

    private static bool HasExtension(string name, IReadOnlyList<string> extensions) =>
        extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
}
