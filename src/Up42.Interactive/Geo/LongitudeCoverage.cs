using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// The degrees of longitude that boxes touch: of a million boxes it tells, without keeping or sorting them, that
/// <see cref="AntimeridianView.West"/> would find no gap to begin in.
/// </summary>
internal sealed class LongitudeCoverage
{
    private const int Turn = (int)Longitudes.Turn;
    private readonly bool[] _touched = new bool[Turn];
    private bool _goesOn;

    /// <summary>Whether the boxes may have to be turned: one goes on beyond 180°, or there is a gap of about half a turn.</summary>
    public bool MayNeedTurning => _goesOn || WidestGap >= (Turn / 2) - 2;

    private int WidestGap
    {
        get
        {
            var (gap, widest) = (0, 0);
            for (var degree = 0; degree < 2 * Turn; degree++)
            {
                gap = _touched[degree % Turn] ? 0 : gap + 1;
                widest = Math.Max(widest, gap);
            }

            return widest;
        }
    }

    public void Add(Envelope box)
    {
        _goesOn |= Longitudes.GoesOn(box);
        var first = (int)Math.Floor(Longitudes.Wrap(box.MinX)) + (Turn / 2);
        for (var degree = 0; degree <= Math.Min(box.Width + 1, Turn); degree++)
        {
            _touched[(first + degree) % Turn] = true;
        }
    }
}
