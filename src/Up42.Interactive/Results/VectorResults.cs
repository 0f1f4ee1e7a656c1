namespace Up42.Interactive;

/// <summary>Tables read from several files: those that can be read, and a sentence for each that cannot.</summary>
internal sealed record VectorResults(IReadOnlyDictionary<string, FeatureTable> Tables, IReadOnlyList<string> Remarks)
{
    private const string GeoJson = ".geojson";

    /// <summary>The vector results among some files, by name without the extension; where two would have one name, the later keeps its extension.</summary>
    public static VectorResults Read(IReadOnlyList<ResultFile> files)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Read(files.Where(file => ResultsLayout.IsVector(file.Name)).OrderBy(file => !file.HasExtension(GeoJson)).Select(file =>
        {
            var stem = file.Name[..^Path.GetExtension(file.Name).Length];
            return (names.Add(stem) ? stem : file.Name, file.Name, file.Path);
        }));
    }

    /// <summary>The tables of a job's tasks in the job's folder, by the id of the task.</summary>
    public static VectorResults ReadTasks(string folder, JobSnapshot? job)
    {
        var ids = (job?.Tasks ?? []).Select(task => task.Id).Distinct().ToDictionary(ResultsLayout.TaskFolder);
        return Read(new DirectoryInfo(folder).EnumerateDirectories()
            .Where(task => ResultsLayout.IsTaskFolder(task.Name) && task.LinkTarget is null)
            .Select(task => (task.Name, Path: Path.Combine(task.FullName, ResultsLayout.DataJson)))
            .Where(task => FileEntry.IsFile(task.Path))
            .OrderBy(task => task.Name, StringComparer.Ordinal)
            .Select(task => (ids.GetValueOrDefault(task.Name, ResultsLayout.IdOf(task.Name)), $"{task.Name}/{ResultsLayout.DataJson}", task.Path)));
    }

    /// <summary>Reads a file whose role says that it is GeoJSON: what is in it decides no other reader.</summary>
    /// <exception cref="Up42Exception">It is not GeoJSON; the message names it.</exception>
    public static FeatureTable ReadJson(string path)
    {
        RequireJson(path);
        return GeoJsonText.ReadFile(path);
    }

    private static void RequireJson(string path)
    {
        var start = new byte[TarHeader.Size];
        using (var file = ArchiveInput.FromFile(path).Open())
        {
            start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        }

        // UTF-16 and UTF-8 alike, with their marks.
        var symbols = start.Where(value => value is not (
            0 or 0xFE or 0xFF or 0xEF or 0xBB or 0xBF or 0x1E or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'));
        if (symbols.FirstOrDefault() is not ((byte)'{' or (byte)'[' or 0))
        {
            throw new Up42Exception($"{Path.GetFileName(path)} is not JSON but {ArchiveFormats.Describe(start)}.");
        }
    }

    private static VectorResults Read(IEnumerable<(string Key, string Name, string Path)> files)
    {
        var (tables, remarks) = (new Dictionary<string, FeatureTable>(StringComparer.Ordinal), new List<string>());
        foreach (var (key, name, path) in files)
        {
            try
            {
                tables[key] = ReadAsNamed(path);
                remarks.AddRange(tables[key].Remarks.Select(remark => SingleLine.Format($"{name}: {remark}")));
            }
            catch (Exception error) when (error is Up42Exception or IOException or UnauthorizedAccessException)
            {
                remarks.Add(SingleLine.Format($"{name} was left out: {LocalPaths.ShortenBeside(error.Message, path)}"));
            }
        }

        return new VectorResults(tables, remarks);
    }

    private static FeatureTable ReadAsNamed(string path)
    {
        WorkExceededException.ThrowUnlessTaken(Work.Layers, 1);
        if (Path.GetFileName(path) == ResultsLayout.DataJson)
        {
            return ReadJson(path);
        }

        if (Path.GetExtension(path).Equals(GeoJson, StringComparison.OrdinalIgnoreCase))
        {
            RequireJson(path);
        }

        return FeatureTable.Read(path);
    }
}
