using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace Up42.Interactive.Cli;

/// <summary>The assemblies that cells name by <c>#r</c>: what is no regular file, or is none that memory holds, is not there.</summary>
/// <param name="folder">Where relative paths start.</param>
internal sealed class ReferencedFiles(string folder) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver _files = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    public override bool ResolveMissingAssemblies => _files.ResolveMissingAssemblies;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        Places(reference, baseFilePath).All(MayBeRead) ? _files.ResolveReference(reference, baseFilePath, properties) : [];

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        _files.ResolveMissingAssembly(definition, referenceIdentity);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => _files.GetHashCode();

    // A name of an assembly is no path, and names no file here.
    private IEnumerable<string> Places(string reference, string? baseFilePath) =>
        new[] { folder, Path.GetDirectoryName(baseFilePath) }.OfType<string>().Select(place => Path.Combine(place, reference));

    private static bool MayBeRead(string path) => FileEntry.Follow(path) switch
    {
        null => true,
        { Kind: FileKind.File } => new FileInfo(path).Length <= Limits.Default.ReferenceBytes,
        { Kind: var kind } => kind != FileKind.Special,
    };
}
