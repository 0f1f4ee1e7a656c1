using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>NetTopologySuite geometries into well-known binary as tables keep it.</summary>
internal sealed class NtsGeometries
{
    private readonly GeometryBuffer _buffer = new();
    private readonly WkbWriter _writer = new();

    /// <summary>The first position of the last geometry that no place on Earth has in degrees; null where there is none.</summary>
    public (double X, double Y)? OffEarth { get; private set; }

    public byte[] ToWkb(Geometry geometry)
    {
        OffEarth = null;
        return Write(geometry);
    }

    private byte[] Write(Geometry geometry)
    {
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            return WkbWriter.Collect([.. Members(geometry).Select(member => (ReadOnlyMemory<byte>)Write(member))]);
        }

        _buffer.Reset();
        Fill(geometry);
        OffEarth ??= _buffer.OffEarth;
        return _writer.Write(_buffer, Type(geometry)).ToArray();
    }

    private void Fill(Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                AddPositions(point.CoordinateSequence);
                break;
            case LineString line:
                AddList(line.CoordinateSequence);
                break;
            case Polygon { IsEmpty: true }:
                _buffer.Counts.Add(0);
                break;
            case Polygon polygon:
                _buffer.Counts.Add(1 + polygon.NumInteriorRings);
                AddList(polygon.ExteriorRing.CoordinateSequence);
                foreach (var hole in polygon.InteriorRings)
                {
                    AddList(hole.CoordinateSequence);
                }

                break;
            default:
                var members = Members(geometry).Where(member => member is not Point { IsEmpty: true }).ToArray();
                _buffer.Counts.Add(members.Length);
                Array.ForEach(members, Fill);
                break;
        }
    }

    private void AddList(CoordinateSequence positions)
    {
        _buffer.Counts.Add(positions.Count);
        AddPositions(positions);
    }

    private void AddPositions(CoordinateSequence positions)
    {
        for (var i = 0; i < positions.Count; i++)
        {
            _buffer.Add(positions.GetX(i), positions.GetY(i), positions.HasZ ? positions.GetZ(i) : double.NaN);
        }
    }

    private static IEnumerable<Geometry> Members(Geometry geometry) => Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN);

    private static int Type(Geometry geometry) => geometry is LineString ? WkbType.LineString : WkbType.Parse(geometry.GeometryType);
}
