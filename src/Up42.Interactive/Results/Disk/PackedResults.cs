using System.Formats.Tar;
using System.IO.Compression;
using System.IO.Pipelines;

namespace Up42.Interactive;

/// <summary>Files of results as one <c>.tgz</c> in UP42's layout, made while it is read.</summary>
internal static class PackedResults
{
    private const int MaxAhead = 1 << 20;

    /// <summary>The archive; dispose it after use, also when it was not read to its end.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static Stream Open(IReadOnlyList<ResultFile> files, CancellationToken cancellationToken)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: MaxAhead, resumeWriterThreshold: MaxAhead / 2));
        _ = Task.Run(() => WriteAsync(files, pipe.Writer, cancellationToken), CancellationToken.None);
        return pipe.Reader.AsStream();
    }

    private static async Task WriteAsync(IReadOnlyList<ResultFile> files, PipeWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            var gzip = new GZipStream(writer.AsStream(leaveOpen: true), CompressionLevel.Fastest);
            await using (gzip.ConfigureAwait(false))
            {
                var tar = new TarWriter(gzip, TarEntryFormat.Pax, leaveOpen: true);
                await using (tar.ConfigureAwait(false))
                {
                    foreach (var file in files)
                    {
                        await WriteAsync(tar, file, cancellationToken).ConfigureAwait(false);
                    }
                }
            }

            await writer.CompleteAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The reader throws it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await writer.CompleteAsync(error).ConfigureAwait(false);
        }
    }

    private static async Task WriteAsync(TarWriter tar, ResultFile file, CancellationToken cancellationToken)
    {
        var content = new FileStream(
            file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan | FileOptions.Asynchronous);
        await using (content.ConfigureAwait(false))
        {
            var entry = new PaxTarEntry(TarEntryType.RegularFile, $"{EntryPath.Wrapper}/{file.Name}")
            {
                ModificationTime = File.GetLastWriteTimeUtc(file.Path),
                DataStream = content,
            };
            await tar.WriteEntryAsync(entry, cancellationToken).ConfigureAwait(false);
        }
    }
}
