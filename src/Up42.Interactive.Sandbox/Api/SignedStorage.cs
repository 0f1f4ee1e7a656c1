using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Up42.Interactive.Sandbox;

/// <summary>Files behind signed URLs that expire, as a cloud's storage serves them.</summary>
internal sealed class SignedStorage(SandboxState state, SandboxOptions options)
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A new address of an archive.</summary>
    public JsonHttpResult<JsonObject> CreateUrl(HttpContext context, JobRun job, int? task)
    {
        if (JobsApi.ContentOf(job, task, state) is null)
        {
            // UP42 tells this one with status 200.
            return Envelope.Error(StatusCodes.Status404NotFound, $"There are no results of job {job.Id}", StatusCodes.Status200OK);
        }

        var path = $"/storage/{job.Workflow.ProjectId}/{job.Id}/{(task is null ? "results" : ResponseJson.TaskId(job, task.Value))}.tgz";
        return Envelope.Data(new JsonObject { ["url"] = Sign(context, path, $"attachment; filename={job.DisplayId}.tgz", options.UrlLifetime) });
    }

    /// <summary>A URL that opens a path for a while.</summary>
    public string Sign(HttpContext context, string path, string disposition, TimeSpan lifetime)
    {
        var expires = (state.Clock.GetUtcNow() + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{context.Request.Scheme}://{context.Request.Host}{path}?response-content-disposition={Uri.EscapeDataString(disposition)}"
            + $"&Expires={expires}&Signature={Sign(path, disposition, expires)}";
    }

    /// <summary>The archive itself.</summary>
    public async Task<Results<PhysicalFileHttpResult, ContentHttpResult>> ServeAsync(HttpContext context, string projectId, string jobId, string name)
    {
        if (RefuseUnsigned(context) is { } refused)
        {
            return refused;
        }

        var job = state.Job(projectId, jobId)!;
        var task = name == "results.tgz" ? (int?)null : Enumerable.Range(0, job.Tasks.Count).First(index => name == ResponseJson.TaskId(job, index) + ".tgz");
        var archive = await ArchiveStore.GetArchiveAsync(JobsApi.ContentOf(job, task, state)!).ConfigureAwait(false);
        return Serve(context, archive, "application/gzip", job.EndsAt);
    }

    /// <summary>What a URL gets that was not signed here, or has expired; null: it is right.</summary>
    public ContentHttpResult? RefuseUnsigned(HttpContext context)
    {
        var query = context.Request.Query;
        var (expires, disposition) = (query["Expires"].ToString(), query["response-content-disposition"].ToString());
        return !IsSigned(context.Request.Path, disposition, expires, query["Signature"].ToString())
            ? Refuse("SignatureDoesNotMatch", "Access denied.")
            : state.Clock.GetUtcNow() >= DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture))
                ? Refuse("ExpiredToken", "The provided token has expired.", options.ExpiredUrlStatus)
                : null;
    }

    /// <summary>A file with the headers of a cloud's storage; parts of it where they are asked for.</summary>
    public static PhysicalFileHttpResult Serve(HttpContext context, StoredArchive file, string mediaType, DateTimeOffset madeAt)
    {
        var headers = context.Response.Headers;
        headers["x-goog-stored-content-length"] = file.Length.ToString(CultureInfo.InvariantCulture);
        headers["x-goog-stored-content-encoding"] = "identity";
        headers["x-goog-hash"] = new[] { $"crc32c={file.Crc32C}", $"md5={file.Md5}" };
        headers.ContentDisposition = context.Request.Query["response-content-disposition"];
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(Convert.FromBase64String(file.Md5))}\"");
        return TypedResults.PhysicalFile(file.Path, mediaType, lastModified: madeAt, entityTag: tag, enableRangeProcessing: true);
    }

    public static ContentHttpResult Refuse(string code, string message, int status = StatusCodes.Status403Forbidden) => TypedResults.Content(
        $"<?xml version='1.0' encoding='UTF-8'?><Error><Code>{code}</Code><Message>{message}</Message></Error>", "application/xml", Encoding.UTF8, status);

    private string Sign(string path, string disposition, string expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{path}\n{disposition}\n{expires}")));

    private bool IsSigned(string? path, string disposition, string expires, string signature) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Sign(path ?? "", disposition, expires)), Encoding.UTF8.GetBytes(signature));
}
