using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Vector files through GDAL's drivers, and coordinates through its transformations. This file alone of the room touches GDAL.</summary>
internal static class GdalVectorReader
{
    /// <summary>The table in which QGIS keeps how layers look: no features.</summary>
    private const string QgisStyles = "layer_styles";

    private const string Epsg = "EPSG:";

    // What is counted as one row of those that are read together.
    private const int BytesOfRow = 100;

    private const string WayOut = "Give it one first by points known in both: ogr2ogr -gcp x y longitude latitude … -a_srs EPSG:4326.";

    private static readonly string[] Exactly = ["-lco", "COORDINATE_PRECISION=15", "-lco", "WRITE_NAME=NO"];

    /// <summary>All layers below each other; where there are several, the column <c>layer</c> names each row's.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="drivers">The drivers that may open it.</param>
    public static FeatureTable Read(string path, params string[] drivers) => Read(path, drivers, []);

    /// <summary>The same with opening options of the driver.</summary>
    public static FeatureTable Read(string path, string[] drivers, string[] options)
    {
        var name = Path.GetFileName(path);
        RefusePipesBeside(path);
        try
        {
            using var file = GdalVectors.Open(path, drivers, options);
            TakeLayers(file.LayerCount);
            var layers = Enumerable.Range(0, file.LayerCount).Where(layer => file.LayerName(layer) != QgisStyles);
            return LayerColumn.Concat(ReadLayers(file, [.. layers], path));
        }
        catch (GdalException error)
        {
            var format = VectorFormats.All.First(format => format.Matches(FileStart.Read(path))).Name;
            throw new Up42Exception(
                error.IsLibraryMissing
                    ? error.Message
                    : $"{name} cannot be read as {format}: {LocalPaths.ShortenBeside(error.Message, path)} "
                        + $"Where this GDAL has no driver for it, convert it first: ogr2ogr {Path.GetFileNameWithoutExtension(name)}.gpkg {name}.",
                error);
        }
    }

    // To have opened it was work too, after which the next ones are not.
    private static void TakeLayers(int count)
    {
        try
        {
            WorkExceededException.ThrowUnlessTaken(Work.Layers, count);
        }
        catch (WorkExceededException)
        {
            WorkBudget.Spend(Work.Layers, count);
            throw;
        }
    }

    /// <summary>Takes the geometries of rows to longitude and latitude.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="crs">Their coordinate reference system as <see cref="GeoJsonCrs"/> tells it.</param>
    /// <param name="isOfRows">They name it for themselves.</param>
    /// <param name="name">What to call the source.</param>
    public static void ToDegrees(TableBuilder rows, string crs, bool isOfRows, string name)
    {
        if (!crs.StartsWith(Epsg, StringComparison.Ordinal))
        {
            throw new Up42Exception(
                $"{name} is in a coordinate reference system that is not known, {crs}. Convert it first: ogr2ogr -t_srs EPSG:4326 out.geojson {name}.");
        }

        try
        {
            using var reference = GdalSpatialReference.FromEpsg(int.Parse(crs.AsSpan(Epsg.Length), CultureInfo.InvariantCulture));
            ToDegrees(rows, reference, isOfRows ? crs : null, name);
        }
        catch (GdalException error)
        {
            throw new Up42Exception(
                error.IsLibraryMissing
                    ? error.Message
                    : $"{name} is in {crs}, which cannot be taken to EPSG:4326: {error.Message} A local system has no place on Earth. {WayOut}",
                error);
        }
    }

