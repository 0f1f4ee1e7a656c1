namespace Up42.Interactive;

/// <summary>The folders and archives of jobs in a folder, also in folders of projects in it, by name; links are not followed.</summary>
internal sealed class JobFolders
{
    private const int MaxDepth = 1;
    private static readonly Limits Most = Limits.Default;

    private readonly CancellationToken _cancellationToken;
    private readonly List<string> _jobs = [];
    private int _folders;
    private int _unread;

    private JobFolders(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>The paths of the jobs.</summary>
    public IReadOnlyList<string> Jobs => _jobs;

    /// <summary>What was left out, a sentence; null where nothing was.</summary>
    public string? Remark => _unread == 0 ? null
        : $"It holds more than {NumberText.Format(_jobs.Count < Most.Jobs ? Most.JobFolders : Most.Jobs)} "
        + $"{(_jobs.Count < Most.Jobs ? "folders" : "jobs")}; the others were not read: open folders in it one by one.";

    /// <summary>Looks for them.</summary>
    public static JobFolders Find(string folder, CancellationToken cancellationToken)
    {
        var found = new JobFolders(cancellationToken);
        found.Add(folder, depth: 0);
        return found;
    }

    private void Add(string folder, int depth)
    {
        var entries = ResultsFolder.Entries(folder).Take(Most.FolderEntries).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList();
        foreach (var below in entries.OfType<DirectoryInfo>())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_jobs.Count >= Most.Jobs || ++_folders > Most.JobFolders)
            {
                _unread++;
                return;
            }

            if (ResultsFolder.IsOfOneJob(below.FullName))
            {
                _jobs.Add(below.FullName);
            }
            else if (depth < MaxDepth)
            {
                Add(below.FullName, depth + 1);
            }
        }

        var archives = entries.Where(entry => entry is FileInfo && ResultsLayout.IsArchive(entry.Name)).Select(entry => entry.FullName).ToList();
        var room = Most.Jobs - _jobs.Count;
        _jobs.AddRange(archives.Take(room));
        _unread += Math.Max(0, archives.Count - room);
    }
}
