namespace Up42.Interactive;

/// <summary>The one walk over a folder: decides what in it is a file to read, and says what it left out.</summary>
internal sealed class FolderWalk
{
    private const int MaxRemarks = 20;

    private static readonly Limits Most = Limits.Default;

    private readonly string _root;
    private readonly string _realRoot;
    private readonly bool? _followLinks;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<(string Name, FileInfo File)> _files = [];
    private readonly List<string> _remarks = [];
    private int _unsaid;
    private int _entries;
    private string? _tooDeep;

    private FolderWalk(string root, bool? followLinks, CancellationToken cancellationToken) =>
        (_root, _realRoot, _followLinks, _cancellationToken) = (root, RealPath(root), followLinks, cancellationToken);

    /// <summary>The files below a folder by name, with forward slashes, and one sentence for each thing that was left out.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="followLinks">Follow links: true: all, false: those that stay inside the folder, null: none, as in what came out of an archive.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static (IReadOnlyList<(string Name, FileInfo File)> Files, IReadOnlyList<string> Remarks) Read(
        string folder, bool? followLinks, CancellationToken cancellationToken = default)
    {
        var walk = new FolderWalk(folder, followLinks, cancellationToken);
        walk.AddFolder(folder, walk._realRoot, depth: 0);
        if (walk._tooDeep is not null)
        {
            walk._remarks.Insert(0, SingleLine.Format($"What lies more than {Most.FolderDepth} folders deep was not read: {walk._tooDeep}"));
        }

        if (walk._entries > Most.FolderEntries)
        {
            walk._remarks.Insert(0, $"It holds more than {NumberText.Format(Most.FolderEntries)} files and folders; the others were not read.");
        }

        if (walk._unsaid > 0)
        {
            walk._remarks.Add($"{walk._unsaid} more entries were left out.");
        }

        return ([.. walk._files.OrderBy(file => file.Name, StringComparer.Ordinal)], walk._remarks);
    }

    private void AddFolder(string folder, string real, int depth)
    {
        if (!_seen.Add(real))
        {
            return;
        }

        if (depth > Most.FolderDepth)
        {
            _tooDeep ??= NameOf(folder);
            return;
        }

        try
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0 }))
            {
                _cancellationToken.ThrowIfCancellationRequested();
                if (++_entries > Most.FolderEntries)
                {
                    return;
                }

                Add(path, Path.Combine(real, Path.GetFileName(path)), depth);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Say(folder, $"cannot be read: {LocalPaths.Shorten(error.Message, _root)}");
        }
    }

    private void Add(string path, string real, int depth)
    {
        switch (FileEntry.Find(path)?.Kind)
        {
            case FileKind.File:
                _files.Add((NameOf(path), new FileInfo(path)));
                break;
            case FileKind.Folder:
                AddFolder(path, real, depth + 1);
                break;
            case FileKind.Link:
                AddLink(path, depth);
                break;
            case FileKind.Special:
                Say(path, "is a pipe, socket or device and was not read.");
                break;
            default:
                Say(path, "cannot be opened: its name is not UTF-8, or it may not be seen. Rename it.");
                break;
        }
    }

    private void AddLink(string path, int depth)
    {
        var target = Target(path);
        var entry = target is null ? null : FileEntry.Find(target);
        if (entry is null)
        {
            Say(path, "is a link to nothing.");
        }
        else if (_followLinks is null || (_followLinks is false && !IsInside(target!)))
        {
            Say(path, _followLinks is null
                ? "is a link and was not followed."
                : "is a link that leads out of the folder and was not followed; JobResults.Open(path, followLinks: true) follows it.");
        }
        else if (entry.Kind == FileKind.Folder)
        {
            SayFollowed(path, target!);
            AddFolder(path, target!, depth + 1);
        }
        else if (entry.Kind == FileKind.File)
        {
            SayFollowed(path, target!);
            _files.Add((NameOf(path), new FileInfo(target!)));
        }
        else
        {
            Say(path, "is a link to a pipe, socket or device and was not read.");
        }
    }

    private bool IsInside(string target) =>
        target.StartsWith(Path.TrimEndingDirectorySeparator(_realRoot) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string NameOf(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');

    private void Say(string path, string text)
    {
        if (_remarks.Count < MaxRemarks)
        {
            _remarks.Add(SingleLine.Format($"{(path == _root ? Path.GetFileName(_root) : NameOf(path))} {text}"));
        }
        else
        {
            _unsaid++;
        }
    }

    private void SayFollowed(string path, string target) => Say(path, IsInside(target)
        ? $"is a link to {Path.GetRelativePath(_realRoot, target)} and was followed."
        : "is a link that leads out of the folder and was followed.");

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // With every folder on the way resolved, so that "inside" is judged by where things are.
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            try
            {
                real = new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? real;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return full;
            }
        }

        return real;
    }
}
