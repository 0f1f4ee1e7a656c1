using System.Globalization;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Up42.Interactive;

/// <summary>Repeats what failed with a <see cref="TransientException"/>, within a number of attempts and a total time.</summary>
internal sealed class RetryPipeline
{
    private readonly RetryOptions _options;
    private readonly TimeSpan _timeout;
    private readonly ResiliencePipeline _calls;
    private readonly ResiliencePipeline _attempts;

    /// <param name="options">Attempts and waits.</param>
    /// <param name="timeout">The total time of a call; infinite for transfers.</param>
    /// <param name="time">The clock of every wait.</param>
    public RetryPipeline(RetryOptions options, TimeSpan timeout, TimeProvider time)
    {
        (_options, _timeout) = (options, timeout);
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
    /// <param name="what">The call in words, for messages.</param>
    /// <param name="attempt">One attempt; it throws <see cref="TransientException"/> where another one may help.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public Task<T> RunAsync<T>(string what, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        RunUnboundedAsync(what, token => RunOnceAsync(what, attempt, token), cancellationToken);

    /// <summary>Runs attempts that watch their own time.</summary>
    public async Task<T> RunUnboundedAsync<T>(string what, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
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
            throw fault.ToException(attempts == 1 ? "It was tried once." : $"It was tried {attempts} times.");
        }
        catch (TimeoutRejectedException timeout)
        {
            var message = $"{what} had no good answer within {Seconds(_timeout)}.";
            throw last?.ToException($"There was no better answer within {Seconds(_timeout)}.") ?? new Up42ConnectionException(message, timeout);
        }
    }

    /// <summary>Runs one attempt within the attempt timeout, without repeating it.</summary>
    public async Task<T> RunOnceAsync<T>(string what, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await _attempts.ExecuteAsync(async token => await attempt(token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutRejectedException timeout)
        {
            throw new TransientException($"{what} had no answer within {Seconds(_options.AttemptTimeout)}.", timeout);
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
            arguments.Outcome.Exception is TransientException fault && (_timeout == Timeout.InfiniteTimeSpan || !(fault.RetryAfter > _timeout))),
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as TransientException)?.RetryAfter),
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
