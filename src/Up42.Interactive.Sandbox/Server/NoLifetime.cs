using Microsoft.Extensions.Hosting;

namespace Up42.Interactive.Sandbox;

/// <summary>Leaves the process's signals to the program that the sandbox lives in: ASP.NET's own lifetime would take SIGINT, SIGTERM and SIGQUIT.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
