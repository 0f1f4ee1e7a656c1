using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>The extended header of POSIX.1-2001: records of <c>length key=value</c>.</summary>
internal static class PaxRecords
{
    public static void Read(ReadOnlySpan<byte> data, Dictionary<string, string> into)
    {
        while (!data.IsEmpty && data[0] != 0)
        {
            var space = data.IndexOf((byte)' ');
            if (space is < 1 or > 8
                || !int.TryParse(data[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length <= space + 1 || length > data.Length || data[length - 1] != '\n')
            {
                throw new InvalidDataException("An extended header is damaged.");
            }

            var record = data[(space + 1)..(length - 1)];
            var equals = record.IndexOf((byte)'=');
            if (equals < 1)
            {
                throw new InvalidDataException("An extended header is damaged.");
            }

            into[EntryText.Decode(record[..equals], Encoding.Latin1)] = EntryText.Decode(record[(equals + 1)..], Encoding.Latin1);
            data = data[length..];
        }
    }
}
