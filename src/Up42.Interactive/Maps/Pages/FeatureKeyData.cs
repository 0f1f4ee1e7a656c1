namespace Up42.Interactive;

/// <summary>The key of features that a column colours.</summary>
/// <param name="Title">The column.</param>
/// <param name="Bar">The key of numbers along a scale; null where they are in classes.</param>
/// <param name="Classes">The rows of the key.</param>
internal sealed record FeatureKeyData(string Title, ColorBarData? Bar, IReadOnlyList<FeatureClass> Classes)
{
    private const int MaxNameLength = 120;

    public static FeatureKeyData? Create(FeatureColors? colors) => colors is null
        ? null
        : new(
            DisplayText.Cut(colors.Column, MaxNameLength),
            ColorBarData.Create(colors.Bar),
            [.. colors.Classes.Select(each => each with { Name = DisplayText.Cut(each.Name, MaxNameLength) })]);
}
