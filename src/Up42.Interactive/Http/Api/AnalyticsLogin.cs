using System.Net.Http.Headers;
using System.Text;

namespace Up42.Interactive;

/// <summary>The login of the analytics platform: a project's key by HTTP Basic, an account's password by a form.</summary>
internal sealed class AnalyticsLogin(Up42Credentials credentials, Uri endpoint) : ILogin
{
    public Up42Credentials Credentials => credentials;

    public Uri TokenUrl { get; } = new(endpoint, "oauth/token");

    public TimeSpan DefaultLifetime => TimeSpan.FromMinutes(5);

    public TimeSpan RenewAhead => TimeSpan.FromMinutes(1);

    public string IfThereIsNone =>
        "Workflows and their jobs are on the analytics platform, which closed in January 2024; up42.GetProcessingJobAsync gets a job of today's.";

    public HttpRequestMessage CreateRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, TokenUrl);
        if (credentials.Username is { } username)
        {
            request.Content = new FormUrlEncodedContent(
                [new("grant_type", "password"), new("username", username), new("password", credentials.Secret)]);
        }
        else
        {
            var pair = Encoding.UTF8.GetBytes($"{credentials.ProjectId}:{credentials.Secret}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
            request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        }

        return request;
    }
}
