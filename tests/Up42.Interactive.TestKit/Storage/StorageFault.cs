namespace Up42.Interactive.TestKit;

/// <summary>What goes wrong with one chunk that a <see cref="GoogleStorageServer"/> is sent.</summary>
public abstract record StorageFault
{
    private StorageFault()
    {
    }

    /// <summary>The connection breaks after some bytes of the chunk; what makes whole blocks of 256 KiB is kept.</summary>
    public sealed record Break(int AfterBytes) : StorageFault;

    /// <summary>Only the first blocks are kept, and the answer says so.</summary>
    public sealed record KeepPart(int Blocks) : StorageFault;

    /// <summary>The chunk is kept, but the connection breaks before the answer.</summary>
    public sealed record LoseAnswer : StorageFault;

    /// <summary>Another status is answered, and nothing is kept.</summary>
    public sealed record Refuse(int Status, string Body = "") : StorageFault;

    /// <summary>No answer ever comes.</summary>
    public sealed record Hang(TaskCompletionSource Reached) : StorageFault;
}
