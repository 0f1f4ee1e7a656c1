namespace Up42.Interactive;

/// <summary>Puts an archive of results into a bucket, named and typed by what it is.</summary>
/// <param name="Bucket">Where to.</param>
/// <param name="What">The archive in words, for messages: <c>The archive of job 7b…</c>.</param>
/// <param name="Folder">The folder in the bucket.</param>
/// <param name="JobId">The name without the extension.</param>
/// <param name="Extension">The extension; null: that of what the archive is.</param>
/// <param name="Version">The first part of the name.</param>
internal sealed record ResultsUpload(IResultsBucket Bucket, string What, string Folder, string JobId, string? Extension, string Version)
{
    /// <summary>Uploads; the archive is read once and never held as a whole.</summary>
    /// <exception cref="Up42Exception">It is no archive, or one of another kind than the extension says.</exception>
    public async Task<BucketObject> SendAsync(Stream archive, Func<long?> total, IProgress<DownloadProgress>? progress, TimeProvider time, CancellationToken cancellationToken)
    {
        _ = Name(Extension ?? "");
        var start = new byte[TarHeader.Size];
        start = start[..await archive.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)];
        var (type, extensions) = ArchiveFormats.Of(start) switch
        {
            ArchiveFormat.GzippedTar => ("application/gzip", new[] { ".tgz", ".tar.gz" }),
            ArchiveFormat.Tar => ("application/x-tar", [".tar"]),
            ArchiveFormat.Zip => ("application/zip", [".zip"]),
            _ => throw new Up42Exception($"{What} is {ArchiveFormats.Describe(start)}, no archive, and was not uploaded."),
        };
        var extension = Extension is null ? extensions[0] : $".{Extension.TrimStart('.')}";
        if (!extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            throw new Up42Exception($"{What} is {Described(extensions)} and was not uploaded as '{Extension}': pass extension: \"{extensions[0]}\".");
        }

        var name = Name(extension);
        var meter = new ProgressMeter(progress, name, time);
        meter.Begin(0, total());
        return await Bucket.UploadAsync(name, new ProgressContent(start, archive, meter), type, cancellationToken).ConfigureAwait(false);
    }

    private string Name(string extension) => ObjectName.Of(Version, Folder, JobId + extension);

    private static string Described(string[] extensions) => extensions[0] switch { ".zip" => "a zip archive", ".tar" => "a tar archive", _ => "a gzipped tar archive" };
}
