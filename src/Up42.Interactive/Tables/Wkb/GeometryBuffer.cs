using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>
/// One geometry as it is read: positions, and how many of them each list holds. Its type may come last, so lists of any depth are taken up first and
/// understood afterwards.
/// </summary>
internal sealed class GeometryBuffer
{
    private const int None = -1;
    private const int LargestKept = 1 << 20;
    private int _positionLevel = None;
    private int _deepestEmptyList = None;

    /// <summary>The lengths of all lists that are not positions, outer before inner.</summary>
    public List<int> Counts { get; } = [];

    /// <summary>x, y, z, x, y, z, …; z is NaN where there is none.</summary>
    public List<double> Ordinates { get; } = [];

    public bool HasZ { get; private set; }

    /// <summary>The first position that no place on Earth has in degrees; null where there is none.</summary>
    public (double X, double Y)? OffEarth { get; private set; }

    public void Reset()
    {
        (HasZ, OffEarth) = (false, null);
        (_positionLevel, _deepestEmptyList) = (None, None);
        Counts.Clear();
        Ordinates.Clear();
        if (Ordinates.Capacity > LargestKept)
        {
            Ordinates.Capacity = 0;
        }
    }

    /// <summary>Adds a position; <paramref name="z"/> is NaN where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(double x, double y, double z)
    {
        HasZ |= !double.IsNaN(z);
        if (!PositionLimits.IsOnEarth(x, y))
        {
            OffEarth ??= (x, y);
        }

        Ordinates.Add(x);
        Ordinates.Add(y);
        Ordinates.Add(z);
    }

    /// <summary>Adds a position that lies in lists of some depth.</summary>
    /// <returns>False where other positions lie deeper or less deep.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryAdd(double x, double y, double z, int level)
    {
        var isEven = _positionLevel == None || _positionLevel == level;
        _positionLevel = level;
        Add(x, y, z);
        return isEven;
    }

    /// <summary>Whether it holds as many positions as a geometry may have.</summary>
    public bool IsFull(Limits limits) => Ordinates.Count / 3 >= limits.Vertices;

    public void AddEmptyList(int level) => _deepestEmptyList = Math.Max(_deepestEmptyList, level);

    /// <summary>True when there are no positions, or all of them lie as deep as the type wants: 0 for a point, 3 for polygons.</summary>
    public bool IsNested(int level) => _positionLevel == None || (_positionLevel == level && _deepestEmptyList < level);
}
