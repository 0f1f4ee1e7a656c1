namespace Up42.Interactive.Cli.Tests.Notebooks;

/// <summary>Tests that look at the one run of the quickstart.</summary>
[CollectionDefinition(Name)]
public sealed class QuickstartCollection : ICollectionFixture<QuickstartRun>
{
    internal const string Name = "Quickstart";
}
