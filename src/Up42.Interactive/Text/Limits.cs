namespace Up42.Interactive;

/// <summary>
/// How much of what comes from outside is taken in. What is beyond is left out with a remark, or refused in a sentence; each limit names
/// the files that enforce it.
/// </summary>
internal sealed record Limits
{
    /// <summary>The limits that hold.</summary>
    public static Limits Default { get; } = new();

    /// <summary>
    /// How deep lists, objects and collections of geometries may be nested (<c>JsonTokens</c>, <c>GeoJsonGeometryReader</c>, <c>WktFile</c>,
    /// <c>XmlRoot</c>, <c>AuxiliaryClasses</c>).
    /// </summary>
    public int Nesting { get; init; } = 100;

    /// <summary>
    /// How many different properties the features of a table may have (<c>TableBuilder</c>); more are a document with keys for values.
    /// </summary>
    public int Columns { get; init; } = 4096;

    /// <summary>Rows of a table that is read from a file (<c>GeoJsonReader</c>, <c>WktFile</c>); those after are left out with a remark.</summary>
    public int Rows { get; init; } = 5_000_000;

    /// <summary>Folders, documents and schemas of a KML file (<c>XmlRoot</c>): GDAL takes time that grows with the square of their number.</summary>
    public int XmlLayers { get; init; } = 2_000;

    /// <summary>Vertices of one geometry (<c>GeometryBuffer</c>, <c>WktFile</c>): 10 million take half a gigabyte while they are read.</summary>
    public int Vertices { get; init; } = 10_000_000;

    /// <summary>
    /// Vertices of a table that a display builds to draw them (<c>WkbThinning</c>); of more each so many-th is taken, which no screen shows.
    /// </summary>
    public int DrawnVertices { get; init; } = 600_000;

    /// <summary>Characters of the texts of a table that is made of a list's items (<c>ListRows</c>): their properties may make them up.</summary>
    public long ListCharacters { get; init; } = 512 << 20;

    /// <summary>Items of one value of .NET that is a list or holds some (<c>NestedValue</c>): it may be made up as it is read.</summary>
    public int ListItems { get; init; } = 1_000_000;

    /// <summary>Bytes of a single text, list or object of a JSON text (<c>JsonTokens</c>).</summary>
    public int ValueBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of a file that is read into one text (<c>WktFile</c>).</summary>
    public int TextBytes { get; init; } = 256 << 20;

    /// <summary>Characters of a value that a display looks at (<c>CellText</c>, <c>FactsHtml</c>).</summary>
    public int ShownCharacters { get; init; } = 10_000;

    /// <summary>Bytes of a GeoJSON file that is not JSON and is read once more without what makes it so (<c>GeoJsonText</c>).</summary>
    public long RepairBytes { get; init; } = 512L << 20;

    /// <summary>Tables, indexes and triggers of a GeoPackage (<c>GeoPackage</c>): GDAL looks for each among all, and a layer has a dozen of them.</summary>
    public int DatabaseEntries { get; init; } = 3000;

    /// <summary>Lists in a file of Esri JSON (<c>JsonThroughGdal</c>), each position being one: GDAL takes a kilobyte for each.</summary>
    public int EsriLists { get; init; } = 900_000;

    /// <summary>Lists in a file of TopoJSON (<c>JsonThroughGdal</c>), each of which may stand for a line of its own.</summary>
    public int TopologyLists { get; init; } = 300_000;

    /// <summary>Bytes of the files taken out of a KMZ or a zipped shapefile (<c>ZippedVectors</c>).</summary>
    public long ZippedBytes { get; init; } = 2L << 30;

    /// <summary>How often a text that is not JSON throughout is taken up again (<c>GeoJsonReader</c>): of more faults it is no text of features.</summary>
    public int Faults { get; init; } = 10_000;

    /// <summary>Files and folders in a folder of results (<c>FolderWalk</c>); twice as many as an archive may hold.</summary>
    public int FolderEntries { get; init; } = 200_000;

    /// <summary>How deep folders in a folder of results are read (<c>FolderWalk</c>).</summary>
    public int FolderDepth { get; init; } = 128;

