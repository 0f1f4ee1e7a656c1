using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace Up42.Interactive;

/// <summary>
/// What a database of SQLite defines, read from its file without SQLite, which would run it: the table <c>sqlite_schema</c>, a tree of pages from the
/// first one on (https://www.sqlite.org/fileformat2.html).
/// </summary>
internal sealed partial class SqliteSchema(string path) : IDisposable
{
    private const int HeaderSize = 100;
    private const int MaxPages = 10_000;

    // SQLite itself takes statements of a million letters.
    private const int MaxRow = 1 << 20;
    private const long MaxBytes = 32 << 20;
    private const byte Inner = 5;
    private const byte Leaf = 13;

    private readonly SafeFileHandle _file = File.OpenHandle(path);
    private int _pageSize;
    private int _usable;
    private long _bytes;
    private Encoding _encoding = Encoding.UTF8;

    /// <summary>
    /// Whether all that is defined are tables, indexes and triggers; false too where that cannot be told. Tables whose values are computed are none:
    /// a module of SpatiaLite reads other files, a generated column may be of any length.
    /// </summary>
    public bool HasTablesOnly
    {
        get
        {
            try
            {
                return ReadAll();
            }
            catch (Exception error) when (error is IndexOutOfRangeException or ArgumentException or OverflowException)
            {
                return false;
            }
        }
    }

    /// <summary>How many tables, indexes and triggers it defines, known when <see cref="HasTablesOnly"/> has been asked.</summary>
    public int Entries { get; private set; }

    /// <summary>The letters of what columns have by default, known then too: it stands in each row that was written before the column.</summary>
    public int DefaultLetters { get; private set; }

    public void Dispose() => _file.Dispose();

    private bool ReadAll()
    {
        var header = new byte[HeaderSize];
        _ = RandomAccess.Read(_file, header, 0);
        _pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16)) is var size and not 1 ? size : 65536;
        _usable = _pageSize - header[20];
        _encoding = header[59] switch { 2 => Encoding.Unicode, 3 => Encoding.BigEndianUnicode, _ => Encoding.UTF8 };
        var (left, seen) = (new Stack<uint>([1]), new HashSet<uint>());
        while (left.TryPop(out var number))
        {
            if (number == 0 || !seen.Add(number))
            {
                continue;
            }

            if (seen.Count > MaxPages)
            {
                return false;
            }

            var page = Page(number);
            var start = number == 1 ? HeaderSize : 0;
            var kind = page[start];
            Entries += kind == Leaf ? BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + 3)) : 0;
            for (var cell = 0; cell < BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + 3)); cell++)
            {
                var at = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + (kind == Inner ? 12 : 8) + (2 * cell)));
                if (kind == Inner)
                {
                    left.Push(Number(page, at));
                }
                else if (kind == Leaf && !IsTable(page, at))
                {
                    return false;
                }
            }

            if (kind == Inner)
            {
                left.Push(Number(page, start + 8));
            }
        }

        return true;
    }

    private byte[] Page(uint number)
    {
        var page = new byte[_pageSize];
        _ = RandomAccess.Read(_file, page, (long)(number - 1) * _pageSize);
        return page;
    }

    /// <summary>Looks at a row: type, name, table, page, statement.</summary>
    private bool IsTable(byte[] page, int at)
    {
        var whole = VarInt(page, ref at);
        _ = VarInt(page, ref at);
        var row = Row(page, at, whole);
        at = 0;
        var values = checked((int)VarInt(row, ref at));
        for (var column = 0; column < 4; column++)
        {
            values += Size(VarInt(row, ref at));
        }

        // An index that SQLite made has no statement.
        var length = Size(VarInt(row, ref at));
        return length == 0 || (length <= row.Length - values && IsTable(_encoding.GetString(row, values, length)));
    }

    private bool IsTable(string text)
    {
        var statement = new SqlStatement(text);
        DefaultLetters += statement.DefaultLetters;
        return statement.IsWhole && Definition().Match(text) is { Success: true } found
            && !text.Contains('\0', StringComparison.Ordinal)
            && !(found.Groups["table"].Success && statement.IsComputed);
    }

    /// <summary>A row from its page, and from others where it is long.</summary>
    private byte[] Row(byte[] page, int at, long length)
    {
        var local = Local(length);
        var row = new byte[Math.Min(length, MaxRow)];
        if ((_bytes += row.Length) > MaxBytes)
        {
            throw new OverflowException();
        }

        var filled = Math.Min(local, row.Length);
        page.AsSpan(at, filled).CopyTo(row);
        for (var next = local < length ? Number(page, at + local) : 0; filled < row.Length && next != 0;)
        {
            var other = Page(next);
            var count = Math.Min(_usable - 4, row.Length - filled);
            other.AsSpan(4, count).CopyTo(row.AsSpan(filled));
            (filled, next) = (filled + count, Number(other, 0));
        }

        return row;
    }

    private int Local(long length)
    {
        if (length <= _usable - 35)
        {
            return (int)length;
        }

        var least = ((_usable - 12) * 32 / 255) - 23;
        var most = least + ((length - least) % (_usable - 4));
        return most <= _usable - 35 ? (int)most : least;
    }

    private static int Size(long type) => type switch
    {
        <= 4 => (int)type,
        5 => 6,
        6 or 7 => 8,
        < 12 => 0,
        _ => checked((int)((type - 12) / 2)),
    };

    private static uint Number(byte[] page, int at) => BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(at));

    private static long VarInt(byte[] page, ref int at)
    {
        var value = 0L;
        for (var count = 0; count < 8; count++)
        {
            var octet = page[at++];
            value = (value << 7) | (octet & 0x7FL);
            if (octet < 0x80)
            {
                return value;
            }
        }

        return (value << 8) | page[at++];
    }

    // The index of places that GeoPackages have is the one virtual table.
    [GeneratedRegex(
        @"\ACREATE\s+((?<table>TABLE)\s|((UNIQUE\s+)?INDEX|TRIGGER)\s|VIRTUAL\s+TABLE\s+(""[^""]*""|\w+)\s+USING\s+rtree\s*\()",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();
}
