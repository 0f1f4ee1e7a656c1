using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Packs the results of a job as UP42 did: <c>output/data.json</c> and, beside it, a folder with files for each feature.</summary>
internal static class ResultsArchive
{
    /// <summary>Writes a <c>.tgz</c>.</summary>
    /// <param name="path">The file to write; nothing stays under this name when the writing fails.</param>
    /// <param name="dataJson">The FeatureCollection.</param>
    /// <param name="files">Files by their path under <c>output/</c>.</param>
    /// <param name="date">When they were made, as the members say.</param>
    /// <param name="cancellationToken">Cancels the work between files.</param>
    public static void Write(
        string path, JsonNode dataJson, IEnumerable<(string Name, string Path)> files, DateTimeOffset date,
            CancellationToken cancellationToken)
    {
        var partial = path + ".part";
        try
        {
            using (var packed = new GZipStream(File.Create(partial), CompressionLevel.Fastest))
            using (var tar = new TarWriter(packed, TarEntryFormat.Ustar))
            {
                using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(dataJson.ToJsonString()));
                Add(tar, "data.json", json, date);
                foreach (var (name, file) in files)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    using var content = File.OpenRead(file);
                    Add(tar, name, content, date);
                }
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Add(TarWriter tar, string name, Stream content, DateTimeOffset date) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "output/" + name)
        {
            DataStream = content,
            ModificationTime = date,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        });
}
