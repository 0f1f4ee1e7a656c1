namespace Up42.Interactive;

/// <summary>A place where results are put for others: a folder (<see cref="LocalFolderBucket"/>), or a cloud's storage from a package of its own.</summary>
public interface IResultsBucket
{
    /// <summary>Puts one object into the bucket. It has its name only when all of it has arrived; an earlier object of the name is then replaced.</summary>
    /// <param name="name">The object's name, for example <c>v0/ships/7b….tgz</c>: parts between forward slashes.</param>
    /// <param name="content">The bytes; read once from where it stands to its end, not sought and not disposed.</param>
    /// <param name="contentType">The MIME type of the bytes.</param>
    /// <param name="cancellationToken">Cancels it; nothing stays under the name.</param>
    /// <returns>What is in the bucket now.</returns>
    /// <exception cref="Up42Exception">The bucket refuses, cannot be reached, or holds other bytes than were sent.</exception>
    Task<BucketObject> UploadAsync(string name, Stream content, string contentType, CancellationToken cancellationToken = default);
}
