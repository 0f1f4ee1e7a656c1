namespace Up42.Interactive.Sandbox;

/// <summary>A file of the storage, made when it is first asked for.</summary>
/// <param name="FileName">The name it is downloaded under: letters, digits, dots, hyphens and underscores.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="WriteAsync">Makes it under a path.</param>
internal sealed record AssetContent(string FileName, string MediaType, Func<string, Task> WriteAsync)
{
    public const string Cog = "image/tiff; application=geotiff; profile=cloud-optimized";
    public const string GeoJson = "application/geo+json";
    public const string Png = "image/png";
    public const string Zip = "application/zip";

    /// <summary>When the files of the storage were made, as their headers say.</summary>
    public static DateTimeOffset MadeAt { get; } = new(2023, 11, 6, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A name that tells it from all other content: what is the same has the same.</summary>
    public required string Name { get; init; }

    /// <summary>The file, made if it has not been.</summary>
    public async Task<string> GetPathAsync() => (await FileStore.GetAsync(this).ConfigureAwait(false)).Path;
}
