using System.Net;

namespace Up42.Interactive;

/// <summary>The server refused a request, or failed to serve it. The message says which request and why.</summary>
public sealed class Up42ApiException : Up42Exception
{
    internal Up42ApiException(string message, HttpStatusCode status, string? code, string? title, string? requestId, Exception? innerException = null)
        : base(message, innerException) => (Status, Code, Title, RequestId) = (status, code, title, requestId);

    /// <summary>The HTTP status of the response. An error that came under 200 has the status its code names, else 200.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The server's own code of the error, where it gave one.</summary>
    public string? Code { get; }

    /// <summary>The server's short text of the error, where it gave one.</summary>
    public string? Title { get; }

    /// <summary>The id under which the server logged the request, where it gave one: name it to UP42's support.</summary>
    public string? RequestId { get; }

    internal override IReadOnlyList<(string Name, Html Value)> Details =>
    [
        ("Status", Html.Format($"{(int)Status} {Status.ToString()}")),
        ("Code", Html.Text(Code)),
        ("Title", Html.Text(Title)),
        ("Request", RequestId is null ? Html.Empty : Html.Format($"<code>{RequestId}</code>")),
    ];
}
