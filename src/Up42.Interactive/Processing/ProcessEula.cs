namespace Up42.Interactive;

/// <summary>The licence of a process, which the account accepts in UP42's console before its first run.</summary>
/// <param name="Id">The licence's id.</param>
/// <param name="IsAccepted">Whether the account has accepted it, as last seen; null where that was not requested or the server does not say.</param>
public sealed record ProcessEula(string Id, bool? IsAccepted)
{
    /// <summary>The state in words.</summary>
    public override string ToString() => SingleLine.Format($"Licence {Id}: {State}");

    internal string State => IsAccepted switch
    {
        true => "accepted",
        false => "not accepted: a run would end unlicensed; accept it in UP42's console",
        null => "acceptance not known",
    };
}
