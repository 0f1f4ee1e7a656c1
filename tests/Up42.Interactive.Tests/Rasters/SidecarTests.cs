using System.Net;
using System.Net.Sockets;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Archives are untrusted: nothing that lies beside a raster may send a request, show another file's bytes, or be written.</summary>
public sealed class SidecarTests : IAsyncLifetime
{
    private const byte ForeignValue = 231;

    private readonly TempFolder _folder = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private int _requests;
    private Task _answering = Task.CompletedTask;

    private string Raster => _folder["job/a.tif"];

    public ValueTask InitializeAsync()
    {
        _listener.Start();
        _answering = AnswerAsync();
        Directory.CreateDirectory(_folder["job"]);
        Tool.Run("gdal_create", "-outsize", "400", "300", "-bands", "3", "-burn", "10", "-a_srs", "EPSG:32633",
            "-a_ullr", "380000", "5820000", "384000", "5817000", Raster);
        Tool.Run("gdal_create", "-outsize", "200", "150", "-bands", "3", "-burn", $"{ForeignValue}", _folder["foreign.tif"]);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _answering;
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Overviews_in_a_vrt_beside_a_raster_show_no_foreign_pixels()
    {
        File.WriteAllText(Raster + ".ovr", Vrt("../foreign.tif", bands: 3));

        // The trap works: GDAL as it comes follows it.
        Tool.Run("gdal_translate", "-q", "-outsize", "100", "75", Raster, _folder["trapped.tif"]);
        Tool.Run("gdallocationinfo", "-valonly", "-b", "1", _folder["trapped.tif"], "50", "30").Trim().ShouldBe($"{ForeignValue}");

        ReadEverything().ShouldBe([10]);
    }

    [Fact]
    public void Mask_in_a_vrt_beside_a_raster_is_not_believed()
    {
        File.WriteAllText(Raster + ".msk", Vrt("../foreign.tif", bands: 1, flags: true, width: 400, height: 300));

        Tool.Run("gdalinfo", Raster).ShouldContain("Mask Flags: PER_DATASET");
        using (var raster = RasterFile.Open(Raster))
        {
            raster.Preview(cancellationToken: TestContext.Current.CancellationToken).Mask.ContainsAnyExcept((byte)255).ShouldBeFalse();
        }

        ReadEverything().ShouldBe([10]);
    }

    [Fact]
    public void Auxiliary_file_beside_a_raster_sends_no_request()
    {
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        File.WriteAllText(Raster + ".aux.xml",
            $"""<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">/vsicurl/http://127.0.0.1:{port}/a.tif</MDI></Metadata></PAMDataset>""");

        ReadEverything().ShouldBe([10]);
        _requests.ShouldBe(0);

        // The trap works: with its auxiliary files on, which is how it comes, GDAL asks.
        Tool.Run("env", "-u", "GDAL_PAM_ENABLED", "gdalinfo", Raster);
        _requests.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Tiff_companions_are_used()
    {
        Tool.Run("gdaladdo", "-q", "-ro", "-r", "average", Raster, "2", "4");

        using var raster = RasterFile.Open(Raster);

        raster.Overviews.ShouldBe([new RasterSize(200, 150), new RasterSize(100, 75)]);
    }

    /// <summary>Facts, a whole and a reduced preview, a map picture; the distinct values seen. The folder must stay as it was.</summary>
    private IReadOnlyList<double> ReadEverything()
    {
        var before = _folder.Files.ToDictionary(file => file, file => File.ReadAllBytes(_folder[file]));
        var values = new HashSet<double>();
        using (var raster = RasterFile.Open(Raster))
        {
            raster.Overviews.ShouldBeEmpty();
            foreach (var size in new[] { 400, 100, 40 })
            {
                var image = raster.Preview(size, [1, 2, 3], TestContext.Current.CancellationToken);
                values.UnionWith(image.Values(0).ToArray().Union(image.Values(1).ToArray()).Union(image.Values(2).ToArray()));
                Stretch.Default.Apply(image).WarpToWebMercator(cancellationToken: TestContext.Current.CancellationToken).ToWebP().ShouldNotBeEmpty();
            }
        }

        _folder.Files.ShouldBe(before.Keys);
        before.ShouldAllBe(file => file.Value.SequenceEqual(File.ReadAllBytes(_folder[file.Key])));
        return [.. values];
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _requests);
                await client.GetStream().WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static string Vrt(string file, int bands, bool flags = false, int width = 200, int height = 150)
    {
        var metadata = flags ? "<Metadata><MDI key=\"INTERNAL_MASK_FLAGS_1\">2</MDI></Metadata>" : string.Empty;
        var sources = Enumerable.Range(1, bands).Select(band => $"""
            <VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename relativeToVRT="1">{file}</SourceFilename><SourceBand>{band}</SourceBand>
            </SimpleSource></VRTRasterBand>
            """);
        return $"""<VRTDataset rasterXSize="{width}" rasterYSize="{height}">{metadata}{string.Concat(sources)}</VRTDataset>""";
    }
}
