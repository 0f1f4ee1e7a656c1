using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A geometry that stands alone.</summary>
/// <param name="Text">Type and size in words.</param>
/// <param name="Outline">Its shape; null where there is nothing to draw.</param>
internal sealed record GeometryCell(string Text, GeometryOutline? Outline)
{
    public static GeometryCell Create(FeatureTable table, int index)
    {
        var facts = GeometryFacts.Create(table, index, 0);
        return new(facts.Description ?? GeometryText.Describe(table.GeometryAt(index)), facts.Outline);
    }

    public static GeometryCell Create(Geometry? geometry) => new(GeometryText.Describe(geometry), GeometryOutline.Create(geometry));

    /// <summary>The outline, then the words.</summary>
    public Html ToHtml(int size) => Outline is null ? Html.Text(Text) : Html.Format($"{CellHtml.Picture(Outline.ToPicture(size), "")} {Text}");
}
