namespace Up42.Interactive;

/// <summary>Unpacks tar.</summary>
internal static class TarArchive
{
    public static void Unpack(Stream archive, ExtractionTarget folder)
    {
        using var input = new TarInput(archive, folder);
        while (input.Next() is { } entry)
        {
            if (entry.IsSparse)
            {
                throw new UnpackException($"{EntryPath.Shown(entry.Name)}, a sparse file of GNU tar; pack it again without --sparse");
            }
            else if (entry.IsHardLink)
            {
                folder.AddCopy(entry.Name, entry.LinkName, entry.Time);
            }
            else if (entry.IsFile)
            {
                folder.AddFile(entry.Name, entry.Size, input, entry.Time);
            }
            else if (entry.IsFolder)
            {
                folder.AddFolder(entry.Name, entry.Time);
            }
            else if (!entry.IsVolumeLabel)
            {
                throw new UnpackException(Refusal(entry));
            }
        }

        input.Finish();
    }

    private static string Refusal(TarEntry entry) => $"{EntryPath.Shown(entry.Name)}, " + entry.Type switch
    {
        '2' => $"a link to {EntryPath.Shown(entry.LinkName)}",
        '3' or '4' => "a device",
        '6' => "a pipe",
        'M' => "the rest of a file that begins in another volume",
        _ => $"an entry of a kind that is not a file ({EntryPath.Shown(entry.Type.ToString())})",
    };
}
