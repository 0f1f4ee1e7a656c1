using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// An item of a STAC catalogue: one scene or one result, with its facts, its footprint and its files. What it shows is what was read; it never
/// calls a server.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class StacItem : IDisplay
{
    private const int MaxAssets = 1000;
    private const string EpsgPrefix = "EPSG:";

    private readonly JsonElement _properties;
    private readonly Lazy<Geometry?> _footprint;

    private StacItem(string id, JsonElement raw, object? origin, StacThumbnail? thumbnail)
    {
        (Id, Raw, Origin, Thumbnail) = (id, raw, origin, thumbnail);
        _properties = raw.Find("properties") ?? default;
        _footprint = new(() => ToTable() is [{ Geometry: { } footprint }] ? footprint : null);
        Assets = (raw.Find("assets") is { ValueKind: JsonValueKind.Object } assets ? assets.EnumerateObject() : default(IEnumerable<JsonProperty>) ?? [])
            .Where(asset => asset.Value.ValueKind == JsonValueKind.Object).Take(MaxAssets)
            .Select(asset => new StacAsset(asset.Name, asset.Value, this))
            .DistinctBy(asset => asset.Key).ToDictionary(asset => asset.Key);
    }

    /// <summary>The item's id.</summary>
    public string Id { get; }

    /// <summary>The title that somebody gave it in storage, else the provider's; null where there is neither.</summary>
    public string? Title => Text("up42-user:title") ?? Text("title");

    /// <summary>The tags that somebody gave it in storage.</summary>
    public IReadOnlyList<string> Tags => _properties.FindTexts("up42-user:tags");

    /// <summary>The id of its collection.</summary>
    public string? CollectionId => Raw.FindText("collection");

    /// <summary>When the scene was taken, UTC.</summary>
    public DateTimeOffset? Datetime => _properties.FindDate("datetime");

    /// <summary>When taking it began, UTC.</summary>
    public DateTimeOffset? StartDatetime => _properties.FindDate("start_datetime");

    /// <summary>When taking it ended, UTC.</summary>
    public DateTimeOffset? EndDatetime => _properties.FindDate("end_datetime");

    /// <summary>The one date of lists: <see cref="Datetime"/>, or where a span stands in its place, when that began or else ended.</summary>
    internal DateTimeOffset? Taken => Datetime ?? StartDatetime ?? EndDatetime;

    /// <summary>The satellite, for example <c>PNEO-4</c>.</summary>
    public string? Platform => Text("platform");

    /// <summary>The satellite's constellation, for example <c>PNEO</c>.</summary>
    public string? Constellation => Text("constellation");

    /// <summary>The distance of two pixels on the ground, in metres.</summary>
    public double? Gsd => _properties.FindNumber("gsd");

    /// <summary>How much is under clouds, in percent.</summary>
    public double? CloudCover => _properties.FindNumber("eo:cloud_cover");

    /// <summary>The direction to the satellite, in degrees from north, clockwise.</summary>
    public double? Azimuth => _properties.FindNumber("view:azimuth");

    /// <summary>The satellite's angle at the ground, in degrees from the vertical.</summary>
    public double? IncidenceAngle => _properties.FindNumber("view:incidence_angle");

    /// <summary>The direction to the sun, in degrees from north, clockwise.</summary>
    public double? SunAzimuth => _properties.FindNumber("view:sun_azimuth");

    /// <summary>The sun's height above the horizon, in degrees.</summary>
    public double? SunElevation => _properties.FindNumber("view:sun_elevation");

    /// <summary>The EPSG code of the rasters' coordinate reference system; null where they have none.</summary>
    public int? Epsg => _properties.FindNumber("proj:epsg") is > 0 and < int.MaxValue and var number ? (int)number
        : Text("proj:code") is { } code && code.StartsWith(EpsgPrefix, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(code.AsSpan(EpsgPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var epsg) ? epsg : null;

    /// <summary>The provider's product, for example <c>multispectral</c> scenes of an archive.</summary>
    public string? ProductId => Text("up42-product:product_id");

    /// <summary>The provider's collection, for example <c>phr</c>.</summary>
    public string? CollectionName => Text("up42-product:collection_name");

    /// <summary>What kind of picture it is, for example <c>multispectral</c> or <c>panchromatic</c>.</summary>
    public string? Modality => Text("up42-product:modality");

    /// <summary><c>raster</c> or <c>vector</c>.</summary>
    public string? DataType => Text("up42-product:data_type");

    /// <summary>The order that brought it; null where none did.</summary>
    public string? OrderId => Text("up42-order:id");

    /// <summary>The processing job that made it; null where none did.</summary>
    public string? JobId => Text("up42-system:job_id");

    /// <summary>How it came to storage, for example <c>ARCHIVE</c>.</summary>
    public string? Source => Text("up42-system:source");

    /// <summary>Its outline, or where it has none that can be read its <c>bbox</c>, in EPSG:4326; null without either. Made at the first use.</summary>
    public Geometry? Footprint => _footprint.Value;

    /// <summary>Its files, by their key.</summary>
    public IReadOnlyDictionary<string, StacAsset> Assets { get; }

    /// <summary>The item's own URL, as which processes take it; null where it does not say.</summary>
    public string? SelfUrl => Link("self") ?? Link(StacFiles.Origin);

    /// <summary>Everything that was read.</summary>
    public JsonElement Raw { get; }

    /// <summary>What the item came from, for the verbs of rooms that know servers; null for one that was read from a file.</summary>
    internal object? Origin { get; }

    /// <summary>Its picture; null where it was not fetched.</summary>
    internal StacThumbnail? Thumbnail { get; }

    /// <summary>The asset that shows what it looks like; null where it has none.</summary>
    internal StacAsset? ThumbnailAsset => Assets.Values.Where(asset => asset.IsPicture && asset.Href is not null)
        .OrderBy(asset => asset.Roles.Contains("thumbnail") ? 0 : asset.Roles.Contains("overview") ? 1 : 2).FirstOrDefault();

    /// <summary>Reads an item from its JSON.</summary>
    /// <param name="json">A STAC item, which is a GeoJSON feature.</param>
    /// <exception cref="JsonException">It is not an item: the id is missing.</exception>
    public static StacItem Parse(JsonElement json) => Parse(json, origin: null);

    /// <summary>The item as one row: its properties as columns, its footprint.</summary>
    public FeatureTable ToTable() => StacFeatures.ToTable([this]);

    /// <summary>The item's card.</summary>
    public string ToHtml() => new Fragment { Static = StacItemHtml.Render(this) }.ToHtml();

    /// <summary>Title, date and files in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"StacItem {Title ?? Id}{(Taken is { } date ? $", {DisplayText.Date(date)}" : "")}, {DisplayText.Count(Assets.Count, "asset")}");

    internal static StacItem Parse(JsonElement json, object? origin)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.FindText("id") is { Length: > 0 } id
                ? new StacItem(id, json.Clone(), origin, thumbnail: null)
                : throw new JsonException("A STAC item has no id.");
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("A STAC item has an asset whose name is not Unicode.", error);
        }
    }

    internal StacItem WithThumbnail(StacThumbnail picture) => new(Id, Raw, Origin, picture);

    private string? Text(string property) => _properties.FindText(property);

    private string? Link(string rel) => Raw.FindList("links").FirstOrDefault(link => link.FindText("rel") == rel).FindText("href");
}
