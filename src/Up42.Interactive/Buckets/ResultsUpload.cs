namespace Up42.Interactive;

/// <summary>Puts an archive of results into a bucket, named and typed by what it is.</summary>
/// <param name="Bucket">Where to.</param>
/// <param name="Description">The archive in words, for messages: <c>The archive of job 7b…</c>.</param>
/// <param name="Folder">The folder in the bucket.</param>
/// <param name="JobId">The name without the extension.</param>
/// <param name="Extension">The extension; null: that of what the archive is.</param>
/// <param name="Version">The first part of the name.</param>
internal sealed record ResultsUpload(IResultsBucket Bucket, string Description, string Folder, string JobId, string? Extension, string Version)
{
    /// <summary>Uploads; the archive is read once and never held as a whole.</summary>
    /// <exception cref="Up42Exception">It is not an archive, or one of another kind than the extension says.</exception>
    public async Task<BucketObject> SendAsync(
        Stream archive, Func<long?> total, IProgress<TransferProgress>? progress, TimeProvider time, CancellationToken cancellationToken)
    {
        _ = Name(Extension ?? "");
        var start = new byte[TarHeader.Size];
        start = start[..await archive.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false)];
        var format = ArchiveFormats.Detect(start)
            ?? throw new Up42Exception($"{Description} is {ArchiveFormats.Describe(start)}, not an archive, and was not uploaded.");
        var extensions = format.Extensions();
        var extension = Extension is null ? extensions[0] : $".{Extension.TrimStart('.')}";
        if (!extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
        {
            throw new Up42Exception($"{Description} is {format.Noun()} and was not uploaded as '{Extension}': pass extension: \"{extensions[0]}\".");
        }

        var name = Name(extension);
        var meter = new ProgressMeter(progress, name, time);
        meter.Begin(0, total());
        var content = new ProgressContent(new PrefixedStream(start, archive), meter);
        return await Bucket.UploadAsync(name, content, format.MediaType(), cancellationToken).ConfigureAwait(false);
    }

    private string Name(string extension) => ObjectName.Create(Version, Folder, JobId + extension);
}
