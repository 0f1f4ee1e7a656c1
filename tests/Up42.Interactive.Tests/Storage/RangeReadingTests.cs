using Microsoft.AspNetCore.Http;
using Up42.Interactive.Gdal;
using Up42.Interactive.Tests.Http;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Storage;

/// <summary>Rasters in storage that are looked at where they lie.</summary>
public sealed class RangeReadingTests(RangeReadingTests.Scene scene) : IClassFixture<RangeReadingTests.Scene>
{
    private static readonly RasterWindow Part = new(0, 0, Scene.Side, 900);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_maps_and_values_are_those_of_the_file_and_only_a_part_of_it_is_fetched()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await server.ConnectAccountAsync();
        var local = JobResults.Open(scene.Folder, cancellationToken: Cancel);

        var results = await (await client.GetProcessingJobAsync("j", Cancel)).OpenResultsAsync(Cancel);
        var plot = results.PlotResults([1, 2, 1], titles: ["one"], cancellationToken: Cancel).ToHtml();
        var raster = results.Rasters.ShouldHaveSingleItem();
        using var file = raster.Open();
        using var original = local.Rasters[0].Open();

        results.Files.Select(one => one.Name).ShouldBe(["data.json", "i-1/item.json", "i-1/sharp.tif", "processing-job.json"]);
        results.ProcessingJob!.Info.Id.ShouldBe("j");
        raster.Features.ShouldHaveSingleItem().GetText("platform").ShouldBe("PNEO-4");
        Picture(plot).ShouldBe(Picture(local.PlotResults([1, 2, 1], titles: ["one"], cancellationToken: Cancel).ToHtml()));
        Fetched(server).ShouldBeLessThan(scene.Bytes.Length / 20);
        server.Count(ProcessingServer.FileCall).ShouldBeLessThan(12);
        file.FileSize.ShouldBe(scene.Bytes.Length);
        var window = new RasterWindow(700, 1800, 90, 70);
        file.Read(window, cancellationToken: Cancel).Values(0).ToArray().ShouldBe(original.Read(window, cancellationToken: Cancel).Values(0).ToArray());
        Fetched(server).ShouldBeLessThan(scene.Bytes.Length / 10);
        results.MapResults(cancellationToken: Cancel).ToHtml().ShouldContain("<img");
        file.ToHtml().ShouldContain($"from {server.Endpoint.Host}: ");
        (plot + results.ToHtml() + file.ToHtml() + file.Path).ShouldNotContain("hush-", Case.Sensitive);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_signature_that_expires_in_the_middle_is_asked_for_again(int expired)
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes, requestsASignature: 2, expired);
        using var client = await server.ConnectAccountAsync();
        var results = await (await client.GetProcessingJobAsync("j", Cancel)).OpenResultsAsync(Cancel);
        using var raster = results.Rasters[0].Open();
        using var original = RasterFile.Open(scene.Path);

        raster.Read(Part, cancellationToken: Cancel).Values(0).ToArray().ShouldBe(original.Read(Part, cancellationToken: Cancel).Values(0).ToArray());

        server.Count(ProcessingServer.UrlCall).ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_file_that_was_replaced_and_a_server_that_fails_are_named_and_no_damage_is_claimed()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await server.ConnectAccountAsync(server.Options(retry: new RetryOptions { MaxAttempts = 2, AttemptTimeout = TimeSpan.FromDays(1) }));
        var results = await (await client.GetProcessingJobAsync("j", Cancel)).OpenResultsAsync(Cancel);
        using var raster = results.Rasters[0].Open();

        server.On(ProcessingServer.FileCall, (_, context) => LoopbackServer.StatusAsync(context, 500));
        Should.Throw<Up42Exception>(() => raster.Read(Part, cancellationToken: Cancel)).Message
            .ShouldStartWith("The download of asset data of item i-1 failed");

        server.On(ProcessingServer.FileCall, (_, context) => Microsoft.AspNetCore.Http.Results
            .File(scene.Bytes, "image/tiff", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue("\"v2\""), enableRangeProcessing: true)
            .ExecuteAsync(context));
        Should.Throw<Up42Exception>(() => raster.Read(Part, cancellationToken: Cancel)).Message
            .ShouldBe("The download of asset data of item i-1 cannot go on: the file has been replaced on the server. Open it again.");

        ProcessingServer.Serve(server, scene.Bytes);
        raster.Read(Part, cancellationToken: Cancel).Values(0).Length.ShouldBe(Scene.Side * 900);
    }

    [Fact]
    public async Task A_server_that_sends_no_parts_is_said_to()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        server.On(ProcessingServer.FileCall, (_, context) => context.Response.Body.WriteAsync(scene.Bytes).AsTask());
        using var client = await server.ConnectAccountAsync();
        var job = await client.GetProcessingJobAsync("j", Cancel);

        (await Should.ThrowAsync<Up42Exception>(() => job.OpenResultsAsync(Cancel))).Message.ShouldBe(
            "data of item i-1 cannot be opened: The download of asset data of item i-1 is not possible: "
            + "the server does not send parts of the file. Download it.");
    }

    [Fact]
    public async Task Results_that_lie_in_storage_are_not_packed_for_a_bucket()
    {
        await using var server = await ProcessingServer.StartAsync("captured");
        ProcessingServer.Serve(server, scene.Bytes);
        using var client = await server.ConnectAccountAsync();
        using var bucket = new TempFolder();
        var results = await (await client.GetProcessingJobAsync("j", Cancel)).OpenResultsAsync(Cancel);

        (await Should.ThrowAsync<Up42Exception>(() => results.UploadToBucketAsync(new LocalFolderBucket(bucket.Path), "a", cancellationToken: Cancel)))
            .Message.ShouldBe("job_j is read from storage by range: download it, then upload what was downloaded.");
    }

    private static long Fetched(LoopbackServer server) => server.Sent(ProcessingServer.FileCall);

    private static string Picture(string html) => html.Split("src=\"data:image")[1].Split('"')[0];

    /// <summary>A cloud-optimised scene of 4,400 by 4,400 pixels that does not compress well.</summary>
    public sealed class Scene : IDisposable
    {
        public const int Side = 4400;

        private readonly TempFolder _temporary = new();

        public Scene()
        {
            using (var raster = GdalDataset.Create("GTiff", _temporary["a.tif"], Side, Side, 2, GdalDataType.Byte))
            {
                using var reference = GdalSpatialReference.FromEpsg(32633);
                raster.SetSpatialReference(reference);
                raster.Geotransform = [380000, 10, 0, 5820000, 0, -10];
                var (random, values) = (new Random(20), new byte[Side * Side]);
                for (var band = 1; band <= 2; band++)
                {
                    random.NextBytes(values);
                    raster.Band(band).WriteRows<byte>(0, values);
                }

                raster.Close();
            }

            Directory.CreateDirectory(Folder);
            Tool.Run("gdal_translate", "-q", "-of", "COG", "-co", "COMPRESS=LZW", _temporary["a.tif"], Path);
            Bytes = File.ReadAllBytes(Path);
        }

        public string Folder => _temporary["scene"];

        public string Path => System.IO.Path.Combine(Folder, "sharp.tif");

        public byte[] Bytes { get; }

        public void Dispose() => _temporary.Dispose();
    }
}
