using System.Globalization;
using System.Xml;

namespace Up42.Interactive;

/// <summary>A raster attribute table, as GDAL writes it: a row a class, in columns that say what they are for.</summary>
internal sealed class AttributeTable
{
    private const int MaxColumns = 1000;

    // Of GDAL's numbers of uses and types.
    private const int NameUse = 2;
    private const int MinimumUse = 3;
    private const int MaximumUse = 4;
    private const int ValueUse = 5;
    private const int FirstColorUse = 6;
    private const int TextType = 2;

    private readonly List<(string Name, int Type, int Use)> _columns = [];
    private readonly List<RasterClass> _classes = [];
    private readonly double? _start;
    private readonly double? _step;
    private TableUses? _uses;
    private int _rows;

    private AttributeTable(double? start, double? step) => (_start, _step) = (start, step);

    /// <summary>The classes of a table, in the order of its rows.</summary>
    /// <param name="table">Reads its element.</param>
    /// <param name="most">How many classes are taken.</param>
    public static IReadOnlyList<RasterClass> Read(XmlReader table, int most)
    {
        table.Read();
        var read = new AttributeTable(Number(table.GetAttribute("Row0Min")), Number(table.GetAttribute("BinSize")));
        read.ReadRows(table, most);
        return read._classes;
    }

    private void ReadRows(XmlReader table, int most)
    {
        List<string>? cells = null;
        table.Read();
        while (!table.EOF && _classes.Count < most)
        {
            switch (table)
            {
                case { NodeType: not XmlNodeType.Element }:
                    table.Read();
                    break;
                case { LocalName: "FieldDefn" } when _uses is null && _columns.Count < MaxColumns:
                    _columns.Add(("", 0, 0));
                    table.Read();
                    break;
                case { LocalName: "Name" } when _uses is null && _columns.Count > 0:
                    _columns[^1] = _columns[^1] with { Name = table.ReadElementContentAsString() };
                    break;
                case { LocalName: "Type" } when _uses is null && _columns.Count > 0:
                    _columns[^1] = _columns[^1] with { Type = (int)(Number(table.ReadElementContentAsString()) ?? 0) };
                    break;
                case { LocalName: "Usage" } when _uses is null && _columns.Count > 0:
                    _columns[^1] = _columns[^1] with { Use = (int)(Number(table.ReadElementContentAsString()) ?? 0) };
                    break;
                case { LocalName: "Row" }:
                    _uses ??= new TableUses(_columns);
                    Add(cells);
                    cells = [];
                    table.Read();
                    break;
                case { LocalName: "F" } when cells?.Count < MaxColumns:
                    cells.Add(table.ReadElementContentAsString());
                    break;
                default:
                    table.Read();
                    break;
            }
        }

        if (_classes.Count < most)
        {
            Add(cells);
        }
    }

    private void Add(List<string>? cells)
    {
        if (cells is null || _uses is null)
        {
            return;
        }

        var row = _rows++;
        var value = Used(ValueUse) ?? Number(Cell(_uses.NamedValue));
        var first = value ?? Used(MinimumUse) ?? _start + (row * _step) ?? double.NaN;
        var last = value ?? Used(MaximumUse) ?? first;
        var color = KnownClasses.Color(Used(FirstColorUse), Used(FirstColorUse + 1), Used(FirstColorUse + 2), Used(FirstColorUse + 3) ?? byte.MaxValue);
        if (KnownClasses.Create(first, last, Cell(_uses.Of(NameUse)) ?? Cell(_uses.FirstText), color) is { } each)
        {
            _classes.Add(each);
        }

        double? Used(int use) => Number(Cell(_uses.Of(use)));

        string? Cell(int at) => at >= 0 && at < cells.Count ? cells[at] : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Which column is for what: the first of each kind; -1 where there is none. There may be as many rows as columns.</summary>
    private sealed class TableUses(List<(string Name, int Type, int Use)> columns)
    {
        private readonly Dictionary<int, int> _uses = columns.Index().GroupBy(each => each.Item.Use).ToDictionary(each => each.Key, each => each.First().Index);

        public int NamedValue { get; } = columns.FindIndex(column => column.Name.Equals("value", StringComparison.OrdinalIgnoreCase));

        public int FirstText { get; } = columns.FindIndex(column => column.Type == TextType);

        public int Of(int use) => _uses.GetValueOrDefault(use, -1);
    }
}
