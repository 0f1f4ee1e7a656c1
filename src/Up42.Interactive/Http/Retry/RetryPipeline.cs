using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Up42.Interactive;

/// <summary>Repeats what failed with a <see cref="TransientException"/>, within a number of attempts and a total time.</summary>
internal sealed class RetryPipeline
{
    /// <summary>The longest wait that a server may ask for where no total time says it.</summary>
    public static readonly TimeSpan DefaultMaxWait = TimeSpan.FromMinutes(5);

    private readonly RetryOptions _options;
    private readonly TimeSpan _timeout;
    private readonly TimeSpan _maxWait;
    private readonly ResiliencePipeline _calls;
    private readonly ResiliencePipeline _attempts;

    /// <param name="options">Attempts and waits.</param>
    /// <param name="timeout">The total time of a request; infinite for transfers.</param>
    /// <param name="maxWait">The longest wait that a server may ask for.</param>
    /// <param name="time">The clock of every wait.</param>
    public RetryPipeline(RetryOptions options, TimeSpan timeout, TimeSpan maxWait, TimeProvider time)
    {
        (_options, _timeout, _maxWait) = (options, timeout, maxWait);
        var calls = new ResiliencePipelineBuilder { TimeProvider = time };
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            calls.AddTimeout(timeout);
        }

        if (options.MaxAttempts > 1)
        {
            calls.AddRetry(Strategy(options));
        }

        _calls = calls.Build();
        _attempts = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.AttemptTimeout).Build();
    }

    /// <summary>Runs attempts, each bounded by the attempt timeout, until one succeeds.</summary>
    /// <param name="operation">The request in words, for messages.</param>
    /// <param name="attempt">One attempt; it throws <see cref="TransientException"/> where another one may help.</param>
    /// <param name="cancellationToken">Cancels it at once.</param>
    public Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        RunUnboundedAsync(operation, token => RunOnceAsync(operation, attempt, token), cancellationToken);

    /// <summary>Runs attempts that watch their own time.</summary>
    public async Task<T> RunUnboundedAsync<T>(string operation, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var attempts = 0;
        TransientException? last = null;
        try
        {
            return await _calls.ExecuteAsync(
                async token =>
                {
                    attempts++;
                    try
                    {
                        return await attempt(token).ConfigureAwait(false);
                    }
                    catch (TransientException fault)
                    {
                        last = fault;
                        throw;
                    }
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (TransientException fault)
        {
            throw fault.ToException(fault.RetryAfter > _maxWait ? $"The server asks to wait {DisplayText.Seconds(fault.RetryAfter.Value)}: try again then."
                : attempts == 1 ? "It was tried once." : $"It was tried {attempts} times.");
        }
        catch (TimeoutRejectedException timeout)
        {
            var message = $"{operation} had no good response within {DisplayText.Seconds(_timeout)}.";
            throw last?.ToException($"There was no better response within {DisplayText.Seconds(_timeout)}.") ?? new Up42ConnectionException(message, timeout);
        }
    }

    /// <summary>Runs one attempt within the attempt timeout, without repeating it.</summary>
    public async Task<T> RunOnceAsync<T>(string operation, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _attempts.ExecuteAsync(async token => await attempt(token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutRejectedException timeout)
        {
            throw new TransientException($"{operation} had no response within {DisplayText.Seconds(_options.AttemptTimeout)}.", timeout);
        }
    }

    private RetryStrategyOptions Strategy(RetryOptions options) => new()
    {
        MaxRetryAttempts = options.MaxAttempts - 1,
        Delay = options.BaseDelay,
        MaxDelay = options.MaxDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is TransientException fault && !(fault.RetryAfter > _maxWait)),
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as TransientException)?.RetryAfter),
    };
}
