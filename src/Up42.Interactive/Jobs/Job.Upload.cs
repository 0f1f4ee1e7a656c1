namespace Up42.Interactive;

public sealed partial class Job
{
    /// <summary>
    /// Puts the results' archive into a bucket, under the name <c>version/folder/job id</c> and extension. It goes from the server's
    /// storage, or from the archive of a download that was
    /// not unpacked, straight to the bucket, and is never held as a whole.
    /// </summary>
    /// <param name="bucket">The bucket, a <see cref="LocalFolderBucket"/> or one of a cloud.</param>
    /// <param name="folder">The folder in the bucket; it may hold slashes and spaces, and be empty.</param>
    /// <param name="extension">The extension; one that contradicts what the archive is, is refused.</param>
    /// <param name="version">The first part of the name.</param>
    /// <param name="progress">Receives the progress; null: a bar in the notebook shows them, or lines on a terminal.</param>
    /// <param name="cancellationToken">Cancels the upload; nothing stays under the name.</param>
    /// <returns>What lies in the bucket now.</returns>
    /// <exception cref="Up42Exception">The job has not succeeded, the extension contradicts the archive, or the server or the bucket refuses.</exception>
    public async Task<BucketObject> UploadResultsToBucketAsync(
        IResultsBucket bucket,
        string folder,
        string extension = ".tgz",
        string version = "v0",
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(extension);
        ArgumentNullException.ThrowIfNull(version);
        if (!IsSucceeded && !(await GetStatusAsync(cancellationToken).ConfigureAwait(false)).IsSucceeded)
        {
            throw new Up42Exception(NoResults(Status));
        }

        return await LiveTransfer.ShowAsync(
            _api.Connection, $"Upload of job {Name ?? Id}", progress, listener =>
                UploadAsync(new(bucket, $"The archive of job {Id}", folder, Id, extension, version), listener, cancellationToken))
            .ConfigureAwait(false);
    }

    private async Task<BucketObject> UploadAsync(ResultsUpload upload, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        if (Results?.Archive is { } kept)
        {
            using var file = ArchiveInput.FromFile(kept).Open();
            return await upload.SendAsync(file, () => file.Length, progress, _api.Connection.Time, cancellationToken).ConfigureAwait(false);
        }

        using var archive = new TransferStream(_api.Connection, new SignedSource(_api.Connection, ResultsSource.Job(_api.Jobs, ProjectId, Id)));
        return await upload.SendAsync(archive, () => archive.Total, progress, _api.Connection.Time, cancellationToken).ConfigureAwait(false);
    }
}
