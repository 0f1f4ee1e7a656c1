using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Up42.Interactive.Tests.Http;

/// <summary>
/// .NET's own handler repeats a request without a body when a kept connection is closed politely before the answer. Below
/// Kestrel, since that resets connections, which the handler does not repeat.
/// </summary>
public class PostOnceTests
{
    [Fact]
    public async Task PostAsync_on_a_kept_connection_that_is_closed_is_sent_once()
    {
        var requests = new ConcurrentQueue<string>();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var serving = ServeAsync(listener, requests, stop.Token);
        var options = new Up42ClientOptions { TimeProvider = new FastClock() };
        var endpoint = new Uri($"http://{listener.LocalEndpoint}/");
        using (var connection = new ApiConnection(new AnalyticsLogin(Up42Credentials.FromProject("p", "k"), endpoint), options, endpoint))
        {
            await new UsersApi(connection).GetWorkspaceIdAsync(TestContext.Current.CancellationToken);

            var error = await Should.ThrowAsync<Up42Exception>(() =>
                new JobsApi(connection).CancelAsync("p", "j", TestContext.Current.CancellationToken));

            error.Message.ShouldStartWith("POST /projects/p/jobs/j/cancel/ failed: the response broke off.");
        }

        await stop.CancelAsync();
        await serving;
        requests.ShouldBe(["POST /oauth/token", "GET /users/me", "POST /projects/p/jobs/j/cancel/"]);
    }

    private static async Task ServeAsync(TcpListener listener, ConcurrentQueue<string> requests, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop);
                while (await ReadRequestAsync(client.GetStream(), stop) is { } request)
                {
                    requests.Enqueue(request);
                    if (request.Contains("cancel", StringComparison.Ordinal))
                    {
                        break;
                    }

                    var body = request.Contains("token", StringComparison.Ordinal) ? """{"access_token":"t"}""" : """{"data":{"id":"w"}}""";
                    var answer = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static async Task<string?> ReadRequestAsync(NetworkStream stream, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, stop);
            if (read == 0)
            {
                return null;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            var all = text.ToString();
            var end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = all.Split("\r\n").Select(line => line.Split(": ")).Where(header => header[0] == "Content-Length")
                .Select(header => int.Parse(header[1], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            if (end >= 0 && all.Length >= end + 4 + length)
            {
                return string.Join(' ', all.Split(' ')[..2]);
            }
        }
    }
}