    /// <summary>Jobs of a folder that are opened together (<c>JobFolders</c>): each takes some milliseconds and tens of kilobytes.</summary>
    public int Jobs { get; init; } = 2500;

    /// <summary>Folders in which jobs are looked for (<c>JobFolders</c>).</summary>
    public int JobFolders { get; init; } = 20_000;

    /// <summary>Remarks that a table carries (<c>ReadRemarks</c>).</summary>
    public int Remarks { get; init; } = 20;

    /// <summary>Bytes of a response, after decompression (<c>HttpSender</c>): a results table of some hundred thousand features fits.</summary>
    public int ResponseBytes { get; init; } = 256 << 20;

    /// <summary>Bytes of JSON that is parsed as a whole (<c>ApiResponse</c>): of one character a value it takes twelve times its size.</summary>
    public int JsonBytes { get; init; } = 32 << 20;

    /// <summary>Bytes of a list's pages in all (<c>PagedList</c>): ten thousand items of a storage fit.</summary>
    public long ListBytes { get; init; } = 128 << 20;

    /// <summary>Records of a list (<c>ApiRecords</c>, <c>StacItems</c>): each becomes an object of a kilobyte, however short it is written.</summary>
    public int Records { get; init; } = 100_000;

    /// <summary>Bytes of a log (<c>ApiResponse</c>); of a longer one the end is kept, where the reason of a failure stands.</summary>
    public int LogBytes { get; init; } = 32 << 20;

    /// <summary>Pixels of a quicklook that a row shows (<c>RowQuicklooks</c>): a small file may inflate to billions.</summary>
    public long QuicklookPixels { get; init; } = 32 << 20;

    /// <summary>
    /// How deep the elements of a markup may be nested that is put into a page (<c>MarkupSize</c>): parsers of HTML take time that grows with
    /// the square of it.
    /// </summary>
    public int MarkupNesting { get; init; } = 400;

    /// <summary>Lines of a Markdown cell (<c>MarkdownSize</c>): 130,000 of headings take 1.6 s, and the time grows with the square of their number.</summary>
    public int MarkdownLines { get; init; } = 100_000;

    /// <summary>
    /// Opening brackets, addresses and declarations of a Markdown cell (<c>MarkdownSize</c>), which begin links and what has an end: 10,000 take up to 3 s,
    /// and the time grows with the square of their number.
    /// </summary>
    public int MarkdownBrackets { get; init; } = 10_000;

    /// <summary>
    /// Blanks and marks of lists and quotes before the text of a line of Markdown (<c>MarkdownSize</c>): a list of as many levels as lines takes
    /// time that grows with the cube of them.
    /// </summary>
    public int MarkdownIndentation { get; init; } = 200;

    /// <summary>Elements of a markup that is put into a page (<c>MarkupSize</c>): the sanitiser takes 0.15 ms for each.</summary>
    public int MarkupElements { get; init; } = 20_000;

    /// <summary>Elements of all Markdown and outputs of a page together (<c>PageBudget</c>); what is beyond stands as it was written, or in a frame.</summary>
    public int PageElements { get; init; } = 60_000;

    /// <summary>Lines of all Markdown of a page (<c>PageBudget</c>).</summary>
    public int PageMarkdownLines { get; init; } = 200_000;

    /// <summary>Opening brackets of all Markdown of a page (<c>PageBudget</c>).</summary>
    public int PageMarkdownBrackets { get; init; } = 20_000;

    /// <summary>Characters of one <c>style</c> attribute or element (<c>MarkupStyles</c>): parsers of CSS compare each property with all before.</summary>
    public int StyleCharacters { get; init; } = 10_000;

    /// <summary>How deep brackets nest in it (<c>MarkupStyles</c>): parsers of CSS call themselves for each.</summary>
    public int StyleNesting { get; init; } = 50;

    /// <summary>Characters of all styles of a page (<c>PageBudget</c>).</summary>
    public int PageStyleCharacters { get; init; } = 2_000_000;

    /// <summary>Bytes of a picture that Markdown takes into its page (<c>PagePictures</c>).</summary>
    public int PictureBytes { get; init; } = 8_000_000;

