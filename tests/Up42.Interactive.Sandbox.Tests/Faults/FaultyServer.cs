using System.Text.Json;

namespace Up42.Interactive.Sandbox;

/// <summary>A server where half of the requests go wrong, and a client that got its token in spite of it.</summary>
internal sealed record FaultyServer(SandboxServer Server, SandboxClient Client) : IAsyncDisposable
{
    /// <summary>Repeats what fails for a fault.</summary>
    public static async Task<T> UntilWellAsync<T>(Func<Task<T>> action)
    {
        while (true)
        {
            try
            {
                return await action();
            }
            catch (Exception error) when (error is HttpRequestException or JsonException or KeyNotFoundException)
            {
                SandboxClient.Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The address of an archive.</summary>
    public Task<string> AddressAsync() => UntilWellAsync(async () =>
        (await Client.DataAsync($"{Client.Project}/jobs/{StableId.Create("light job 1")}/downloads/results/")).GetProperty("url").GetString()!);

    /// <summary>Asks until the request is one that goes wrong.</summary>
    public async Task<HttpResponseMessage> HitAsync(string path)
    {
        while (true)
        {
            var answer = await Client.GetAsync(path);
            if (Server.Requests[^1].Fault is not null)
            {
                return answer;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
