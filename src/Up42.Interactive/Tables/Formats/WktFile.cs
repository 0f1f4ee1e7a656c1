using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Up42.Interactive;

/// <summary>Geometries as well-known text, one after the other; each may take several lines.</summary>
internal static class WktFile
{
    public static FeatureTable Read(TextReader reader, string name)
    {
        var geometries = new List<Geometry>();
        var (text, open, number, start) = (new StringBuilder(), 0, 0, 1);
        while (reader.ReadLine() is { } line)
        {
            number++;
            text.Append(line).Append(' ');
            open += line.Count(symbol => symbol == '(') - line.Count(symbol => symbol == ')');
            var ends = open <= 0 && (line.Contains(')', StringComparison.Ordinal) || line.TrimEnd().EndsWith("EMPTY", StringComparison.OrdinalIgnoreCase));
            if (ends)
            {
                geometries.Add(Parse(text.ToString(), name, start));
                (open, start) = (0, number + 1);
                text.Clear();
            }
        }

        if (!string.IsNullOrWhiteSpace(text.ToString()))
        {
            geometries.Add(Parse(text.ToString(), name, start));
        }

        return FeatureTable.From(geometries);
    }

    private static Geometry Parse(string text, string name, int line)
    {
        try
        {
            return new WKTReader().Read(text);
        }
        catch (Exception error) when (error is ParseException or ArgumentException)
        {
            throw new Up42Exception($"{name} is not valid WKT: the geometry that begins in line {line}: {error.Message}");
        }
    }
}