    /// <summary>Bytes that all such pictures take in a page, in base64, one that comes twice counted twice (<c>PageBudget</c>).</summary>
    public int PagePictureBytes { get; init; } = 32_000_000;

    /// <summary>How deep brackets of each kind nest in C# (<c>CodeNesting</c>): the compiler calls itself for each, and overflows.</summary>
    public int CodeNesting { get; init; } = 300;

    /// <summary>
    /// Tokens of C# without a comma, semicolon or brace between them, and <c>else</c> in a cell (<c>CodeNesting</c>): each may begin an expression or
    /// a statement within the one before.
    /// </summary>
    public int CodeRun { get; init; } = 4000;

    /// <summary>Opening angle brackets in the documentation comments of a text of C# (<c>CodeNesting</c>).</summary>
    public int CodeDocumentation { get; init; } = 1000;

    /// <summary>Interpolated texts of C# within the holes of one (<c>CodeNesting</c>).</summary>
    public int InterpolatedTexts { get; init; } = 50;

    /// <summary>How many exceptions within each other are told (<c>ExceptionText</c>).</summary>
    public int InnerExceptions { get; init; } = 20;

    /// <summary>
    /// Characters of a display in a cell (<c>Fragment</c>), whatever was shown: the budgets of the displays lie below it. A larger one falls
    /// back to its static part, and that to a sentence.
    /// </summary>
    public int FragmentCharacters { get; init; } = 16 << 20;

    /// <summary>
    /// Characters of a band's name, common name and unit (<c>RasterBandReader</c>), and of a class's name (<c>KnownClasses</c>): they stand in titles,
    /// legends and columns many times over.
    /// </summary>
    public int BandNameCharacters { get; init; } = 200;

    /// <summary>Characters of a tag in which a raster's sensor is looked for (<c>RasterFormats</c>).</summary>
    public int TagCharacters { get; init; } = 1000;

    /// <summary>
    /// Directories of a TIFF or boxes of a JPEG 2000 file (<c>ContainerNotes</c>): GDAL compares the notes in some of them with all before.
    /// </summary>
    public int RasterParts { get; init; } = 10_000;

    /// <summary>Strips and tiles of a TIFF with its overviews (<c>ContainerNotes</c>): each takes sixteen bytes in each open handle.</summary>
    public long RasterBlocks { get; init; } = 25_000_000;

    /// <summary>Bands of a TIFF, those of its overviews counted again (<c>ContainerNotes</c>): each takes some kilobytes when it is opened.</summary>
    public int RasterBands { get; init; } = 100_000;

    /// <summary>
    /// Pixels of a raster that are read for its detail on a map (<c>DetailSource</c>): some minutes of work. Of a larger one each so many-th is.
    /// </summary>
    public long DetailPixels { get; init; } = 1L << 32;

    /// <summary>
    /// Bytes of a file of storage that is fetched whole without being asked for: vectors, and rasters for a preview (<c>StacOpening</c>, <c>RasterFile</c>).
    /// </summary>
    public long FetchedBytes { get; init; } = 64_000_000;

    /// <summary>Bytes of what a raster holds beside its pixels (<c>ContainerNotes</c>): decoders take several times as much to open it.</summary>
    public long RasterNoteBytes { get; init; } = 64_000_000;

    /// <summary>Bytes of GDAL's own metadata in a raster (<c>ContainerNotes</c>).</summary>
    public int RasterMetadataBytes { get; init; } = 4_000_000;

    /// <summary>Items of these metadata (<c>ContainerNotes</c>): GDAL compares each with all before it. Statistics of 4,000 bands fit.</summary>
    public int RasterMetadataItems { get; init; } = 20_000;

    /// <summary>Domains of these metadata (<c>ContainerNotes</c>), which cost most.</summary>
    public int RasterMetadataDomains { get; init; } = 1000;

    /// <summary>Bytes of the <c>.aux.xml</c> beside a raster (<c>AuxiliaryClasses</c>): tables of some ten thousand rows fit.</summary>
    public int AuxiliaryBytes { get; init; } = 8_000_000;

    /// <summary>Classes of a raster's bands that have names (<c>AuxiliaryClasses</c>, <c>StacClasses</c>).</summary>
    public int RasterClasses { get; init; } = 10_000;
}
