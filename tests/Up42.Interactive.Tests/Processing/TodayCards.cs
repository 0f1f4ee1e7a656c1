using System.Text.Json;

namespace Up42.Interactive.Tests.Processing;

/// <summary>Objects of today's platform that only show themselves: there is no server behind them.</summary>
internal static partial class TodayCards
{
    private static readonly Uri Endpoint = new("http://127.0.0.1:1/");

    private static readonly PlatformApi Nobody = PlatformApi.Create(
        Up42Credentials.FromAccount("nobody", "nothing"), new Up42ClientOptions { TimeProvider = new FixedClock() }, Endpoint, Endpoint);

    public static StacItems Items => StacItems.Parse(Storage.GetProperty("items"));

    public static StacCollection Collection =>
        StacCollection.Parse(Storage.GetProperty("collections")[0], new StacItems([.. Items.Take(3)], ["Item 4 is left out: A STAC item has no id."]));

    public static StacItem ProcessedItem => ItemOf("Berlin, sharpened", "Mitte");

    public static OrderCoverage Coverage => OrderCoverage.Parse(JsonElement.Parse(Up42.Interactive.Tests.Storage.StorageTests.Coverage), "o-1");

    public static OrderList Orders =>
        new(
            [Order("BEING_FULFILLED"), Order("FULFILLED"), Order("PLACEMENT_FAILED")],
            [new JobFailure("record 4 of page 0", new Up42Exception("An order has no id."))]);

    public static ProcessingCost Cost => new(
        "pansharpening", JsonElement.Parse("""{"pricingStrategy":"AREA","totalCredits":1240,"totalSize":620.02,"unit":"SQ_KM"}"""));

    public static ProcessingValidation Valid => new("pansharpening", null, [], null);

    public static ProcessingValidation Invalid => InvalidOf("InvalidItem", "The item has no panchromatic band.");

    private static JsonElement Storage => field.ValueKind == JsonValueKind.Undefined
        ? field = JsonElement.Parse(File.ReadAllBytes(Samples.Find("../up42-storage/stac.json")))
        : field;

    public static Order Order(string status) => OrderOf(Up42.Interactive.Tests.Storage.StorageTests.Order("o-1", status));

    public static Order OrderOf(string json) => new(Nobody, OrderInfo.Parse(JsonElement.Parse(json)));

    public static ProcessingValidation InvalidOf(string name, string message) => ProcessingValidation.Parse(
        "pansharpening",
        JsonSerializer.SerializeToElement(new { title = message, status = 422, errors = new[] { new { name, message } } }))!;

    public static Process Process(bool isAccepted) =>
        new(Nobody, "w-1", JsonElement.Parse(ProcessingServer.Process), new ProcessEula("e-1", isAccepted));

    public static Process ProcessOf(string text) => ProcessOf(JsonSerializer.SerializeToElement(new
    {
        id = text,
        title = text,
        description = text,
        version = text,
        additionalParameters = new { parameters = new object[] { new { name = "price", value = new[] { new { credits = 1, unit = text } } } } },
    }));

    public static Process ProcessOf(JsonElement json) => new(Nobody, "w-1", json, null);

    public static ProcessingJob Job(string status, string id = "7c0ffee0-j", string title = "Berlin, sharpened") =>
        JobOf(status, id, title, "InvalidItem", "The item has no panchromatic band.");

    public static ProcessingJob JobOf(string status, string id, string title, string name, string message) => ProcessingJob.FromInfo(
        Nobody,
        ProcessingJobInfo.Parse(JsonSerializer.SerializeToElement(new
        {
            processID = "pansharpening",
            jobID = id,
            accountID = "a",
            workspaceID = "w-1",
            definition = new { inputs = new { title, item = "https://api.up42.com/v2/assets/stac/collections/c/items/i" } },
            results = new
            {
                collection = status == "captured" ? "https://api.up42.com/v2/assets/stac/collections/c-1" : null,
                errors = status is "captured" or "running" ? null : new[] { new { name, message } },
            },
            creditConsumption = new { credits = 12.5 },
            status,
            created = "2026-11-01T10:00:00.123456Z",
            started = "2026-11-01T10:01:00Z",
            finished = status == "running" ? null : "2026-11-01T10:05:30Z",
            updated = "2026-11-01T10:05:30Z",
        })));

    public static ProcessingJobCollection Jobs(int count) => new(
        [
            .. Enumerable.Range(1, count).Select(number => Job(
                number % 7 == 0 ? "released" : number % 5 == 0 ? "running" : "captured", $"7c0ffee0-{number:000}", $"Scene {number}")),
        ],
        [new JobFailure("record 25", new Up42Exception("A processing job has no jobID."))]);

    public static StacItem ItemOf(string title, string tag) => StacItem.Parse(
        JsonSerializer.SerializeToElement(new Dictionary<string, object?>
        {
            ["id"] = "i-1",
            ["collection"] = "c-1",
            ["geometry"] = JsonElement.Parse("""{"type":"Polygon","coordinates":[[[13,52],[13.1,52],[13.1,52.1],[13,52.1],[13,52]]]}"""),
            ["properties"] = new Dictionary<string, object?>
            {
                ["up42-user:title"] = title,
                ["up42-user:tags"] = new[] { tag, "2026" },
                ["datetime"] = "2026-10-01T10:00:00Z",
                ["platform"] = title,
                ["gsd"] = 0.3,
                ["eo:cloud_cover"] = 2.25,
                ["proj:epsg"] = 32633,
                ["up42-system:job_id"] = "7c0ffee0-j",
            },
            ["assets"] = new Dictionary<string, object?>
            {
                [title] = new Dictionary<string, object?>
                {
                    ["href"] = "https://api.up42.com/v2/assets/a-1",
                    ["type"] = "image/tiff; application=geotiff; profile=cloud-optimized",
                    ["roles"] = new[] { "data", tag },
                    ["gsd"] = 0.3,
                    ["file:size"] = 650_000_000,
                    ["eo:bands"] = new[] { new { name = tag, common_name = "red" }, new { name = "B2", common_name = "green" } },
                },
                ["thumbnail.png"] = new { href = "https://api.up42.com/v2/assets/a-2", type = "image/png", title = "Thumbnail", roles = new[] { "thumbnail" } },
            },
        }),
        Nobody.Stac);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 1, 10, 6, 0, TimeSpan.Zero);
    }
}
