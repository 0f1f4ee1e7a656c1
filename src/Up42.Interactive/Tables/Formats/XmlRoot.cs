using System.Xml;

namespace Up42.Interactive;

/// <summary>The root element of XML.</summary>
internal static class XmlRoot
{
    /// <summary>Whether a file is XML with a root of a name and is not nested deeper than the limit; its end is not looked at.</summary>
    /// <exception cref="Up42Exception">It is nested deeper.</exception>
    public static bool Is(FileStart start, string root)
    {
        if (start.Text is not ['<', ..])
        {
            return false;
        }

        using (var xml = File.OpenRead(start.Path))
        {
            if (!XmlAttributes.AreFew(xml))
            {
                throw new Up42Exception(
                    $"{Path.GetFileName(start.Path)} has elements of more than {NumberText.Format(Limits.Default.XmlAttributes)} attributes; it is not read.");
            }
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = true };
        var (isRoot, layers) = (false, 0);
        try
        {
            using var reader = XmlReader.Create(File.OpenRead(start.Path), settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == 0)
                {
                    isRoot = reader.LocalName == root;
                    if (!isRoot)
                    {
                        return false;
                    }
                }

                var isLayer = reader.NodeType == XmlNodeType.Element && reader.LocalName is "Folder" or "Document" or "Schema";
                if (isLayer && ++layers > Limits.Default.XmlLayers)
                {
                    throw new Up42Exception(
                        $"{Path.GetFileName(start.Path)} has more than {NumberText.Format(Limits.Default.XmlLayers)} folders and schemas; it is not read.");
                }

                if (reader.Depth > Limits.Default.Nesting)
                {
                    throw new Up42Exception(
                        $"{Path.GetFileName(start.Path)} is nested deeper than {Limits.Default.Nesting} elements; such a file is not read.");
                }
            }
        }
        catch (XmlException)
        {
            // GDAL says what is wrong with it, or makes the best of it.
        }

        return isRoot;
    }
}
