namespace Up42.Interactive.Cli.Tests.Kernel;

/// <summary>Tests in the real kernel of .NET Interactive; the packages are made once for them.</summary>
[CollectionDefinition(Name)]
public sealed class KernelCollection : ICollectionFixture<KernelFeed>
{
    internal const string Name = "Kernel";
}
