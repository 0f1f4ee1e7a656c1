using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli;

/// <summary>
/// Pictures that Markdown takes into its page: attachments, and files of the notebook's folder. A notebook of others may name any file of this
/// machine: only regular ones are read that no link leads to, and whose first bytes are those of a picture.
/// </summary>
/// <param name="folder">Where relative paths start.</param>
/// <param name="budget">What the page may still hold.</param>
internal sealed class PagePictures(string folder, PageBudget budget)
{
    private const string Attachment = "attachment:";
    private const string Drawing = "image/svg+xml";

    private static readonly (string Type, Func<byte[], bool> IsIn)[] Formats =
    [
        ("image/png", bytes => bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]),
        ("image/jpeg", bytes => bytes is [0xFF, 0xD8, 0xFF, ..]),
        ("image/gif", bytes => bytes is [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]),
        ("image/webp", bytes => bytes is [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..]),
    ];

    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"];

    private readonly string _folder = Path.GetFullPath(folder);
    private readonly List<string> _remarks = [];

    /// <summary>What was left out since the last time, and why, one sentence each.</summary>
    public IReadOnlyList<string> TakeRemarks()
    {
        IReadOnlyList<string> remarks = [.. _remarks.Distinct()];
        _remarks.Clear();
        return remarks;
    }

    /// <summary>A picture as an address that holds it; null where its text stands for it.</summary>
    public string? Embed(string address, JsonObject? attachments)
    {
        if (address.StartsWith("data:image/", StringComparison.Ordinal))
        {
            return address;
        }

        var (picture, problem) = address.StartsWith(Attachment, StringComparison.Ordinal)
            ? FromAttachment(attachments?[Uri.UnescapeDataString(address[Attachment.Length..])])
            : FromFile(Path.Combine(_folder, Uri.UnescapeDataString(address)));
        if (picture is not null && !budget.TakePicture(picture.Length))
        {
            problem = $"the pictures of this page take more than {FileSize.Format(Limits.Default.PagePictureBytes)} in all";
        }

        if (problem is not null)
        {
            _remarks.Add($"A picture is left out: {DisplayText.Cut(address, 200)}. The reason: {problem}.");
        }

        return problem is null ? picture : null;
    }

    private static (string? Picture, string? Problem) FromAttachment(JsonNode? attachment)
    {
        var picture = attachment is JsonObject { Count: > 0 } bundle
            ? DataUri.FromBase64(bundle.First().Key, NotebookCell.Text(bundle.First().Value).ReplaceLineEndings(""))
            : null;
        return picture is not null && DataUri.IsPicture(picture) ? (picture, null) : (null, null);
    }

    private (string? Picture, string? Problem) FromFile(string path)
    {
        if (!Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || !File.Exists(path))
        {
            return (null, null);
        }

        if (HasLink(Path.GetFullPath(path)))
        {
            return (null, "links are not followed");
        }

        if (!FileEntry.IsFile(path))
        {
            return (null, "it is not a file");
        }

        try
        {
            return Read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, "it cannot be read");
        }
    }

    private static (string? Picture, string? Problem) Read(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        if (length > Limits.Default.PictureBytes)
        {
            return (null, $"it has {FileSize.Format(length)}, and up to {FileSize.Format(Limits.Default.PictureBytes)} are shown");
        }

        var bytes = new byte[length];
        var read = RandomAccess.Read(file, bytes, 0);
        return read == length && Type(path, bytes) is { } type ? (DataUri.Create(type, bytes), null) : (null, "it does not begin as a picture does");
    }

    private static string? Type(string path, byte[] bytes) =>
        Formats.FirstOrDefault(format => format.IsIn(bytes)).Type ?? (IsDrawing(path, bytes) ? Drawing : null);

    private static bool IsDrawing(string path, ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase) && text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }

    // The folders between the notebook's and the file too; where the notebook itself lies is its user's own matter.
    private bool HasLink(string path)
    {
        for (var part = path; part is not null && (part == path || part.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
            part = Path.GetDirectoryName(part))
        {
            if (FileEntry.Find(part) is { Kind: FileKind.Link })
            {
                return true;
            }
        }

        return false;
    }
}
