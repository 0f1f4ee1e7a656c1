namespace Up42.Interactive;

public sealed partial class JobResults
{
    /// <summary>
    /// Puts the results into a bucket, under the name <c>version/folder/job id.tgz</c>: the archive they were opened from, as it is, or the
    /// files of the folder, packed as <c>.tgz</c> on the way. It needs no account at UP42, and never more than a few megabytes of memory.
    /// </summary>
    /// <param name="bucket">The bucket, a <see cref="LocalFolderBucket"/> or one of a cloud.</param>
    /// <param name="folder">The folder in the bucket; it may hold slashes and spaces, and be empty.</param>
    /// <param name="extension">The extension; null: that of what the archive is. One that contradicts it is refused.</param>
    /// <param name="version">The first part of the name.</param>
    /// <param name="progress">Receives reports of bytes on their way; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels it; nothing stays under the name.</param>
    /// <returns>What is in the bucket now. Without a <c>job.json</c> its name has the folder's or archive's in place of the job's id.</returns>
    /// <exception cref="Up42Exception">There are no files, the extension contradicts them, or the bucket refuses.</exception>
    public async Task<BucketObject> UploadToBucketAsync(
        IResultsBucket bucket,
        string folder,
        string? extension = null,
        string version = "v0",
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(version);
        if (Files.Count == 0)
        {
            throw new Up42Exception($"There is no file in {Name} to upload.");
        }

        if (Files.Any(file => file.IsRemote))
        {
            throw new Up42Exception($"{Name} is read from storage by range: download it, then upload what was downloaded.");
        }

        var upload = new ResultsUpload(bucket, Archive is null ? $"The folder {Name}, packed," : Path.GetFileName(Archive), folder, JobId, extension, version);
        var content = Archive is null ? PackedResults.Open(Files, cancellationToken) : OpenArchive(Archive);
        await using (content.ConfigureAwait(false))
        {
            var time = TimeProvider.System;
            return await LiveTransfer.ShowAsync(
                time,
                output: null,
                $"Upload of {Name}",
                progress,
                listener => upload.SendAsync(content, () => Archive is null ? null : content.Length, listener, time, cancellationToken)).ConfigureAwait(false);
        }
    }

    private static Stream OpenArchive(string path) => ArchiveInput.FromFile(path).Open();
}
