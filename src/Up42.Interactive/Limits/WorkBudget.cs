namespace Up42.Interactive;

/// <summary>
/// How much work the inputs of one folder, display or report may cause together: <see cref="Limits"/> hold for each of them alone. It is counted from
/// what the inputs say of themselves, so that the same ones are left out on each machine, whatever else runs there. Outside of <see cref="Enter"/>
/// nothing is bounded: who opens a single file means it.
/// </summary>
/// <param name="limits">How much.</param>
internal sealed class WorkBudget(Limits limits)
{
    private static readonly AsyncLocal<WorkBudget?> Entered = new();

    private readonly long[] _taken = new long[Enum.GetValues<Work>().Length];

    /// <summary>The budget of a display: whoever asks for pixels waits for them, however long.</summary>
    public static WorkBudget OfDisplay => Current ?? new(Limits.Default with { ValueWork = long.MaxValue / 2 });

    /// <summary>The budget of what is opened together.</summary>
    public static WorkBudget OfOpening => Current ?? new(Limits.Default);

    /// <summary>Does something whose inputs are counted here.</summary>
    public T Enter<T>(Func<T> action)
    {
        var outer = Entered.Value;
        try
        {
            Entered.Value = this;
            return action();
        }
        finally
        {
            Entered.Value = outer;
        }
    }

    /// <summary>The budget that is entered; null where nothing is bounded.</summary>
    public static WorkBudget? Current => Entered.Value;

    /// <summary>Takes some work, if there is that much; the first input may take more than all.</summary>
    public static bool TryTake(Work kind, long amount) => Entered.Value?.TryTakeHere(kind, amount) ?? true;

    /// <summary>Notes work that was done, however much is left.</summary>
    public static void Spend(Work kind, long amount)
    {
        if (Entered.Value is { } budget)
        {
            Interlocked.Add(ref budget._taken[(int)kind], amount);
        }
    }

    /// <summary>Whether none is left.</summary>
    public static bool IsSpent(Work kind) => Entered.Value is { } budget && Interlocked.Read(ref budget._taken[(int)kind]) > budget.Most(kind);

    private bool TryTakeHere(Work kind, long amount)
    {
        ref var taken = ref _taken[(int)kind];
        for (var before = Interlocked.Read(ref taken); ;)
        {
            if (before > 0 && before + amount > Most(kind))
            {
                return false;
            }

            var found = Interlocked.CompareExchange(ref taken, before + amount, before);
            if (found == before)
            {
                return true;
            }

            before = found;
        }
    }

    private long Most(Work kind) => kind switch
    {
        Work.Rasters => limits.RasterWork,
        Work.Values => limits.ValueWork,
        Work.Layers => limits.LayersInAll,
        Work.Inflation => limits.InflatedBytes,
        _ => limits.RowsInAll,
    };
}
