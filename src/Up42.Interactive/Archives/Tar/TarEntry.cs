namespace Up42.Interactive;

/// <summary>One entry of a tar archive, extended headers folded in.</summary>
internal sealed record TarEntry(char Type, string Name, string LinkName, long Size, DateTimeOffset? Time, bool IsSparse)
{
    public bool IsFile => Type is '0' or '\0' or '7' && !Name.EndsWith('/');

    public bool IsFolder => Type == '5' || (Type is '0' or '\0' && Name.EndsWith('/'));

    /// <summary>Another name of a file that came before.</summary>
    public bool IsHardLink => Type == '1';

    public bool IsVolumeLabel => Type == 'V';
}
