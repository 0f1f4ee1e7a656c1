using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Something that today's platform runs on items of the storage, <c>pansharpening</c> for instance.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Process : IDisplay
{
    private readonly PlatformApi _api;
    private readonly string _workspaceId;

    internal Process(PlatformApi api, string workspaceId, JsonElement json, ProcessEula? eula) =>
        (_api, _workspaceId, Raw, Eula) = (api, workspaceId, json, eula ?? (EulaId(json) is { } id ? new ProcessEula(id, null) : null));

    /// <summary>Its id, for example <c>pansharpening</c>.</summary>
    public string Id => Raw.FindText("id") ?? "";

    /// <summary>Its title for readers.</summary>
    public string Title => Raw.FindText("title") ?? Id;

    /// <summary>What it does.</summary>
    public string? Description => Raw.FindText("description");

    /// <summary>Its version.</summary>
    public string? Version => Raw.FindText("version");

    /// <summary>What it takes; empty where that is not known. The server does not tell it: these are the inputs of UP42's own SDK.</summary>
    public IReadOnlyList<ProcessInput> Inputs => ProcessInput.Find(Id) ?? [];

    /// <summary>What it costs; empty where the server does not say.</summary>
    public IReadOnlyList<ProcessPrice> Price =>
    [
        .. Parameter(Raw, "price").Where(price => price.FindDecimal("credits") is not null)
            .Select(price => new ProcessPrice(price.FindDecimal("credits")!.Value, price.FindText("unit"))),
    ];

    /// <summary>Its licence; null where it has none.</summary>
    public ProcessEula? Eula { get; }

    /// <summary>Everything the server said.</summary>
    public JsonElement Raw { get; }

    /// <summary>Has inputs checked, which costs nothing. One request.</summary>
    /// <param name="inputs">A STAC item, JSON, or an object such as <c>new { title = "…", item }</c>; an item stands for its URL.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">They are not a JSON object.</exception>
    /// <exception cref="Up42ApiException">The server refuses the request itself.</exception>
    public async Task<ProcessingValidation> ValidateAsync(object inputs, CancellationToken cancellationToken = default) =>
        await _api.Processing.ValidateAsync(
            Id, ProcessInputs.ToJson(inputs, Title), (_, json) => ProcessingValidation.Parse(Id, json), cancellationToken).ConfigureAwait(false)
        ?? new ProcessingValidation(Id, null, [], null);

    /// <summary>Asks what a run would cost, which costs nothing. One request.</summary>
    /// <param name="inputs">As <see cref="ValidateAsync"/> takes them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">They are not a JSON object.</exception>
    /// <exception cref="Up42ApiException">The server refuses, for instance because the inputs will not do.</exception>
    public Task<ProcessingCost> EstimateAsync(object inputs, CancellationToken cancellationToken = default) =>
        _api.Processing.EstimateAsync(Id, ProcessInputs.ToJson(inputs, Title), json => new ProcessingCost(Id, json), cancellationToken);

    /// <summary>Runs the process, which costs credits. The request is sent once and never repeated.</summary>
    /// <param name="inputs">As <see cref="ValidateAsync"/> takes them.</param>
    /// <param name="trackStatus">Wait until the job ends, as <see cref="ProcessingJob.TrackStatusAsync"/> does.</param>
    /// <param name="cancellationToken">Cancels the request; the server may run it all the same.</param>
    /// <exception cref="ArgumentException">They are not a JSON object.</exception>
    /// <exception cref="Up42ApiException">The server refuses.</exception>
    /// <exception cref="Up42ConnectionException">There was no answer: the message says how to see whether it runs.</exception>
    public async Task<ProcessingJob> RunAsync(object inputs, bool trackStatus = false, CancellationToken cancellationToken = default)
    {
        var info = await _api.Processing.RunAsync(Id, _workspaceId, ProcessInputs.ToJson(inputs, Title), cancellationToken).ConfigureAwait(false);
        var job = ProcessingJob.FromInfo(_api, info);
        return trackStatus ? await job.TrackStatusAsync(cancellationToken: cancellationToken).ConfigureAwait(false) : job;
    }

    /// <summary>The process's card.</summary>
    public string ToHtml() => new Fragment { Static = ProcessHtml.Render(this) }.ToHtml();

    /// <summary>Title and price in one line.</summary>
    public override string ToString() => SingleLine.Format($"Process {Id}: {Title}{(Price.Count == 0 ? "" : $", {string.Join(" or ", Price)}")}");

    internal static async Task<Process> GetAsync(PlatformApi api, string workspaceId, string id, CancellationToken cancellationToken)
    {
        var json = await api.Processing.GetProcessAsync(id, cancellationToken).ConfigureAwait(false);
        return new Process(api, workspaceId, json, await GetEulaAsync(api, json, cancellationToken).ConfigureAwait(false));
    }

    internal static async Task<IReadOnlyList<Process>> GetAllAsync(PlatformApi api, string workspaceId, CancellationToken cancellationToken)
    {
        var all = await api.Processing.ListProcessesAsync(cancellationToken).ConfigureAwait(false);
        return [.. all.Where(json => json.FindText("id") is { Length: > 0 }).Select(json => new Process(api, workspaceId, json, null))];
    }

    private static async Task<ProcessEula?> GetEulaAsync(PlatformApi api, JsonElement json, CancellationToken cancellationToken)
    {
        if (EulaId(json) is not { Length: > 0 } id)
        {
            return null;
        }

        try
        {
            return new ProcessEula(id, await api.Processing.IsEulaAcceptedAsync(id, cancellationToken).ConfigureAwait(false));
        }
        catch (Up42Exception)
        {
            // The process is the news; that its licence cannot be had does not hide it.
            return new ProcessEula(id, null);
        }
    }

    private static string? EulaId(JsonElement json) =>
        Parameter(json, "eula-id").FirstOrDefault() is { ValueKind: JsonValueKind.String } id ? id.GetString() : null;

    private static IEnumerable<JsonElement> Parameter(JsonElement json, string name) => (json.Find("additionalParameters") ?? default)
        .FindList("parameters").Where(parameter => parameter.FindText("name") == name).SelectMany(parameter => parameter.FindList("value"));
}
