using System.Net;

namespace Up42.Interactive;

/// <summary>Where a redirect may lead.</summary>
internal static class RedirectPolicy
{
    /// <summary>Whether two URLs share scheme, host and port: only then may one get the other's credentials.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Where a response redirects to; null where it does not.</summary>
    public static Uri? Target(HttpResponseMessage response, Uri from) =>
        response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
            ? new Uri(from, location)
            : null;

    /// <summary>Refuses what is not the web, and the step from https to http.</summary>
    public static void Check(string operation, Uri from, Uri to)
    {
        if (to.Scheme != Uri.UriSchemeHttps && (to.Scheme != Uri.UriSchemeHttp || from.Scheme == Uri.UriSchemeHttps))
        {
            throw new Up42Exception($"{operation} was redirected to {to.Scheme}://{to.Host}, which is not encrypted: it was not followed.");
        }
    }

    /// <summary>A caller's handler without redirects of its own, which would carry credentials along.</summary>
    /// <exception cref="Up42Exception">It is in use already and follows redirects.</exception>
    public static HttpMessageHandler TurnOff(HttpMessageHandler handler)
    {
        try
        {
            switch (Innermost(handler))
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }
        catch (InvalidOperationException error)
        {
            throw new Up42Exception(
                "Up42ClientOptions.Handler is in use already and follows redirects, which could carry credentials elsewhere: set "
                    + "AllowAutoRedirect = false on it.", error);
        }

        return handler;
    }

    private static HttpMessageHandler Innermost(HttpMessageHandler handler) =>
        handler is DelegatingHandler { InnerHandler: { } inner } ? Innermost(inner) : handler;
}
