using System.Net;
using System.Net.Http.Headers;
using System.Numerics;
using Microsoft.Extensions.Time.Testing;

namespace Up42.Interactive.Sandbox;

public sealed class StorageTests
{
    [Fact]
    public async Task Address_carries_length_and_hashes_that_hold()
    {
        await using var server = await Start();
        using var client = await new SandboxClient(server).LogInAsync();
        using var answer = await client.GetAsync(await AddressAsync(client));
        var bytes = await answer.Content.ReadAsByteArrayAsync(SandboxClient.Cancellation);
        using var folder = new TempFolder();
        var file = folder["r.tgz"];
        await File.WriteAllBytesAsync(file, bytes, SandboxClient.Cancellation);
        var crc = ~bytes.Aggregate(uint.MaxValue, BitOperations.Crc32C);

        answer.Headers.GetValues("x-goog-stored-content-length").ShouldBe([$"{bytes.Length}"]);
        var hashes = string.Join(",", answer.Headers.GetValues("x-goog-hash"));
        hashes.ShouldContain("md5=" + Convert.ToBase64String(Convert.FromHexString(Tool.Run("md5sum", file)[..32])));
        hashes.ShouldContain("crc32c=" + Convert.ToBase64String([(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc]));
    }

    [Fact]
    public async Task Range_gives_the_part_while_the_tag_matches_and_the_whole_after()
    {
        await using var server = await Start();
        using var client = await new SandboxClient(server).LogInAsync();
        var url = await AddressAsync(client);
        using var whole = await client.GetAsync(url);
        var bytes = await whole.Content.ReadAsByteArrayAsync(SandboxClient.Cancellation);
        using var http = new HttpClient();
        using var part = await http.SendAsync(Part(url, whole.Headers.ETag!), SandboxClient.Cancellation);
        using var changed = await http.SendAsync(Part(url, new EntityTagHeaderValue("\"other\"")), SandboxClient.Cancellation);

        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(SandboxClient.Cancellation)).ShouldBe(bytes[1000..]);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Content.Headers.ContentLength.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task Address_expires_by_the_clock()
    {
        var clock = new FakeTimeProvider(FastClock.Start);
        await using var server = await Start(new SandboxOptions { TimeProvider = clock, UrlLifetime = TimeSpan.FromMinutes(15) });
        using var client = await new SandboxClient(server).LogInAsync();
        var url = await AddressAsync(client);
        clock.Advance(TimeSpan.FromMinutes(14));
        using var inTime = await client.GetAsync(url);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var answer = await client.GetAsync(url);

        inTime.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(SandboxClient.Cancellation)).ShouldContain("<Code>ExpiredToken</Code>");
    }

    [Theory]
    [InlineData("Signature=", "Signature=0")]
    [InlineData("Expires=1", "Expires=2")]
    [InlineData("filename%3D", "filename%3Dx")]
    [InlineData("/results.tgz", "/other.tgz")]
    public async Task Address_that_was_changed_is_refused(string from, string to)
    {
        await using var server = await Start();
        using var client = await new SandboxClient(server).LogInAsync();
        var url = await AddressAsync(client);
        using var answer = await client.GetAsync(url.Replace(from, to, StringComparison.Ordinal));

        url.ShouldContain(from);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(SandboxClient.Cancellation)).ShouldContain("SignatureDoesNotMatch");
    }

    private static HttpRequestMessage Part(string url, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = new RangeHeaderValue(1000, null);
        request.Headers.IfRange = new RangeConditionHeaderValue(tag);
        return request;
    }

    private static Task<SandboxServer> Start(SandboxOptions? options = null) =>
        SandboxServer.StartAsync(options: (options ?? new()) with { LightJobs = 1 }, cancellationToken: SandboxClient.Cancellation);

    private static async Task<string> AddressAsync(SandboxClient client) =>
        (await client.DataAsync($"{client.Project}/jobs/{StableId.Create("light job 1")}/downloads/results/")).GetProperty("url").GetString()!;
}
