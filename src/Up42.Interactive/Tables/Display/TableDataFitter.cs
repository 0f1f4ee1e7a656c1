using System.Globalization;
using System.IO.Compression;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What the interactive table starts with: as many rows as fit, as the texts that are shown.</summary>
internal sealed class TableDataFitter
{
    private const int MaxRows = 50_000;
    private const int FirstTry = 500;
    private const int MaxUnfoldedLength = 300;
    private const int MaxNameLength = 200;
    private const int PlaceDecimals = 5;
    private const string Rounded = "So that all rows fit, numbers are sorted and searched here by the digits that are shown; in code by all.";

    /// <summary>
    /// Digits of real numbers, of areas and lengths, and whether middles are carried: all; less where the table fits whole with it; those digits
    /// that are shown (0).
    /// </summary>
    private static readonly (int Reals, int Sizes, bool Places)[] Precisions = [(17, 6, true), (9, 6, true), (9, 6, false), (0, 0, false)];

    private readonly TableLayout _layout;
    private readonly FeatureTable _table;
    private readonly int _all;
    private readonly string _caption;
    private readonly List<CellText>[] _cells;
    private readonly List<GeometryFacts> _geometries = [];
    private readonly List<string?> _places = [];
    private (int Reals, int Sizes, bool Places) _precision = Precisions[0];

    private TableDataFitter(TableLayout layout)
    {
        (_layout, _table, _all) = (layout, layout.Table, Math.Min(layout.Table.Count, MaxRows));
        _caption = FeatureTableHtml.Caption(_table);
        _cells = [.. layout.Carried.Select(_ => new List<CellText>())];
    }

    /// <summary>
    /// The data as JSON, with so many of the first rows that it takes no more than some bytes gzipped; null where those are fewer than the
    /// static part has.
    /// </summary>
    public static byte[]? Fit(TableLayout layout, int gzippedBytes)
    {
        var fitter = new TableDataFitter(layout);
        foreach (var precision in Precisions)
        {
            fitter._precision = precision;
            if (fitter.FitWhole(gzippedBytes) is { } whole)
            {
                return whole;
            }
        }

        // Where no precision lets all rows in, the values of those that are count.
        fitter._precision = Precisions[1];
        return fitter.FitFirst(gzippedBytes);
    }

    /// <summary>All rows, if they fit; not tried where the first ones say that not even half of them do.</summary>
    private byte[]? FitWhole(int gzippedBytes)
    {
        var first = Math.Min(_all, FirstTry);
        return GzippedLength(Serialize(first)) * (double)_all <= 2.0 * gzippedBytes * first && Serialize(_all) is var json
            && GzippedLength(json) <= gzippedBytes
            ? json
            : null;
    }

    /// <summary>As many of the first rows as fit.</summary>
    private byte[]? FitFirst(int gzippedBytes)
    {
        var (best, fits, fitsNot) = ((byte[]?)null, 0, _all + 1);
        for (var rows = Math.Min(_all, FirstTry); ;)
        {
            var json = Serialize(rows);
            var size = GzippedLength(json);
            (best, fits, fitsNot) = size <= gzippedBytes ? (json, rows, fitsNot) : (best, fits, rows);
            var guess = (int)Math.Min(rows * (double)gzippedBytes / size, _all);
            if (guess > 0.97 * _all && fitsNot > _all)
            {
                guess = _all; // the whole table is worth a try
            }
            else if (fits == rows && guess <= rows * 1.03)
            {
                fitsNot = rows + 1;
            }

            if (fitsNot - 1 <= fits)
            {
                return fits >= Math.Min(_all, FeatureTableHtml.FirstRows) ? best : null;
            }

            rows = Math.Clamp(guess, fits + 1, fitsNot - 1);
        }
    }

    private byte[] Serialize(int rows) => PageData.Serialize(Data(rows), TablePageJson.Default.TablePageData);

    private TablePageData Data(int rows) => new()
    {
        Caption = _caption,
        Count = _table.Count,
        Rows = rows,
        ColumnCount = _table.Columns.Count,
        Same = _layout.Same,
        Note = _layout.Note,
        Columns = [.. _layout.Carried.Select(Column)],
        Remarks = _precision == Precisions[^1] ? [.. _table.Remarks, Rounded] : _table.Remarks,
        Geometry = _layout.Geometry is { } geometry
            ? new(_layout.GeometryPlace, geometry.About, geometry.Unit, geometry.Decimals, geometry.HasShapes)
            : null,
        Pictures = Pictures(rows),
        Cells = Cells(rows),
    };

