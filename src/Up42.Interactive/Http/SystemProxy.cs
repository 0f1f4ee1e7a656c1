using System.Net;

namespace Up42.Interactive;

/// <summary>The system's proxy (<c>HTTP_PROXY</c>, <c>HTTPS_PROXY</c>), which is bypassed for this machine itself.</summary>
internal sealed class SystemProxy : IWebProxy
{
    private SystemProxy()
    {
    }

    public static SystemProxy Instance { get; } = new();

    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The system's proxy keeps its own credentials.");
    }

    /// <summary>Names the proxy that a request goes through, without its password; empty where there is none.</summary>
    public static string Phrase(Uri url) => Instance.IsBypassed(url) || Instance.GetProxy(url) is not { } proxy
        ? ""
        : $" (through the proxy {proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)})";

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
