namespace Up42.Interactive;

/// <summary>The key of images whose classes have names.</summary>
/// <param name="Title">The images it is of.</param>
/// <param name="Key">The classes.</param>
internal sealed record ImageClasses(string Title, ClassKey Key)
{
    private const int MaxKeys = 3;

    /// <summary>A key for each image; of many images one for all of them.</summary>
    public static IReadOnlyList<ImageClasses> Create(IReadOnlyList<MapImage> images)
    {
        List<ImageClasses> keys = [.. images.Where(image => image.Classes is not null).Select(image => new ImageClasses(image.Name, image.Classes!))];
        return keys.Count <= MaxKeys ? keys : [new ImageClasses($"{keys.Count} images", ClassKey.Join([.. keys.Select(each => each.Key)]))];
    }

    /// <summary>The keys as rows of a legend; of several, each begins with its image.</summary>
    public static IEnumerable<LegendEntry> ToEntries(IReadOnlyList<ImageClasses> keys) => keys.SelectMany(each =>
        each.Key.ToEntries().Select((entry, index) => index == 0 && keys.Count > 1 ? entry with { Name = $"{each.Title}: {entry.Name}" } : entry));

    /// <summary>The keys as tables.</summary>
    public static Html ToHtml(IReadOnlyList<ImageClasses> keys) => Html.Join(keys.Select(each => each.Key.ToHtml(each.Title)));
}
