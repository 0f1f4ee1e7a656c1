namespace Up42.Interactive;

/// <summary>The servers of each region.</summary>
internal sealed record RegionServers(string Api, string Auth)
{
    private static readonly RegionServers Eu = new("https://api.up42.com", "https://auth.up42.com");
    private static readonly RegionServers Sa = new("https://api.sa.up42.com", "https://auth.sa.up42.com");

    /// <summary>Those of a region.</summary>
    public static RegionServers Of(Up42Region region) => region == Up42Region.Sa ? Sa : Eu;

    /// <summary>The server of logins that belongs to an API; null where the API is none of UP42's own.</summary>
    public static string? FindAuth(Uri api) =>
        new[] { Eu, Sa }.FirstOrDefault(servers => servers.Api == api.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))?.Auth;
}
