namespace Up42.Interactive;

/// <summary>The key of an image whose classes have names.</summary>
/// <param name="Title">The image.</param>
/// <param name="Rows">The classes, the largest first; the last may stand for those that have no row.</param>
internal sealed record ClassKeyData(string Title, IReadOnlyList<ClassKeyRowData> Rows)
{
    private const int MaxTitleLength = 120;

    public static ClassKeyData Create(ImageClasses classes) => new(
        DisplayText.Cut(classes.Title, MaxTitleLength),
        [
            .. classes.Key.Rows.Select(row => new ClassKeyRowData(row.Name, ColorScale.ToHex(row.Rgb), row.Text)),
            .. classes.Key.Others is { } others ? [new ClassKeyRowData(others.Name, null, others.Text)] : Array.Empty<ClassKeyRowData>(),
        ]);
}

/// <summary>A class in a key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Color">As <c>#rrggbb</c>; null of several classes.</param>
/// <param name="Size">Its size as it is shown; empty where it is not known.</param>
internal sealed record ClassKeyRowData(string Name, string? Color, string Size);
