using Google.Apis.Http;

namespace Up42.Interactive;

/// <summary>Makes clients whose requests end when they take too long, as a broken connection would, so that they are resumed.</summary>
internal sealed class TimedHttpClientFactory(TimeSpan timeout, TimeProvider time) : HttpClientFactory
{
    protected override HttpMessageHandler CreateHandler(CreateHttpClientArgs args) => new TimedHandler(base.CreateHandler(args), timeout, time);

    private sealed class TimedHandler(HttpMessageHandler inner, TimeSpan timeout, TimeProvider time) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var limit = new CancellationTokenSource(timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                return await base.SendAsync(request, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException late) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new HttpRequestException($"There was no response within {DisplayText.Seconds(timeout)}", late);
            }
        }
    }
}
