using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Longitudes on a globe: where a line goes from one to the next, and how they are moved by whole turns. The one place that knows what an edge
/// of more than 180° means.
/// </summary>
/// <remarks>
/// <para>An edge is the straight line between its ends (RFC 7946, section 3.1.1), however long, but for these:</para>
/// <para>A line with an edge whose ends lie within 10° of the antimeridian on either side of it crosses there: catalogues write footprints so
/// that section 3.1.9 wants cut in two. The 10° are those of GDAL (<c>DATELINEOFFSET</c>).</para>
/// <para>A ring with an odd number of edges of more than 180° goes round a pole, and so does one that is flat but for an edge of 360°. Where
/// one of them is of 360° besides, from -180° to 180°, it is the same place and the ring closes there.</para>
/// </remarks>
internal static class Longitudes
{
    /// <summary>Once round the globe.</summary>
    public const double Turn = 360;

    private const double Half = 180;
    private const double MinCrossing = 340;

    /// <summary>A longitude within ±180°.</summary>
    public static double Wrap(double degrees) => Math.Abs(degrees) <= Half ? degrees : Math.IEEERemainder(degrees, Turn);

    /// <summary>The degrees to add to a longitude so that it lies within a turn to the east of another.</summary>
    public static double ShiftTo(double degrees, double west, double rounding = 0) => -Turn * Math.Floor(((degrees - west) / Turn) + rounding);

    /// <summary>Whether an edge leads more than halfway round.</summary>
    public static bool IsLong(double from, double to) => Math.Abs(to - from) > Half;

    /// <summary>Whether a box reaches beyond half a turn, where longitudes (or what a projection has of them) go on.</summary>
    public static bool GoesOn(Envelope box, double turn = Turn) => Math.Max(-box.MinX, box.MaxX) > turn / 2 * (1 + 1e-9);

    /// <summary>How much shorter a degree of longitude is than one of latitude; never so little that an outline near a pole becomes a line.</summary>
    public static double Shortening(double latitude) => Math.Max(0.05, Math.Cos(latitude * Math.PI / 180));

    /// <summary>Makes the longitudes of a line go on where it crosses the antimeridian.</summary>
    /// <returns>Whether there was anything to change.</returns>
    public static bool Unwrap(Span<double> line)
    {
        var (jumps, longest, _) = Measure(line);
        return jumps > 0 && longest >= MinCrossing && UnwrapShortest(line);
    }

    /// <summary>
    /// Makes the longitudes of a closed ring go on where it crosses the antimeridian or goes round a pole: such a ring ends a turn from where it
    /// began.
    /// </summary>
    /// <returns>Whether there was anything to change.</returns>
    public static bool UnwrapRing(Span<double> longitudes, ReadOnlySpan<double> latitudes)
    {
        var (jumps, longest, turns) = Measure(longitudes);
        var isFlat = turns > 0 && jumps == 0 && !latitudes.ContainsAnyExcept(latitudes[0]);
        var isClosedByTurns = jumps % 2 == 1 && turns % 2 == 1;
        return ((jumps > 0 && (jumps % 2 == 1 || longest >= MinCrossing)) || isFlat)
            && UnwrapShortest(longitudes, keepsTurns: !isFlat && !isClosedByTurns);
    }

    /// <summary>Makes longitudes go on, each edge the shorter way round: for outlines so dense that no edge of theirs is long.</summary>
    /// <returns>Whether there was anything to change.</returns>
    public static bool UnwrapShortest(Span<double> line, bool keepsTurns = false)
    {
        var (isChanged, last) = (false, line.IsEmpty ? 0 : line[0]);
        for (var i = 1; i < line.Length; i++)
        {
            var step = line[i] - last;
            last = line[i];
            var way = Math.Abs(step) > Half && !(keepsTurns && Math.Abs(step) == Turn) ? Math.IEEERemainder(step, Turn) : step;
            isChanged |= way != step;
            line[i] = line[i - 1] + way;
        }

        return isChanged;
    }

    /// <summary>
    /// How many edges are longer than 180°, how long the longest is, and how many are of exactly 360°, which count among neither.
    /// </summary>
    private static (int Jumps, double Longest, int Turns) Measure(ReadOnlySpan<double> line)
    {
        var (jumps, longest, turns) = (0, 0d, 0);
        for (var i = 1; i < line.Length; i++)
        {
            var size = Math.Abs(line[i] - line[i - 1]);
            if (size == Turn)
            {
                turns++;
            }
            else if (size > Half)
            {
                (jumps, longest) = (jumps + 1, Math.Max(longest, size));
            }
        }

        return (jumps, longest, turns);
    }
}
