using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Up42.Interactive.Tests.Http;

public class HeaderLimitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("headers")]
    [InlineData("trailers")]
    public async Task GetDataAsync_answered_with_headers_without_end_says_so(string part)
    {
        var headers = string.Concat(Enumerable.Range(0, 3000).Select(index => $"X-{index}: {new string('h', 40)}\r\n"));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync();
        using var sender = new HttpSender(new Up42ClientOptions(), DecompressionMethods.None, new SecretFilter(Up42Credentials.FromProject("p", "k")));
        var url = new Uri($"http://{listener.LocalEndpoint}/");

        var error = await Should.ThrowAsync<Up42Exception>(async () =>
        {
            using var response = await sender.GetAsync("GET /a", url, null, Cancel);
            await sender.BufferAsync("GET /a", response, TimeProvider.System, Cancel);
        });

        error.Message.ShouldBe("GET /a was answered with longer headers than are allowed, which is refused.");
        await Record.ExceptionAsync(() => serving);

        async Task ServeAsync()
        {
            using var client = await listener.AcceptTcpClientAsync(Cancel);
            await using var stream = client.GetStream();
            _ = await stream.ReadAtLeastAsync(new byte[10_000], 1, cancellationToken: Cancel);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(part == "headers"
                    ? $"HTTP/1.1 200 OK\r\n{headers}Content-Length: 2\r\n\r\n{{}}"
                    : $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n{headers}\r\n"),
                Cancel);
        }
    }
}
