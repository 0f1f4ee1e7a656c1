namespace Up42.Interactive;

/// <summary>A folder as a bucket: for people without a cloud, for a share that others mount, and for trying an upload.</summary>
public sealed class LocalFolderBucket : IResultsBucket
{
    private const int BufferSize = 1 << 17;

    /// <summary>Takes a folder; it is made at the first upload.</summary>
    /// <param name="folder">Its path.</param>
    public LocalFolderBucket(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = Path.GetFullPath(folder);
    }

    /// <summary>The folder's full path.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    /// <remarks>Each part of the name is a folder or the file. Characters that a platform does not take in names become <c>_</c>.</remarks>
    public async Task<BucketObject> UploadAsync(string name, Stream content, string contentType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        name = ObjectName.Create(name);
        var path = Path.Combine([Folder, .. name.Split('/').Select(SafeFileName.Create)]);
        var part = AtomicFile.TemporaryName(path);
        using var sent = new HashingStream(content);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await WriteAsync(sent, part, cancellationToken).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception error) when (sent.Error is null && error is IOException or UnauthorizedAccessException)
        {
            throw new Up42Exception($"{name} could not be written to {Folder}: {error.Message}", error);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }

        return new BucketObject { Name = name, Address = path, Length = sent.Count, ContentType = contentType, Crc32C = sent.Crc32C, Md5 = sent.Md5 };
    }

    /// <summary>The folder.</summary>
    public override string ToString() => SingleLine.Format($"Bucket in the folder {Folder}");

    private static async Task WriteAsync(HashingStream content, string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }
}
