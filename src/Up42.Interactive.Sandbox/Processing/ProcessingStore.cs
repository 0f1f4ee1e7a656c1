using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>The account's processing jobs, and running one more.</summary>
internal sealed class ProcessingStore
{
    private const int MaxCredits = 100_000;
    private const int MaxCloudCover = 90;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, ProcessingRun> _runs = new();
    private readonly StacStore _storage;
    private readonly SandboxState _state;
    private readonly double _speed;
    private readonly LatestRuns _latest;
    private int _count;

    public ProcessingStore(StacStore storage, SandboxState state, SandboxOptions options)
    {
        (_storage, _state, _speed, _latest) = (storage, state, options.Speed, new LatestRuns(Remove));
        foreach (var seed in SeedProcessing.Create(state))
        {
            var process = Processes.Find(seed.ProcessId)!;
            Add(seed.Name, process, InputCheck.Of(process, seed.Inputs, storage), seed.Inputs, SandboxState.Credentials.WorkspaceId, seed.CreatedAt, seed.Work);
        }
    }

    public IEnumerable<ProcessingRun> Runs => _runs.Values;

    public ProcessingRun? Find(string id) => _runs.GetValueOrDefault(id);

    /// <summary>Runs a process now.</summary>
    public ProcessingRun Run(ProcessPlan process, InputCheck check, JsonObject inputs, string? workspaceId)
    {
        var run = Add(
            $"run {Interlocked.Increment(ref _count)} {process.Id}", process, check, inputs, workspaceId, _state.Clock.GetUtcNow(), 20 * Second / _speed,
            Second / _speed);
        _latest.Add(run.Id);
        return run;
    }

    private void Remove(string id)
    {
        if (_runs.TryRemove(id, out var run) && run.CollectionId is { } collection)
        {
            _storage.Remove(collection);
            FileStore.Remove(id);
        }
    }

    private ProcessingRun Add(
        string name, ProcessPlan process, InputCheck check, JsonObject inputs, string? workspaceId, DateTimeOffset at, TimeSpan work, TimeSpan? second = null)
    {
        var one = second ?? Second;
        var credits = check.Inputs is { } known ? process.Cost(known.Item).Credits : 0;
        var (errors, fails) = ErrorsOf(process, check, credits);
        var steps = new List<(string Status, DateTimeOffset At)> { ("created", at) };
        if (errors.Count > 0 && !fails)
        {
            var status = !process.IsEulaAccepted ? "unlicensed" : check.Errors.Count > 0 ? "invalid" : "rejected";
            steps.AddRange(status == "rejected" ? [("valid", at + one), (status, at + (3 * one))] : [(status, at + one)]);
        }
        else
        {
            var start = at + (5 * one);
            var end = start + (fails ? work / 2 : work);
            steps.AddRange(
                [("valid", at + one), ("accepted", at + (3 * one)), ("running", start), (fails ? "failed" : "successful", end),
                    (fails ? "released" : "captured", end + (3 * one))]);
        }

        var run = new ProcessingRun
        {
            Id = StableId.Create("processing job " + name),
            Process = process,
            WorkspaceId = workspaceId,
            Inputs = inputs,
            Steps = steps,
            Credits = credits,
            Errors = errors,
        };
        if (errors.Count == 0)
        {
            var (collection, item) = ProcessResults.Create(run.Id, process, check.Inputs!, steps[^2].At);
            _storage.Add(collection, [item]);
            run = run with { CollectionId = collection.Id };
        }

        _runs[run.Id] = run;
        return run;
    }

    private static (IReadOnlyList<(string Name, string Message)> Errors, bool Fails) ErrorsOf(ProcessPlan process, InputCheck check, int credits)
    {
        if (!process.IsEulaAccepted)
        {
            return ([("EulaNotAccepted", $"The licence of {process.Id} has not been accepted.")], false);
        }

        if (check.Inputs is not { } inputs)
        {
            return (check.Errors, false);
        }

        return credits > MaxCredits ? ([("InsufficientCredits", $"The job costs {credits} credits; the account may spend {MaxCredits} on one.")], false)
            : inputs.Item.CloudCover > MaxCloudCover ? ([("NoValidPixels", $"Clouds cover {inputs.Item.CloudCover} % of the item.")], true)
            : ([], false);
    }
}
