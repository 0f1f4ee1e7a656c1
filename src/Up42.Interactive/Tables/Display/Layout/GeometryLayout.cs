namespace Up42.Interactive;

/// <summary>How the geometries of a table are set: what all of them share stands in the head, shapes are drawn to one scale.</summary>
/// <param name="Type">The type of all; null where they differ.</param>
/// <param name="Unit">The unit of all sizes; null where they differ, or where there are none.</param>
/// <param name="Decimals">The decimals of the sizes.</param>
/// <param name="Extent">The width of the shapes' pictures in degrees of latitude; 0: each is drawn as large as it can be.</param>
/// <param name="HasShapes">Whether there is anything but points to draw.</param>
/// <param name="HasSizes">Whether there are areas or lengths.</param>
internal sealed record GeometryLayout(string? Type, string? Unit, int Decimals, double Extent, bool HasShapes, bool HasSizes)
{
    /// <summary>Stands in the words where the size belongs.</summary>
    public const char SizeSign = '#';

    private const int Sample = 500;
    private const int MaxSampleBytes = 4 << 20;
    private const int MetersPerDegree = 111_195;
    private static readonly int[] Points = [WkbType.Point, WkbType.MultiPoint];
    private static readonly int[] Areas = [.. Points, WkbType.Polygon, WkbType.MultiPolygon];
    private static readonly int[] Lengths = [.. Points, WkbType.LineString, WkbType.MultiLineString];

    /// <summary>What the head says below the name.</summary>
    public string About => string.Join(" · ", new[] { Type, Unit }.Where(text => text is not null));

    /// <summary>To which scale shapes are drawn; null where there are none.</summary>
    public string? Scale => !HasShapes ? null
        : Extent > 0 ? $"Shapes are drawn to one scale: {GeometryText.Length(Extent * MetersPerDegree)} from edge to edge."
        : "Shapes are not drawn to one scale: they differ too much.";

    public static GeometryLayout Create(FeatureTable table)
    {
        var (extents, types) = (new double[table.Count], new SortedSet<int>());
        for (var row = 0; row < table.Count; row++)
        {
            if (table.WkbAt(row) is { } wkb)
            {
                extents[row] = GeometryOutline.Extent(WkbBounds.Measure(wkb));
                types.Add(WkbType.Read(wkb.Span));
            }
        }

        var sizes = SampleOf(table).Where(fact => fact.Size is not null).Select(fact => fact.Size!.Value).ToArray();
        var unit = sizes.Length == 0 ? null
            : types.IsSubsetOf(Areas) ? UnitOf(sizes, isArea: true)
            : types.IsSubsetOf(Lengths) ? UnitOf(sizes, isArea: false)
            : null;
        var decimals = unit is null ? 0 : NumberText.DecimalsFor([.. sizes.Select(size => size / PerUnit(unit))]);
        return new(types.Count == 1 ? WkbType.Name(types.Min) : null, unit, decimals, CommonExtent(extents), !types.IsSubsetOf(Points), sizes.Length > 0);
    }

    /// <summary>What stands in a cell: <see cref="SizeSign"/> is where the size belongs.</summary>
    public string Words(GeometryFacts facts)
    {
        var type = Type is null ? facts.Words : "";
        var rest = facts.Place ?? (facts.Size is not { } size ? ""
            : Unit is null ? $"{SizeSign} {GeometryText.InUnit(size, facts.IsArea).Unit}"
            : $"{SizeSign}");
        var words = string.Join(", ", new[] { type, rest }.Where(text => text.Length > 0));
        return words.Length > 0 ? words : facts.Words;
    }

    /// <summary>The number that belongs into the words, in the unit that stands in the head or beside it.</summary>
    public double? Number(GeometryFacts facts) => facts.Size is not { } size ? null
        : Unit is null ? GeometryText.InUnit(size, facts.IsArea).Value
        : size / PerUnit(Unit);

    /// <summary>A number of <see cref="Number"/> as it is shown.</summary>
    public string Text(double number) => Unit is null ? NumberText.Format(number, 3, grouped: true) : NumberText.Align(number, Decimals);

    /// <summary>What stands in a cell, as it is read.</summary>
    public string Text(GeometryFacts facts) =>
        Number(facts) is { } number ? Words(facts).Replace($"{SizeSign}", Text(number), StringComparison.Ordinal) : Words(facts);

    private static GeometryFacts[] SampleOf(FeatureTable table)
    {
        var (facts, bytes) = (new List<GeometryFacts>(), 0L);
        foreach (var row in FeatureColumn.SampleRows(table.Count, Sample))
        {
            if (bytes < MaxSampleBytes && table.WkbAt(row) is { } wkb)
            {
                bytes += wkb.Length;
                facts.Add(GeometryFacts.Create(table, row, 0));
            }
        }

        return [.. facts];
    }

    private static string UnitOf(double[] sizes, bool isArea)
    {
        Array.Sort(sizes);
        return GeometryText.InUnit(sizes[sizes.Length / 2], isArea).Unit;
    }

    private static double PerUnit(string unit) => unit switch { "km²" => 1e6, "km" => 1e3, _ => 1 };

    /// <summary>The largest one's; none where most of the others would be no more than dots beside it.</summary>
    private static double CommonExtent(double[] extents)
    {
        var most = extents.DefaultIfEmpty().Max();
        var sample = FeatureColumn.SampleRows(extents.Length, Sample).Select(row => extents[row]).Where(extent => extent > 0).Order().ToArray();
        return sample.Length > 0 && most <= sample[sample.Length / 2] * GeometryOutline.Grid / 2 ? most : 0;
    }
}
