using System.Text.Json;

namespace Up42.Interactive.Cli;

/// <summary>The file that says of an archive's folder that it is complete: it lists the files, with their lengths.</summary>
internal sealed class ArchiveList(string folder)
{
    private const string Name = ".up42-archive.json";

    /// <summary>Whether an earlier run saved all, and it is still there.</summary>
    public bool IsComplete
    {
        get
        {
            try
            {
                var files = JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllBytes(Path.Combine(folder, Name)));
                return files is { Count: > 0 }
                    && files.All(file => new FileInfo(Path.Combine(folder, file.Key)) is { Exists: true } there && there.Length == file.Value);
            }
            catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>Writes the list of what is there now.</summary>
    public void Save()
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length))
            .Where(file => !WorkFiles.Contains(file.Name))
            .ToDictionary(file => file.Name, file => file.Length);
        AtomicFile.Write(Path.Combine(folder, Name), file => JsonSerializer.Serialize(file, files));
    }
}
