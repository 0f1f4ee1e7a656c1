using System.Net;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Up42.Interactive.Sandbox;

namespace Up42.Interactive;

/// <summary>
/// A local UP42 on this machine only: the job platform and today's platform on one port, with jobs and imagery to play with. Dispose it to stop it.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxState _state;
    private readonly FaultPlan _faults;

    private SandboxServer(WebApplication app)
    {
        _app = app;
        _state = app.Services.GetRequiredService<SandboxState>();
        _faults = app.Services.GetRequiredService<FaultPlan>();
        // Its first jobs put their results into the storage.
        app.Services.GetRequiredService<ProcessingStore>();
        Endpoint = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>What opens it.</summary>
    public SandboxCredentials Credentials { get; } = SandboxState.Credentials;

    /// <summary>The jobs to play with, those of <see cref="SandboxOptions.LightJobs"/> left out.</summary>
    public IReadOnlyList<SandboxJob> Jobs =>
        [.. SeedJobs.Create(_state)
            .Select(job => new SandboxJob(job.Id, job.Name, job.Workflow.ProjectId, job.Workflow.Id, job.Description))];

    /// <summary>The last requests until now, 100,000 at most, in the order of their responses: written down before the sender can see its response.</summary>
    public IReadOnlyList<SandboxRequest> Requests => _faults.Requests;

    /// <summary>Starts a sandbox on the loopback interface.</summary>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="options">How it behaves; null: the defaults, where nothing goes wrong.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not more than 0.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(int port = 0, SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Speed, nameof(options));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders();
        // Programs of one file have reflection off by default, and with it ASP.NET's own choice.
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver()));
        builder.Services.AddRoutingCore().AddSingleton(options).AddSingleton<SandboxState>().AddSingleton<SignedStorage>().AddSingleton<FaultPlan>()
            .AddSingleton<OddRecords>().AddSingleton<StacStore>().AddSingleton<ProcessingStore>().AddSingleton<OrderStore>()
            .AddSingleton(new TokenStore(options.TimeProvider, options.TokenLifetime)).AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<DiskCheck>();
        app.UseRouting();
        app.UseMiddleware<FaultInjection>();
        app.UseMiddleware<Authentication>();
        app.UseEndpoints(_ => { });
        app.MapTokens().MapUsers().MapProjects().MapWorkflows().MapJobs().MapTasks().MapStorage();
        app.MapLogin().MapStac().MapAssets().MapProcesses().MapProcessingJobs().MapOrders();
        app.MapFallback(() => Envelope.Problem(StatusCodes.Status404NotFound, "Not Found", "This path does not exist."));
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new SandboxServer(app);
    }

    /// <summary>Stops it; connections that are open end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Where it listens; no secret.</summary>
    public override string ToString() => $"UP42 sandbox at {Endpoint}";
}
