using System.Globalization;
using System.IO.Compression;

namespace Up42.Interactive;

/// <summary>What the interactive table starts with: as many rows as fit, as the texts that are shown.</summary>
internal sealed class TableDataFitter
{
    private const int MaxRows = 50_000;
    private const int FirstTry = 500;
    private const int MaxUnfoldedLength = 300;
    private const int MaxNameLength = 200;
    private const string Rounded = "So that all rows fit, numbers are sorted and searched here by the digits that are shown; in code by all.";

    /// <summary>Digits of real numbers, and of areas and lengths: all; fewer where the table fits whole with these; as they are shown.</summary>
    private static readonly (int Reals, int Sizes)[] Precisions = [(17, 6), (9, 6), (6, 3)];

    private readonly FeatureTable _table;
    private readonly TableColumns _columns;
    private readonly List<CellText>[] _cells;
    private readonly List<GeometryCell> _geometries = [];
    private (int Reals, int Sizes) _precision = Precisions[0];

    private TableDataFitter(FeatureTable table)
    {
        (_table, _columns) = (table, TableColumns.Choose(table));
        _cells = [.. _columns.Carried.Select(_ => new List<CellText>())];
    }

    /// <summary>
    /// The data as JSON, with so many of the first rows that it takes no more than some bytes gzipped; null where those are fewer than the
    /// static part has.
    /// </summary>
    public static byte[]? Fit(FeatureTable table, int gzippedBytes)
    {
        var fitter = new TableDataFitter(table);
        var fits = new List<(byte[]? Json, int Rows)>();
        foreach (var precision in Precisions)
        {
            fitter._precision = precision;
            fits.Add(fitter.Fit(gzippedBytes));
            if (fits[^1].Rows == Math.Min(table.Count, MaxRows))
            {
                return fits[^1].Json;
            }
        }

        // Where no precision lets all rows in, the values of those that are count.
        return fits[1].Rows >= Math.Min(table.Count, FeatureTableHtml.FirstRows) ? fits[1].Json : null;
    }

    private (byte[]? Json, int Rows) Fit(int gzippedBytes)
    {
        var all = Math.Min(_table.Count, MaxRows);
        var (best, fits, fitsNot) = ((byte[]?)null, 0, all + 1);
        for (var rows = Math.Min(_table.Count, FirstTry); ;)
        {
            var json = PageData.Serialize(Data(rows), TablePageJson.Default.TablePageData);
            var size = GzippedLength(json);
            (best, fits, fitsNot) = size <= gzippedBytes ? (json, rows, fitsNot) : (best, fits, rows);
            var guess = (int)Math.Min(rows * (double)gzippedBytes / size, all);
            if (guess > 0.97 * all && fitsNot > all)
            {
                guess = all; // the whole table is worth a try
            }
            else if (fits == rows && guess <= rows * 1.03)
            {
                fitsNot = rows + 1;
            }

            if (fitsNot - 1 <= fits)
            {
                return (best, fits);
            }

            rows = Math.Clamp(guess, fits + 1, fitsNot - 1);
        }
    }

    private TablePageData Data(int rows) => new()
    {
        Caption = FeatureTableHtml.Caption(_table),
        Count = _table.Count,
        Rows = rows,
        ColumnCount = _table.Columns.Count,
        Columns =
        [
            .. _columns.Carried.Select(column =>
                new TableColumnData(DisplayText.Cut(column.Name, MaxNameLength), ColumnTypeName.Format(column.Type), _columns.Shown.Contains(column))),
        ],
        Remarks = _precision == Precisions[^1] ? [.. _table.Remarks, Rounded] : _table.Remarks,
        Geometry = _table.HasGeometry,
        Pictures = Pictures(rows),
        Cells = Cells(rows),
    };

    private Dictionary<string, string> Pictures(int rows) => _table.Store.Pictures is null
        ? []
        : Enumerable.Range(0, rows).Where(row => _table.PictureAt(row) is not null)
            .ToDictionary(row => row.ToString(CultureInfo.InvariantCulture), row => _table.PictureAt(row)!);

    private List<PackedTextsData> Cells(int rows)
    {
        Take(rows);
        var compressor = new ColumnCompressor();
        var packed = new List<PackedTextsData>();
        foreach (var (column, cells) in _columns.Carried.Zip(_cells))
        {
            var isReal = column.Type == FeatureColumnType.Real;
            Pack(cells, cell => isReal && cell.Value is { } digits ? Real(digits) : cell.Short);
            Pack(cells, cell => cell.Whole);
            if (column.Type == FeatureColumnType.Mixed)
            {
                Pack(cells, cell => cell.Value);
            }
        }

        if (_table.HasGeometry)
        {
            Pack(_geometries, geometry => geometry.Words);
            Pack(_geometries, geometry => geometry.Outline?.Path);
            Pack(_geometries, geometry => geometry.Size is { } size ? NumberText.Format(size, _precision.Sizes) : null);
        }

        return packed;

        void Pack<T>(List<T> items, Func<T, string?> text) => packed.Add(compressor.Pack([.. items.Take(rows).Select(text)]));
    }

    /// <summary>Makes the texts of so many rows, those that are there already kept: a table is tried with several numbers of rows.</summary>
    private void Take(int rows)
    {
        foreach (var (column, cells) in _columns.Carried.Zip(_cells))
        {
            while (cells.Count < rows)
            {
                var text = CellText.Format(column.RawAt(cells.Count), column.Type, MaxUnfoldedLength);
                cells.Add(text with { Short = Clean(text.Short), Whole = Clean(text.Whole) });
            }
        }

        while (_table.HasGeometry && _geometries.Count < rows)
        {
            _geometries.Add(GeometryCell.Create(_table, _geometries.Count));
        }
    }

    private string Real(string digits) => NumberText.Format(double.Parse(digits, CultureInfo.InvariantCulture), _precision.Reals);

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
