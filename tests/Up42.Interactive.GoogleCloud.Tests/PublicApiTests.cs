using PublicApiGenerator;

namespace Up42.Interactive.GoogleCloud.Tests;

public class PublicApiTests
{
    /// <summary>A change of the public surface is a change of this file; accept it with UP42_ACCEPT=1.</summary>
    [Fact]
    public void Public_surface_is_as_accepted() =>
        Expectation.Match(
            typeof(GoogleCloudBucket).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
                + "\n", "PublicApi.txt");
}
