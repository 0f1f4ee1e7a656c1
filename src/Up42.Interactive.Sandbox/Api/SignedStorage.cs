using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Up42.Interactive.Sandbox;

/// <summary>Archives behind signed URLs that expire, as a cloud's storage serves them.</summary>
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
        var expires = (state.Clock.GetUtcNow() + options.UrlLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var disposition = $"attachment; filename={job.DisplayId}.tgz";
        var url = $"{context.Request.Scheme}://{context.Request.Host}{path}?response-content-disposition={Uri.EscapeDataString(disposition)}"
            + $"&Expires={expires}&Signature={Sign(path, disposition, expires)}";
        return Envelope.Data(new JsonObject { ["url"] = url });
    }

    /// <summary>The archive itself; 403 for an address that was not signed here or has expired.</summary>
    public async Task<Results<PhysicalFileHttpResult, ContentHttpResult>> ServeAsync(HttpContext context, string projectId, string jobId, string name)
    {
        var query = context.Request.Query;
        var (expires, disposition) = (query["Expires"].ToString(), query["response-content-disposition"].ToString());
        if (!IsSigned(context.Request.Path, disposition, expires, query["Signature"].ToString()))
        {
            return Refuse("SignatureDoesNotMatch", "Access denied.");
        }

        if (state.Clock.GetUtcNow() >= DateTimeOffset.FromUnixTimeSeconds(long.Parse(expires, CultureInfo.InvariantCulture)))
        {
            return Refuse("ExpiredToken", "The provided token has expired.");
        }

        var job = state.Job(projectId, jobId)!;
        var task = name == "results.tgz" ? (int?)null : Enumerable.Range(0, job.Tasks.Count).First(index => name == ResponseJson.TaskId(job, index) + ".tgz");
        var archive = await ArchiveStore.GetArchiveAsync(JobsApi.ContentOf(job, task, state)!).ConfigureAwait(false);
        var headers = context.Response.Headers;
        headers["x-goog-stored-content-length"] = archive.Length.ToString(CultureInfo.InvariantCulture);
        headers["x-goog-stored-content-encoding"] = "identity";
        headers["x-goog-hash"] = new[] { $"crc32c={archive.Crc32C}", $"md5={archive.Md5}" };
        headers.ContentDisposition = disposition;
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(Convert.FromBase64String(archive.Md5))}\"");
        return TypedResults.PhysicalFile(archive.Path, "application/gzip", lastModified: job.EndsAt, entityTag: tag, enableRangeProcessing: true);
    }

    public static ContentHttpResult Refuse(string code, string message, int status = StatusCodes.Status403Forbidden) => TypedResults.Content(
        $"<?xml version='1.0' encoding='UTF-8'?><Error><Code>{code}</Code><Message>{message}</Message></Error>", "application/xml", Encoding.UTF8, status);

    private string Sign(string path, string disposition, string expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{path}\n{disposition}\n{expires}")));

    private bool IsSigned(string? path, string disposition, string expires, string signature) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Sign(path ?? "", disposition, expires)), Encoding.UTF8.GetBytes(signature));
}
