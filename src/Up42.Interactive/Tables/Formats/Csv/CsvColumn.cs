namespace Up42.Interactive;

/// <summary>The cells of a column of CSV, until all are known: then they are numbers, or all of those without quotes are texts.</summary>
internal sealed class CsvColumn(CsvOptions options)
{
    private readonly ChunkedColumn<CsvCell> _cells = new();
    private bool _isText;

    public void Add(int row, CsvCell cell)
    {
        if (cell.IsQuoted || !CsvText.IsMissing(cell.Text))
        {
            _cells.Set(row, cell);
            _isText |= !cell.IsQuoted && CsvText.ToValue(cell.Text) is null && CsvText.ToJson(cell.Text) is null;
        }
    }

    public void WriteTo(ColumnBuilder column)
    {
        foreach (var (row, cell) in _cells.Present())
        {
            var value = CsvText.ToJson(cell.Text) ?? (cell.IsQuoted || _isText ? null : CsvText.ToValue(cell.Text));
            column.SetRaw(row, value ?? (options.DisarmFormulas ? CsvText.Rearm(cell.Text) : cell.Text));
        }
    }
}
