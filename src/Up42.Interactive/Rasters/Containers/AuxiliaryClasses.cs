using System.Globalization;
using System.Xml;

namespace Up42.Interactive;

/// <summary>
/// The names of classes in GDAL's <c>.aux.xml</c> beside a raster. GDAL itself never reads that file, since it can make GDAL send requests; nothing
/// but category names and attribute tables is taken of it.
/// </summary>
internal static class AuxiliaryClasses
{
    private const string Root = "PAMDataset";
    private const string Ending = ".aux.xml";
    private const int BytesOfMicrosecond = 25;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>About how many microseconds reading them takes.</summary>
    public static long CountWork(string path) =>
        new FileInfo(path + Ending) is { Exists: true, Length: var length } && length <= Limits.Default.AuxiliaryBytes ? length / BytesOfMicrosecond : 0;

    /// <summary>The classes of a raster's bands.</summary>
    /// <param name="path">The raster's path.</param>
    /// <param name="bands">How many bands it has.</param>
    /// <param name="remark">Why the file beside it was not read, or not to its end; null where it was, or there is none.</param>
    public static KnownClasses Read(string path, int bands, out string? remark)
    {
        remark = null;
        var beside = path + Ending;
        if (RasterBytes.IsRemote(path) || !FileEntry.IsFile(beside))
        {
            return KnownClasses.None;
        }

        var reason = "it is not valid XML";
        try
        {
            var length = new FileInfo(beside).Length;
            if (length <= Limits.Default.AuxiliaryBytes)
            {
                var (xml, left) = (File.ReadAllBytes(beside), Limits.Default.RasterClasses);
                RequireShallow(xml);
                return new KnownClasses(ReadBands(xml, bands, ref left), []);
            }

            reason = $"it has {FileSize.Format(length)}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            reason = LocalPaths.ShortenBeside(error.Message, beside);
        }
        catch (XmlException)
        {
            // Said as it is.
        }

        remark = $"{Path.GetFileName(beside)} beside it is not read: {reason}";
        return KnownClasses.None;
    }

    // A reader keeps each element that is open, and the attributes of one.
    private static void RequireShallow(byte[] xml)
    {
        if (!XmlAttributes.AreFew(new MemoryStream(xml)))
        {
            throw new XmlException();
        }

        using var reader = Open(xml);
        while (reader.Read())
        {
            if (reader.Depth > Limits.Default.Nesting)
            {
                throw new XmlException();
            }
        }
    }

    private static XmlReader Open(byte[] xml) => XmlReader.Create(new MemoryStream(xml), Settings);

    private static IReadOnlyList<RasterClass>[] ReadBands(byte[] xml, int bands, ref int left)
    {
        var found = new IReadOnlyList<RasterClass>[bands];
        Array.Fill(found, []);
        using var reader = Open(xml);
        if (reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == Root)
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "PAMRasterBand" }
                    && int.TryParse(reader.GetAttribute("band"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number >= 1 && number <= bands && found[number - 1].Count == 0)
                {
                    using var band = reader.ReadSubtree();
                    found[number - 1] = ReadBand(band, left);
                    left -= found[number - 1].Count;
                }
            }
        }

        return found;
    }

    private static IReadOnlyList<RasterClass> ReadBand(XmlReader band, int most)
    {
        IReadOnlyList<RasterClass> named = [], table = [];
        band.Read();
        while (band.Read())
        {
            if (band is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "CategoryNames" })
            {
                using var part = band.ReadSubtree();
                named = ReadNames(part, most);
            }
            else if (band is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "GDALRasterAttributeTable" })
            {
                using var part = band.ReadSubtree();
                table = AttributeTable.Read(part, most);
            }
        }

        return table.Count > 0 ? table : named;
    }

    /// <summary>The first name is that of 0; some are empty.</summary>
    private static List<RasterClass> ReadNames(XmlReader names, int most)
    {
        var found = new List<RasterClass>();
        for (var value = 0; !names.EOF && found.Count < most;)
        {
            if (names is not { NodeType: XmlNodeType.Element, LocalName: "Category" })
            {
                names.Read();
            }
            else if (KnownClasses.Create(value++, value - 1, names.ReadElementContentAsString(), color: null) is { } each)
            {
                found.Add(each);
            }
        }

        return found;
    }
}
