using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The world's land, coarse: Natural Earth at 1:110 million, as <c>land.mjs</c> makes it.</summary>
internal static class Land
{
    private const double PerDegree = 10;

    private static readonly Lazy<IReadOnlyList<IReadOnlyList<(double X, double Y)>>> AllRings =
        new(() => [.. JsonSerializer.Deserialize<int[][]>(WebAsset.Bytes("land.json"), JsonText.AnyType)!.Select(Ring)]);

    /// <summary>
    /// The outlines of land as longitudes and latitudes, to be filled by the even-odd rule, once for each turn of the world between two longitudes.
    /// </summary>
    /// <param name="west">The western one, which may lie some turns away.</param>
    /// <param name="east">The eastern one.</param>
    public static IEnumerable<IReadOnlyList<IReadOnlyList<(double X, double Y)>>> Turns(double west, double east)
    {
        for (var turn = -Longitudes.ShiftTo(west, -180) - Longitudes.Turn; turn - 180 < east; turn += Longitudes.Turn)
        {
            var shift = turn;
            yield return [.. AllRings.Value.Select(ring => ring.Select(position => (position.X + shift, position.Y)).ToList())];
        }
    }

    private static List<(double X, double Y)> Ring(int[] differences)
    {
        var ring = new List<(double X, double Y)>(differences.Length / 2);
        var (x, y) = (0, 0);
        for (var i = 0; i < differences.Length; i += 2)
        {
            (x, y) = (x + differences[i], y + differences[i + 1]);
            ring.Add((x / PerDegree, y / PerDegree));
        }

        return ring;
    }
}
