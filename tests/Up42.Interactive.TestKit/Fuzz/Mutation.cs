using System.Text;

namespace Up42.Interactive.TestKit;

/// <summary>Damages bytes as wires, editors and attackers do: flipped, cut, doubled and swapped runs, extreme numbers, foreign tokens.</summary>
public static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "-1", "0", "1e400", "-1e400", "1e18", "NaN", "Infinity", "9223372036854775807", "null", "{}", "[]",
            "[[[[", "]]]]", "\"\"", "\0", "\uFEFF", "\uD83D",
            "\"coordinates\":", "\"type\":\"GeometryCollection\",\"geometries\":[", "EMPTY", "GEOMETRYCOLLECTION(", "../", "/etc/passwd", "\r\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0xFF, 0xFE],
    ];

    /// <summary>A damaged copy.</summary>
    public static byte[] Apply(Random random, byte[] seed)
    {
        var bytes = seed.ToList();
        for (var rounds = random.Next(1, 5); rounds > 0 && bytes.Count > 0; rounds--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Repeat(bytes.GetRange(at, length), random.Next(1, 200)).SelectMany(run => run));
                    break;
                case 4:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                default:
                    var token = Tokens[random.Next(Tokens.Length)];
                    bytes.RemoveRange(at, Math.Min(token.Length, bytes.Count - at));
                    bytes.InsertRange(at, token);
                    break;
            }
        }

        return [.. bytes];
    }
}
