using System.Xml.Linq;

namespace Up42.Interactive.Tests.Conventions;

public class PackageVersionTests
{
    [Fact]
    public void Versions_are_exact_and_central()
    {
        var root = Samples.RepositoryRoot;
        var versions = XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => (Name: (string)package.Attribute("Include")!, Version: (string)package.Attribute("Version")!))
            .ToList();

        versions.ShouldNotBeEmpty();
        versions.ShouldAllBe(package => !package.Version.Contains('*') && !package.Version.Contains('['));
        Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
            .ShouldAllBe(reference => reference.Attribute("Version") == null);
    }
}
