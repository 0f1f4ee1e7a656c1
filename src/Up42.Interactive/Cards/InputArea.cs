using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The area that input parameters name: the first <c>bbox</c> or GeoJSON geometry in them, as lines in degrees.</summary>
/// <param name="Kind">For example <c>Polygon</c> or <c>bbox</c>.</param>
/// <param name="Lines">Its rings and lines; longitudes go on beyond 180 where it crosses the antimeridian.</param>
internal sealed record InputArea(string Kind, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Lines)
{
    private const int MaxDepth = 12;
    private const int MaxPositions = 50_000;

    public double West => Lines.Min(line => line.Min(position => position.X));

    public double South => Lines.Min(line => line.Min(position => position.Y));

    public double East => Lines.Max(line => line.Max(position => position.X));

    public double North => Lines.Max(line => line.Max(position => position.Y));

    /// <summary>The area; null where there is none, or none that lies on the globe.</summary>
    /// <param name="inputs">Input parameters, or a part of them.</param>
    /// <param name="depth">How deep that part lies.</param>
    public static InputArea? Find(JsonElement inputs, int depth = 0) => depth > MaxDepth ? null : inputs.ValueKind switch
    {
        JsonValueKind.Object => Geometry(inputs) ?? inputs.EnumerateObject()
            .Select(member => (member.Name == "bbox" ? Box(member.Value) : null) ?? Find(member.Value, depth + 1)).FirstOrDefault(area => area is not null),
        JsonValueKind.Array => inputs.EnumerateArray()
            .Where(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array).Select(item => Find(item, depth + 1))
                .FirstOrDefault(area => area is not null),
        _ => null,
    };

    /// <summary>A box as a line round it.</summary>
    public static IReadOnlyList<(double X, double Y)> Ring(double west, double south, double east, double north) =>
        [(west, south), (east, south), (east, north), (west, north), (west, south)];

    /// <summary>The area of a <c>bbox</c> of four or six numbers, as RFC 7946 has it: one whose west lies east of its east crosses the antimeridian.</summary>
    public static InputArea? Box(JsonElement json)
    {
        var numbers = json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(Number).ToArray() : [];
        if (numbers.Length is not (4 or 6))
        {
            return null;
        }

        var half = numbers.Length / 2;
        var (west, south, east, north) = (numbers[0], numbers[1], numbers[half], numbers[half + 1]);
        east += east < west ? Longitudes.Turn : 0;
        return Checked("bbox", [Ring(west, south, east, north)]);
    }

    private static InputArea? Geometry(JsonElement json)
    {
        if (!json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || !json.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var lines = new List<IReadOnlyList<(double X, double Y)>>();
        Collect(coordinates, lines, depth: 0);
        return Checked(type.GetString()!, lines);
    }

    private static void Collect(JsonElement json, List<IReadOnlyList<(double X, double Y)>> lines, int depth)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0 || depth > MaxDepth)
        {
            return;
        }

        if (json[0].ValueKind == JsonValueKind.Number)
        {
            lines.Add(json.GetArrayLength() < 2 ? [] : [(Number(json[0]), Number(json[1]))]);
        }
        else if (json[0].ValueKind == JsonValueKind.Array && json[0].GetArrayLength() >= 2 && json[0][0].ValueKind == JsonValueKind.Number)
        {
            lines.Add(Unwrapped(json));
        }
        else
        {
            foreach (var part in json.EnumerateArray())
            {
                Collect(part, lines, depth + 1);
            }
        }
    }

    private static (double X, double Y)[] Unwrapped(JsonElement line)
    {
        var (longitudes, latitudes) = (new List<double>(), new List<double>());
        foreach (var position in line.EnumerateArray())
        {
            if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2)
            {
                return [];
            }

            longitudes.Add(Number(position[0]));
            latitudes.Add(Number(position[1]));
        }

        var unwrapped = longitudes.ToArray();
        var isRing = longitudes[0] == longitudes[^1] && latitudes[0] == latitudes[^1];
        _ = isRing ? Longitudes.UnwrapRing(unwrapped, [.. latitudes]) : Longitudes.Unwrap(unwrapped);
        return [.. unwrapped.Zip(latitudes)];
    }

    private static double Number(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) ? number : double.NaN;

    /// <summary>An area of lines, those on both sides of the antimeridian side by side.</summary>
    public static InputArea Create(string kind, IReadOnlyList<IReadOnlyList<(double X, double Y)>> lines)
    {
        Envelope[] boxes = [.. lines.Select(line => new Envelope(line.Select(position => new Coordinate(position.X, position.Y))))];
        return AntimeridianView.West(boxes) is { } west
            ? new InputArea(kind, [.. lines.Zip(boxes, (line, box) => Moved(line, AntimeridianView.From(box, west).MinX - box.MinX))])
            : new InputArea(kind, lines);
    }

    /// <summary>The area as a polygon; null where it is of another kind.</summary>
    public Polygon? ToPolygon() => Kind is "bbox" or nameof(Polygon) && Lines.All(line => line.Count >= 4 && line[0] == line[^1])
        ? new Polygon(RingOf(Lines[0]), [.. Lines.Skip(1).Select(RingOf)])
        : null;

    private static LinearRing RingOf(IReadOnlyList<(double X, double Y)> line) => new([.. line.Select(position => new Coordinate(position.X, position.Y))]);

    private static IReadOnlyList<(double X, double Y)> Moved(IReadOnlyList<(double X, double Y)> line, double degrees) =>
        degrees == 0 ? line : [.. line.Select(position => (position.X + degrees, position.Y))];

    private static InputArea? Checked(string kind, List<IReadOnlyList<(double X, double Y)>> lines) =>
        lines.Count > 0 && lines.Sum(line => line.Count) <= MaxPositions
            && lines.All(line => line.Count > 0 && line.All(position => Math.Abs(position.X) <= 720 && Math.Abs(position.Y) <= 90))
            ? Create(kind, lines)
            : null;
}