    /// <summary>The drivers open files of the same name beside it (.dbf, .prj, -wal); opening a pipe waits for who writes to it.</summary>
    private static void RefusePipesBeside(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        foreach (var other in Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(path)!)
            .Where(other => Path.GetFileName(other).StartsWith(stem, StringComparison.OrdinalIgnoreCase)))
        {
            if (FileEntry.Follow(other) is { Kind: FileKind.Special } special)
            {
                throw new Up42Exception($"{Path.GetFileName(path)} is not read: {Path.GetFileName(other)} beside it is {special.Noun}.");
            }
        }
    }

    private static void ToDegrees(TableBuilder rows, GdalSpatialReference reference, string? crs, string name)
    {
        if (reference.IsLocal)
        {
            throw new Up42Exception($"{name} is in '{reference.Name}', a local coordinate reference system, which has no place on Earth. {WayOut}");
        }

        using var degrees = GdalSpatialReference.FromEpsg(4326);
        try
        {
            using var transformation = new GdalTransformation(reference, degrees);
            rows.Transform((x, y) => transformation.Transform(x, y), crs);
        }
        catch (GdalException error)
        {
            throw new Up42Exception($"{name} is in '{reference.Name}', which cannot be taken to EPSG:4326: {error.Message}", error);
        }
    }

    /// <summary>The layers; where one of several cannot be read, it is empty and has a remark.</summary>
    private static (string Name, FeatureTable Table)[] ReadLayers(GdalVectors file, int[] layers, string path)
    {
        var (tables, faults) = (new List<(string, FeatureTable)>(), new List<Exception>());
        foreach (var layer in layers)
        {
            var layerName = file.LayerName(layer);
            try
            {
                tables.Add((layerName, ReadLayer(file, layer, path)));
            }
            catch (Exception error) when (layers.Length > 1 && error is Up42Exception or GdalException { IsLibraryMissing: false })
            {
                faults.Add(error);
                var left = new TableBuilder();
                left.Remarks.Add($"The layer '{layerName}' was left out: {LocalPaths.ShortenBeside(error.Message, path)}");
                tables.Add((layerName, left.Build()));
            }
        }

        return faults.Count < Math.Max(1, layers.Length) ? [.. tables] : throw faults[0];
    }

    private static void AddRemarks(TableBuilder rows, string name, GdalLayerSurvey survey, bool hasUnread)
    {
        var (curves, collections, surfaces, _) = survey;
        if (curves > 0)
        {
            rows.Remarks.Add($"The layer '{name}' has {DisplayText.Count(curves, "geometry")} with curves, which became lines of short steps.");
        }

        if (collections > 0)
        {
            rows.Remarks.Add($"Collections with curves are not read: {DisplayText.Count(collections, "geometry")} of the layer '{name}' left out.");
        }

        if (hasUnread && (surfaces > 0 || collections == 0))
        {
            rows.Remarks.Add($"Geometries of the layer '{name}' were left out: {UnreadGeometry.Surface}");
        }
    }

    /// <summary>Rows may share what they hold, or hold next to nothing in many columns: a small file may stand for terabytes.</summary>
    private static GdalLayerSurvey Survey(GdalVectors file, int layer, string path)
    {
        WorkExceededException.ThrowUnlessTaken(Work.Rows, 1);
        var most = Math.Clamp(Limits.Default.TranslatedRatio * new FileInfo(path).Length, Limits.Default.TranslatedBytes, int.MaxValue);
        var survey = file.Survey(layer, most);
        if (survey.Bytes <= most)
        {
            return survey;
        }

        Spend(survey);
        var name = Path.GetFileName(path);
        throw new Up42Exception(
            $"The features of {name} take more than {FileSize.Format(most)} as GeoJSON, which those of a file of its size may not. "
            + $"Convert it: ogr2ogr {Path.GetFileNameWithoutExtension(name)}.geojson {name}.");
    }

    // Of texts of megabytes a row is more than a row.
    private static void Spend(GdalLayerSurvey survey) => WorkBudget.Spend(Work.Rows, survey.Bytes / BytesOfRow);

    /// <summary>A layer whose system is unknown is taken for degrees where its coordinates are such.</summary>
    private static FeatureTable ReadLayer(GdalVectors file, int layer, string path)
    {
        var name = Path.GetFileName(path);
        var survey = Survey(file, layer, path);
        using var reference = file.LayerReference(layer);
        var rows = GeoJsonText.ReadRaw(file.ToGeoJson(file.LayerName(layer), Exactly, out var hasSurfaces), name).Rows;
        Spend(survey);
        AddRemarks(rows, file.LayerName(layer), survey, hasSurfaces);
        if (reference is null || reference.Name.StartsWith("Undefined", StringComparison.OrdinalIgnoreCase))
        {
            return rows.Build(name);
        }

        var crs = reference.Epsg is { } code ? FormattableString.Invariant($"EPSG:{code}") : reference.Name;
        if (crs != "EPSG:4326")
        {
            ToDegrees(rows, reference, null, name);
        }

        return rows.Build(name, crs);
    }
}