    private TableColumnData Column(ColumnLayout column) => new(
        DisplayText.Cut(column.Column.Name, MaxNameLength),
        ColumnTypeName.Format(column.Type),
        _layout.Columns.Shown.Contains(column.Column),
        column.Type == FeatureColumnType.Real ? column.Decimals : null,
        column.IsId ? true : null,
        column.IsForMachines ? true : null,
        column.About.Length > 0 ? column.About : null,
        column.Histogram?.Path,
        column.Histogram?.Range);

    private Dictionary<string, string> Pictures(int rows) => _table.Store.Pictures is null
        ? []
        : Enumerable.Range(0, rows).Where(row => _table.PictureAt(row) is not null)
            .ToDictionary(row => row.ToString(CultureInfo.InvariantCulture), row => _table.PictureAt(row)!);

    private List<PackedTextsData> Cells(int rows)
    {
        Take(rows);
        var compressor = new ColumnCompressor();
        var packed = new List<PackedTextsData>();
        foreach (var (column, cells) in _layout.Carried.Zip(_cells))
        {
            var isReal = column.Type == FeatureColumnType.Real;
            Pack(cells, cell => isReal && cell.Value is { } digits ? Real(digits, column) : IsId(column, cell) ? cell.Whole : cell.Short);
            Pack(cells, cell => IsId(column, cell) ? null : cell.Whole);
            if (column.Type == FeatureColumnType.Mixed)
            {
                Pack(cells, cell => cell.Value);
            }
        }

        if (_layout.Geometry is { } layout)
        {
            Pack(_geometries, geometry => layout.Words(geometry) is { Length: > 0 } words ? words : null);
            Pack(_geometries, geometry => geometry.Outline?.Path);
            Pack(_geometries, geometry => layout.Number(geometry) is { } size ? Digits(size, _precision.Sizes, layout.Text) : null);
            Pack(_places, place => _precision.Places ? place : null);
        }

        return packed;

        void Pack<T>(List<T> items, Func<T, string?> text) => packed.Add(compressor.Pack([.. items.Take(rows).Select(text)]));
    }

    /// <summary>Makes the texts of so many rows, those that are there already kept: a table is tried with several numbers of rows.</summary>
    private void Take(int rows)
    {
        foreach (var (column, cells) in _layout.Carried.Zip(_cells))
        {
            while (cells.Count < rows)
            {
                var text = column.Text(column.Column.RawAt(cells.Count), MaxUnfoldedLength);
                cells.Add(text with { Short = Clean(text.Short), Whole = Clean(text.Whole) });
            }
        }

        while (_layout.Geometry is { } geometry && _geometries.Count < rows)
        {
            _places.Add(Place(WkbBounds.Measure(_table.WkbAt(_geometries.Count)).Centre));
            _geometries.Add(GeometryFacts.Create(_table, _geometries.Count, geometry.Extent));
        }
    }

    /// <summary>A middle as the page tells it to maps: longitude and latitude, to a metre.</summary>
    private static string? Place(Coordinate? middle) => middle is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(middle.X, PlaceDecimals)} {Math.Round(middle.Y, PlaceDecimals)}");

    /// <summary>Ids are carried whole and shortened by the page.</summary>
    private static bool IsId(ColumnLayout column, CellText cell) => column.IsId && cell is { Short: [_, _, _, _, _, _, _, _, '…', ..], Whole: not null };

    private string Real(string digits, ColumnLayout column) =>
        _precision == Precisions[0] ? digits : Digits(double.Parse(digits, CultureInfo.InvariantCulture), _precision.Reals, column.Align);

    /// <summary>So many digits of a number that it is shown as it would be with all.</summary>
    private static string Digits(double number, int count, Func<double, string> show)
    {
        var shown = show(number);
        if (count == 0)
        {
            var plain = ForScripts(shown.Replace(",", "", StringComparison.Ordinal));
            return plain.Contains('.', StringComparison.Ordinal) && !plain.Contains('E', StringComparison.Ordinal) ? plain.TrimEnd('0').TrimEnd('.') : plain;
        }

        var rounded = ForScripts(NumberText.Format(number, count));
        return show(double.Parse(rounded, CultureInfo.InvariantCulture)) == shown ? rounded : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Scripts and parsers know one minus sign.</summary>
    private static string ForScripts(string number) => number.Replace(NumberText.Minus, "-", StringComparison.Ordinal);

    private static string? Clean(string? text) => text is null ? null : SafeText.Clean(text);

    private static int GzippedLength(byte[] json)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(json);
        }

        return (int)bytes.Length;
    }
}
