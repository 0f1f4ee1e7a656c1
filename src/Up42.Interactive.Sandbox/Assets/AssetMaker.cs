using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>Files of the kinds that the storage holds.</summary>
internal static class AssetMaker
{
    private const int ThumbnailSize = 320;

    /// <summary>A raster made in memory.</summary>
    public static AssetContent Raster(string name, string fileName, Func<Task<RasterData>> makeAsync) =>
        new(fileName, AssetContent.Cog, async path => CogFile.Write(path, await makeAsync().ConfigureAwait(false))) { Name = name + ".tif" };

    /// <summary>Features in EPSG:4326.</summary>
    public static AssetContent Features(string name, string fileName, Func<Task<JsonObject>> makeAsync) =>
        new(fileName, AssetContent.GeoJson, async path => await File.WriteAllTextAsync(
            path, (await makeAsync().ConfigureAwait(false)).ToJsonString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).ConfigureAwait(false))
        {
            Name = name + ".geojson",
        };

    /// <summary>A picture that is made otherwise.</summary>
    public static AssetContent Picture(string name, Func<byte[]> make) =>
        new("thumbnail.png", AssetContent.Png, path => File.WriteAllBytesAsync(path, make())) { Name = name + ".png" };

    /// <summary>A small picture of a raster: its natural colours, or its only band.</summary>
    public static AssetContent Thumbnail(AssetContent raster, RasterGrid grid) =>
        new("thumbnail.png", AssetContent.Png, async path =>
        {
            var pixels = CogFile.Read(await raster.GetPathAsync().ConfigureAwait(false), grid);
            var step = Math.Max(1, Math.Max(grid.Width, grid.Height) / ThumbnailSize);
            var (width, height) = (grid.Width / step, grid.Height / step);
            var picture = TrueColor.Stretch(pixels).Bands.Select(band => Enumerable.Range(0, width * height)
                .Select(index => (byte)band[(index / width * step * grid.Width) + (index % width * step)]).ToArray());
            await File.WriteAllBytesAsync(path, PngPicture.Encode(width, height, [.. picture])).ConfigureAwait(false);
        })
        {
            Name = raster.Name + ".thumbnail.png",
        };

    /// <summary>What the producer delivered: the rasters and a DIMAP document in a zip.</summary>
    public static AssetContent Delivery(string title, RasterGrid grid, DateTimeOffset at, IReadOnlyList<AssetContent> files) =>
        new(title + ".zip", AssetContent.Zip, async path =>
        {
            using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
            using (var dimap = new StreamWriter(Entry(archive, $"DIM_{title}.XML", at).Open()))
            {
                await dimap.WriteAsync(Dimap(title, grid, at, files)).ConfigureAwait(false);
            }

            foreach (var file in files)
            {
                using var entry = Entry(archive, file.FileName, at).Open();
                using var source = File.OpenRead(await file.GetPathAsync().ConfigureAwait(false));
                await source.CopyToAsync(entry).ConfigureAwait(false);
            }
        })
        {
            Name = $"{string.Join('-', files.Select(file => file.Name))}.zip",
        };

    // The same bytes in every run.
    private static ZipArchiveEntry Entry(ZipArchive archive, string name, DateTimeOffset at)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = at;
        return entry;
    }

    private static string DimapFile(AssetContent file) => $"<Data_File><DATA_FILE_PATH href=\"{file.FileName}\"/></Data_File>";

    private static string Dimap(string title, RasterGrid grid, DateTimeOffset at, IEnumerable<AssetContent> files) => FormattableString.Invariant($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Dimap_Document>
          <Metadata_Identification><METADATA_FORMAT version="2.15">DIMAP</METADATA_FORMAT></Metadata_Identification>
          <Dataset_Identification><DATASET_NAME>{title}</DATASET_NAME></Dataset_Identification>
          <Dataset_Content>
            <Dataset_Sources><Source_Identification><Strip_Source>
              <IMAGING_DATE>{at:yyyy-MM-dd}</IMAGING_DATE><IMAGING_TIME>{at:HH:mm:ss}.0Z</IMAGING_TIME>
            </Strip_Source></Source_Identification></Dataset_Sources>
          </Dataset_Content>
          <Coordinate_Reference_System><Projected_CRS>
            <PROJECTED_CRS_CODE>urn:ogc:def:crs:EPSG::{grid.Epsg}</PROJECTED_CRS_CODE>
          </Projected_CRS></Coordinate_Reference_System>
          <Raster_Data>
            <Data_Access><Data_Files>{string.Concat(files.Select(DimapFile))}</Data_Files></Data_Access>
            <Raster_Dimensions><NROWS>{grid.Height}</NROWS><NCOLS>{grid.Width}</NCOLS></Raster_Dimensions>
          </Raster_Data>
        </Dimap_Document>

        """);
}
