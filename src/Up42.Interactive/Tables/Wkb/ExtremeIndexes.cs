namespace Up42.Interactive;

/// <summary>Which of many boxes, or positions, reach furthest to each side.</summary>
internal sealed class ExtremeIndexes
{
    private (double Value, int Index) _west = (double.PositiveInfinity, -1);
    private (double Value, int Index) _south = (double.PositiveInfinity, -1);
    private (double Value, int Index) _east = (double.NegativeInfinity, -1);
    private (double Value, int Index) _north = (double.NegativeInfinity, -1);

    /// <summary>Takes up the next; of equals the first counts.</summary>
    public void Add(int index, double west, double south, double east, double north)
    {
        _west = west < _west.Value ? (west, index) : _west;
        _south = south < _south.Value ? (south, index) : _south;
        _east = east > _east.Value ? (east, index) : _east;
        _north = north > _north.Value ? (north, index) : _north;
    }

    public bool Contains(int index) => index == _west.Index || index == _south.Index || index == _east.Index || index == _north.Index;
}
