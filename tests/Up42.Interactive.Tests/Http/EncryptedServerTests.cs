using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Up42.Interactive.Tests.Processing;

namespace Up42.Interactive.Tests.Http;

/// <summary>A real https API whose files lie on a real server: what is not encrypted is not opened, whoever sends there.</summary>
public sealed class EncryptedServerTests : IAsyncLifetime
{
    private const string ArchiveCall = "GET /projects/p-1/jobs/j/downloads/results/";

    private readonly TempFolder _folder = new();
    private readonly X509Certificate2 _certificate = Certificate();
    private LoopbackServer _api = null!;
    private LoopbackServer _plain = null!;
    private LoopbackServer _encrypted = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_api, _plain, _encrypted) =
            (await LoopbackServer.StartAsync(_certificate), await LoopbackServer.StartAsync(), await LoopbackServer.StartAsync(_certificate));
        foreach (var storage in new[] { _plain, _encrypted })
        {
            storage.On("GET /storage/a", (_, context) => context.Response.WriteAsync("pixels"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _api, _plain, _encrypted })
        {
            await server.DisposeAsync();
        }

        _certificate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Files_are_fetched_where_all_is_encrypted()
    {
        var path = await DownloadAsync($"{_encrypted.Endpoint}storage/a?signature=s");

        File.ReadAllText(path).ShouldBe("pixels");
    }

    [Theory]
    [InlineData(false, "was answered with an http URL on 127.0.0.1, which is not encrypted: it was not opened.")]
    [InlineData(true, "which is not encrypted: it was not followed.")]
    public async Task Signed_URLs_that_are_not_encrypted_are_not_opened(bool isRedirected, string message)
    {
        var plain = $"{_plain.Endpoint}storage/a?signature=s";
        _encrypted.On("GET /storage/there", (_, context) =>
        {
            context.Response.Redirect(plain);
            return Task.CompletedTask;
        });

        var error = await Should.ThrowAsync<Up42Exception>(() => DownloadAsync(isRedirected ? $"{_encrypted.Endpoint}storage/there" : plain));

        error.Message.ShouldContain(message);
        _plain.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Archives_of_the_analytics_platform_that_are_not_encrypted_are_not_opened()
    {
        _api.On("GET /projects/p-1/jobs/j", """{"data":{"id":"j","status":"SUCCEEDED"},"error":null}""");
        _api.On(ArchiveCall, $$"""{"data":{"url":"{{_plain.Endpoint}}storage/a?signature=s"},"error":null}""");
        using var client = await _api.ConnectAsync(Options());
        var job = await client.GetJobAsync("j", cancellationToken: Cancel);

        (await Should.ThrowAsync<Up42Exception>(() => job.DownloadResultsAsync(_folder["results"], cancellationToken: Cancel))).Message
            .ShouldContain("was answered with an http URL on 127.0.0.1, which is not encrypted: it was not opened.");

        _plain.Requests.ShouldBeEmpty();
    }

    private async Task<string> DownloadAsync(string url)
    {
        _api.On("POST /v2/assets/stac/search", $$"""{"features":[{{ProcessingServer.Item(_api)}}]}""");
        _api.On(ProcessingServer.UrlCall, $$"""{"url":"{{url}}"}""");
        using var client = await _api.ConnectAccountAsync(Options());
        var item = (await client.Storage.SearchAsync(cancellationToken: Cancel))[0];
        return await item.Assets["data"].DownloadAsync(_folder.Path, cancellationToken: Cancel);
    }

    // A machine does not know this certificate; the test does.
    private Up42ClientOptions Options() => new()
    {
        Endpoint = _api.Endpoint,
        TimeProvider = new FastClock(),
        Timeout = TimeSpan.FromHours(23),
        Retry = new RetryOptions { MaxAttempts = 2, AttemptTimeout = TimeSpan.FromDays(1) },
        Output = TextWriter.Null,
        Handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _certificate.GetCertHashString(),
            },
        },
    };

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
