using System.Text.Json;

namespace Up42.Interactive.Tests.Processing;

internal static partial class TodayCards
{
    /// <summary>The displays with one text in every field that takes one.</summary>
    public static IEnumerable<IDisplay> Hostile(string text)
    {
        var status = string.IsNullOrWhiteSpace(text) ? "x" : text;
        var id = text.Length == 0 ? "x" : text;
        var (job, order) = (JobOf(status, id, text, text, text), HostileOrder(id, text, status));
        JobFailure[] failures = [new JobFailure(text, new Up42Exception(text))];
        yield return job;
        yield return new ProcessingJobFailedException(job);
        yield return new ProcessingJobCollection([job], failures);
        yield return InvalidOf(text, text);
        yield return ProcessOf(text);
        yield return new ProcessingCost(text, JsonSerializer.SerializeToElement(new { pricingStrategy = text, totalCredits = 1, totalSize = 2, unit = text }));
        yield return ItemOf(text, text).WithThumbnail(Pixel);
        yield return new StacItems([ItemOf(text, text)], [text]);
        yield return HostileCollection(id, text);
        yield return order;
        yield return new OrderList([order], failures);
        yield return OrderCoverage.Parse(JsonSerializer.SerializeToElement(new { covered = new { sqKmArea = 1, percentage = 2 } }), text);
    }

    /// <summary>The lists whose rows stand in a page of their own, with a row for each text.</summary>
    public static IEnumerable<IDisplay> HostileLists(IReadOnlyList<string> texts)
    {
        var known = texts.Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        yield return new ProcessingJobCollection([.. known.Select(text => JobOf(text, text, text, text, text))], []);
        yield return new StacItems([.. known.Select(text => ItemOf(text, text).WithThumbnail(Pixel))], [.. texts]);
        yield return new OrderList([.. known.Select(text => HostileOrder(text, text, text))], []);
    }

    /// <summary>The displays with one number in every field that takes one.</summary>
    public static IEnumerable<IDisplay> Numbered(string number)
    {
        var item = ItemOf("x", "y").Raw.GetRawText().Replace("0.3", number, StringComparison.Ordinal)
            .Replace("2.25", number, StringComparison.Ordinal).Replace("650000000", number, StringComparison.Ordinal)
            .Replace("32633", number, StringComparison.Ordinal).Replace("13.1", number, StringComparison.Ordinal);
        var job = ProcessingJob.FromInfo(Nobody, ProcessingJobInfo.Parse(JsonElement.Parse(
            Job("captured").Info.Raw.GetRawText().Replace("12.5", number, StringComparison.Ordinal))));
        yield return job;
        yield return new ProcessingJobCollection([job, job, job], []);
        yield return StacItem.Parse(JsonElement.Parse(item));
        yield return StacItems.Parse(JsonElement.Parse($"[{item},{item}]"));
        yield return new ProcessingCost("p", JsonElement.Parse($$"""{"totalCredits":{{number}},"totalSize":{{number}},"unit":"SQ_KM"}"""));
        yield return OrderCoverage.Parse(JsonElement.Parse($$"""{"covered":{"sqKmArea":{{number}},"percentage":{{number}} } }"""), "o");
        yield return OrderOf($$"""{"id":"o","orderDetails":{"maxCloudCover":{{number}},"maxIncidenceAngle":{{number}} } }""");
    }

    public static StacThumbnail Pixel => new(
        "data:image/webp;base64,UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", 100, 80);

    private static Order HostileOrder(string id, string text, string status) => OrderOf(JsonSerializer.Serialize(new
    {
        id,
        displayName = text,
        status,
        type = text,
        dataProductId = text,
        workspaceId = text,
        tags = new[] { text },
        orderDetails = new { subStatus = text, resolution = text, acquisitionMode = text, imageId = text },
    }));

    private static StacCollection HostileCollection(string id, string text) => StacCollection.Parse(
        JsonSerializer.SerializeToElement(new Dictionary<string, object?>
        {
            ["id"] = id,
            ["title"] = text,
            ["description"] = text,
            ["license"] = text,
            ["keywords"] = new[] { text },
            ["providers"] = new[] { new { name = text } },
            ["up42-product:modality"] = text,
            ["up42-product:data_type"] = text,
            ["up42-order:id"] = text,
            ["up42-system:job_id"] = text,
        }),
        new StacItems([ItemOf(text, text)], [text]));
}
