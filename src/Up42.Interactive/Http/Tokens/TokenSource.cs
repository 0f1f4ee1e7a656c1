namespace Up42.Interactive;

/// <summary>Keeps the token. However many requests need one at a time, one request is made for it.</summary>
internal sealed class TokenSource(Func<Task<AccessToken>> request, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Task<AccessToken>? _current;

    /// <summary>A token that is still good.</summary>
    /// <param name="refused">A token that the server has just refused; it is not given out again.</param>
    /// <param name="cancellationToken">Cancels the wait, not the request that others may wait for too.</param>
    public Task<AccessToken> GetAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is null || (_current.IsCompleted && IsSpent(_current, refused)))
            {
                _current = Task.Run(request, CancellationToken.None);
            }

            return _current.WaitAsync(cancellationToken);
        }
    }

    private bool IsSpent(Task<AccessToken> task, AccessToken? refused) =>
        !task.IsCompletedSuccessfully || ReferenceEquals(task.Result, refused) || task.Result.RefreshAt <= time.GetUtcNow();
}
