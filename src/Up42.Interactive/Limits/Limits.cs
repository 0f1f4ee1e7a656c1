namespace Up42.Interactive;

/// <summary>
/// How much of what comes from outside is taken in. What is beyond is left out with a remark, or refused in a sentence; each limit names
/// the files that enforce it.
/// </summary>
internal sealed partial record Limits
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

    /// <summary>
    /// Rows of all tables that are opened together (<c>WorkBudget</c>): a hundred of a hundred thousand fit. A column takes as much as twenty rows.
    /// </summary>
    public long RowsInAll { get; init; } = 10_500_000;

    /// <summary>Files of features that are opened together, and their layers (<c>WorkBudget</c>): GDAL takes some milliseconds for each.</summary>
    public long LayersInAll { get; init; } = 2500;

    /// <summary>Names of properties beyond <see cref="Columns"/> that are counted (<c>TableBuilder</c>).</summary>
    public int NamesBeyond { get; init; } = 50_000;

    /// <summary>Folders, documents and schemas of a KML file (<c>XmlRoot</c>): GDAL takes time that grows with the square of their number.</summary>
    public int XmlLayers { get; init; } = 2_000;

    /// <summary>Attributes of an element of XML (<c>XmlAttributes</c>).</summary>
    public int XmlAttributes { get; init; } = 2_000;

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

    /// <summary>Bytes of a single text, list or object of a JSON text (<c>JsonTokens</c>): of one that is looked into thirty times as many are taken.</summary>
    public int ValueBytes { get; init; } = 24 << 20;

    /// <summary>Bytes of a file that is read into one text (<c>WktFile</c>).</summary>
    public int TextBytes { get; init; } = 256 << 20;

    /// <summary>Characters of a value that a display looks at (<c>CellText</c>, <c>FactsHtml</c>).</summary>
    public int ShownCharacters { get; init; } = 10_000;

    /// <summary>Bytes of a GeoJSON file that is not JSON and is read once more without what makes it so (<c>GeoJsonText</c>).</summary>
    public long RepairBytes { get; init; } = 512L << 20;

    /// <summary>Tables, indexes and triggers of a GeoPackage (<c>GeoPackage</c>): GDAL looks for each among all, and a layer has a dozen of them.</summary>
    public int DatabaseEntries { get; init; } = 3000;

    /// <summary>
    /// Letters of what all columns of a GeoPackage have by default (<c>GeoPackage</c>): each row that was written before has them, and takes no room.
    /// </summary>
    public int DefaultLetters { get; init; } = 1024;

    /// <summary>Lists in a file of Esri JSON (<c>JsonThroughGdal</c>), each position being one: GDAL takes a kilobyte for each.</summary>
    public int EsriLists { get; init; } = 900_000;

    /// <summary>Lists in a file of TopoJSON (<c>JsonThroughGdal</c>), each of which may stand for a line of its own.</summary>
    public int TopologyLists { get; init; } = 300_000;

    /// <summary>Values in a file of either (<c>JsonThroughGdal</c>): GDAL takes some tens of bytes for each.</summary>
    public int JsonValues { get; init; } = 5_000_000;

    /// <summary>Positions of the geometries of a TopoJSON file, those of an arc that several have counted for each (<c>JsonThroughGdal</c>).</summary>
    public long TopologyPositions { get; init; } = 2_000_000;

    /// <summary>Bytes that the features of a layer may take as GeoJSON, as which GDAL gives them (<c>GdalVectorReader</c>), however small the file.</summary>
    public long TranslatedBytes { get; init; } = 256_000_000;

    /// <summary>How many times its own bytes a larger file may take so.</summary>
    public long TranslatedRatio { get; init; } = 8;

    /// <summary>Pairs of a feature and a raster that it describes (<c>RasterMatching</c>): one folder may stand for all of them.</summary>
    public int Matches { get; init; } = 250_000;

    /// <summary>Bytes of the files taken out of a KMZ or a zipped shapefile (<c>ZippedVectors</c>).</summary>
    public long ZippedBytes { get; init; } = 2L << 30;

    /// <summary>How often a text that is not JSON throughout is taken up again (<c>GeoJsonReader</c>): of more faults it is no text of features.</summary>
    public int Faults { get; init; } = 10_000;

    /// <summary>
    /// Bytes out of archives that are opened together and unpack to more than <see cref="UnpackLimits.Ratio"/> times what they are
    /// (<c>ExtractionTarget</c>); one alone may be a blank scene.
    /// </summary>
    public long InflatedBytes { get; init; } = 1_000_000_000;

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

    /// <summary>
    /// What opening all rasters of a folder or display may take, in about microseconds (<c>WorkBudget</c>): a raster without notes takes
    /// <see cref="RasterOpening"/>.
    /// </summary>
    public long RasterWork { get; init; } = 3_300_000;

    /// <summary>What opening a raster takes without its notes.</summary>
    public long RasterOpening { get; init; } = 700;

    /// <summary>What drawing a raster takes besides, however small it is (<c>MapBuilder</c>, <c>PlotBuilder</c>).</summary>
    public long RasterDrawing { get; init; } = 800;

    /// <summary>What a raster takes besides of which something cannot be read: each of its blocks is tried (<c>RasterFile</c>).</summary>
    public long RasterDamage { get; init; } = 8000;

    /// <summary>
    /// What decoding the values of all rasters of a folder that is opened, or of a part of a report, may take, in about nanoseconds
    /// (<c>WorkBudget</c>).
    /// </summary>
    public long ValueWork { get; init; } = 2_500_000_000;

    /// <summary>What decoding a raster takes that is shown as coarsely as it takes no more (<c>RasterFile</c>).</summary>
    public long CoarseValues { get; init; } = 4_000_000;

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
