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

    private readonly FeatureTable _table;
    private readonly TableColumns _columns;
    private readonly List<CellText>[] _cells;
    private readonly List<GeometryCell> _geometries = [];

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
        var all = Math.Min(table.Count, MaxRows);
        var (best, fits, fitsNot) = ((byte[]?)null, 0, all + 1);
        for (var rows = Math.Min(table.Count, FirstTry); ;)
        {
            var json = PageData.Serialize(fitter.Data(rows), TablePageJson.Default.TablePageData);
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
                return fits >= Math.Min(table.Count, FeatureTableHtml.FirstRows) ? best : null;
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
        Remarks = _table.Remarks,
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
        foreach (var cells in _cells)
        {
            packed.Add(compressor.Pack([.. cells.Take(rows).Select(cell => cell.Short)]));
            packed.Add(compressor.Pack([.. cells.Take(rows).Select(cell => cell.Whole)]));
        }

        if (_table.HasGeometry)
        {
            packed.Add(compressor.Pack([.. _geometries.Take(rows).Select(geometry => geometry.Text)]));
            packed.Add(compressor.Pack([.. _geometries.Take(rows).Select(geometry => geometry.Outline?.Path)]));
        }

        return packed;
    }

    /// <summary>Makes the texts of so many rows, those that are there already kept: a table is tried with several numbers of rows.</summary>
    private void Take(int rows)
    {
        foreach (var (column, cells) in _columns.Carried.Zip(_cells))
        {
            while (cells.Count < rows)
            {
                var text = CellText.Format(column.RawAt(cells.Count), column.Type, MaxUnfoldedLength);
                cells.Add(new CellText(Clean(text.Short), Clean(text.Whole)));
            }
        }

        while (_table.HasGeometry && _geometries.Count < rows)
        {
            _geometries.Add(GeometryCell.Create(_table, _geometries.Count));
        }
    }

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
