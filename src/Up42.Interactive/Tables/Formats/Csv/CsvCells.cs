using System.Text;

namespace Up42.Interactive;

/// <summary>A cell of CSV.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="IsQuoted">Whether it stood in quotes: then it is a text.</param>
internal readonly record struct CsvCell(string Text, bool IsQuoted);

/// <summary>The records of CSV (RFC 4180), one after the other; line breaks in quotes are part of a cell.</summary>
/// <param name="text">The CSV.</param>
/// <param name="separator">What stands between cells.</param>
/// <param name="limits">How long a cell and how wide a record may be.</param>
internal sealed class CsvCells(TextReader text, char separator, Limits limits)
{
    private readonly StringBuilder _cell = new();

    /// <summary>The line that the last record began in, from 1.</summary>
    public int Line { get; private set; }

    private int _lines = 1;

    /// <summary>The next record; null at the end. Empty lines are none.</summary>
    /// <exception cref="Up42Exception">A cell or a record is too large, or a quote is left open.</exception>
    public IReadOnlyList<CsvCell>? Next()
    {
        while (true)
        {
            if (text.Peek() < 0)
            {
                return null;
            }

            Line = _lines;
            var cells = new List<CsvCell>();
            while (ReadCell(cells))
            {
                if (cells.Count > limits.Columns)
                {
                    throw new Up42Exception($"Line {NumberText.Format(Line)} has more than {NumberText.Format(limits.Columns)} cells.");
                }
            }

            if (cells is not [{ Text.Length: 0, IsQuoted: false }])
            {
                return cells;
            }
        }
    }

    /// <summary>The separator of a heading: of comma, semicolon and tab the most frequent outside of quotes.</summary>
    public static char SeparatorOf(string start)
    {
        var (counts, isQuoted) = (new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 }, false);
        foreach (var character in start)
        {
            if (character is '\r' or '\n' && !isQuoted)
            {
                break;
            }

            isQuoted ^= character == '"';
            if (!isQuoted && counts.TryGetValue(character, out var count))
            {
                counts[character] = count + 1;
            }
        }

        return counts.MaxBy(count => count.Value).Key;
    }

    /// <summary>Reads a cell; whether another follows in its record.</summary>
    private bool ReadCell(List<CsvCell> cells)
    {
        _cell.Clear();
        var (isQuoted, isOpen) = (false, false);
        while (true)
        {
            var next = text.Read();
            var character = (char)next;
            if (next >= 0 && isOpen)
            {
                if (character == '"' && text.Peek() == '"')
                {
                    text.Read();
                    Add('"');
                }
                else if (character == '"')
                {
                    isOpen = false;
                }
                else
                {
                    Add(character);
                    _lines += character == '\n' ? 1 : 0;
                }
            }
            else if (next < 0 && isOpen)
            {
                throw new Up42Exception($"The quote that opens in the record of line {NumberText.Format(Line)} is not closed.");
            }
            else if (next < 0 || character is '\r' or '\n' || character == separator)
            {
                if (character == '\r' && text.Peek() == '\n')
                {
                    text.Read();
                }

                _lines += character is '\r' or '\n' ? 1 : 0;
                cells.Add(new CsvCell(_cell.ToString(), isQuoted));
                return next >= 0 && character == separator;
            }
            else if (character == '"' && _cell.Length == 0 && !isQuoted)
            {
                (isQuoted, isOpen) = (true, true);
            }
            else
            {
                Add(character);
            }
        }
    }

    private void Add(char character)
    {
        if (_cell.Length >= limits.ValueBytes)
        {
            throw new Up42Exception($"A cell of line {NumberText.Format(Line)} is larger than {FileSize.Format(limits.ValueBytes)}.");
        }

        _cell.Append(character);
    }
}
