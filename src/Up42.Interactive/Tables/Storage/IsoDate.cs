using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// Dates as ISO 8601 and RFC 3339 write them: <c>2020-03-30</c>, <c>2020-03-30T17:02:11.5Z</c>, <c>2020-03-30 17:02+02:00</c>. Without an
/// offset they are UTC. Python and Java write micro- and nanoseconds; a tick is 100 ns, and what is finer is cut off.
/// </summary>
internal static class IsoDate
{
    private const int Longest = 40;

    public static DateTimeOffset Parse(ReadOnlySpan<byte> text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{Encoding.UTF8.GetString(text)}' is not an ISO 8601 date.");

    public static DateTimeOffset Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not an ISO 8601 date.");

    public static bool TryParse(string text, out DateTimeOffset date)
    {
        date = default;
        Span<byte> utf8 = stackalloc byte[Longest];
        return text.Length <= Longest && Ascii.FromUtf16(text, utf8, out var length) == OperationStatus.Done
            && TryParse(utf8[..length], out date);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length is < 10 or > Longest || text[4] != '-' || text[7] != '-'
            || Number(text[..4]) is not (>= 1 and var year)
            || Number(text[5..7]) is not (>= 1 and <= 12 and var month)
            || Number(text[8..10]) is not (>= 1 and var day)
            || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var at = 10;
        if (!TryTime(text, ref at, out var time) || !TryOffset(text[at..], out var offset))
        {
            return false;
        }

        var ticks = new DateTime(year, month, day).Ticks + time;
        var utc = ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        date = new DateTimeOffset(ticks, offset);
        return true;
    }

    /// <summary>Reads <c>T17:02</c>, <c>T17:02:11</c> or <c>T17:02:11.5</c>, or nothing at the end of the text, as ticks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryTime(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        if (text.Length == at)
        {
            return true;
        }

        if (text.Length < at + 6 || text[at] is not ((byte)'T' or (byte)' ') || text[at + 3] != ':'
            || Number(text.Slice(at + 1, 2)) is not (>= 0 and <= 23 and var hour) || Number(text.Slice(at + 4, 2)) is not (>= 0 and <= 59 and var minute))
        {
            return false;
        }

        at += 6;
        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        if (text.Length == at || text[at] != ':')
        {
            return true;
        }

        if (text.Length < at + 3 || Number(text.Slice(at + 1, 2)) is not (>= 0 and <= 59 and var second))
        {
            return false;
        }

        at += 3;
        ticks += second * TimeSpan.TicksPerSecond;
        if (text.Length == at || text[at] != '.')
        {
            return true;
        }

        var point = at++;
        for (var worth = TimeSpan.TicksPerSecond / 10; at < text.Length && char.IsAsciiDigit((char)text[at]); at++, worth /= 10)
        {
            ticks += (text[at] - '0') * worth;
        }

        return at > point + 1;
    }

    /// <summary>Reads <c>Z</c>, <c>+02:00</c>, <c>+0200</c>, <c>+02</c> or nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text is [] or [(byte)'Z'])
        {
            return true;
        }

        if (text is not ([_, _, _] or [_, _, _, _, _] or [_, _, _, (byte)':', _, _]) || text[0] is not ((byte)'+' or (byte)'-')
            || Number(text[1..3]) is not (>= 0 and var hours) || Number(text.Length == 3 ? [] : text[^2..]) is not (>= 0 and <= 59 and var minutes))
        {
            return false;
        }

        var size = (60 * hours) + minutes;
        offset = TimeSpan.FromMinutes(text[0] == '-' ? -size : size);
        return size <= 14 * 60;
    }

    /// <summary>A number of digits alone; -1: there is something else.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (10 * number) + digit - '0';
        }

        return number;
    }
}
