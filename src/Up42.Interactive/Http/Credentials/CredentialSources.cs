namespace Up42.Interactive;

/// <summary>Where a login and an endpoint come from when the caller names none.</summary>
internal sealed class CredentialSources(Func<string, string?> variable, string homeDirectory)
{
    private const string EndpointVariable = "UP42_ENDPOINT";
    private const string AuthEndpointVariable = "UP42_AUTH_ENDPOINT";
    private const string ConfigVariable = "UP42_CONFIG";

    /// <summary>The process environment and the user's home directory.</summary>
    public static CredentialSources System { get; } =
        new(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    private string DefaultFile => Path.Combine(homeDirectory, ".up42", "credentials.json");

    /// <summary>The environment, then the file that UP42_CONFIG names, then the file in the home directory.</summary>
    public Up42Credentials Credentials()
    {
        var parts = PartialCredentials.FromEnvironment(variable);
        if (!parts.IsEmpty)
        {
            return parts.ToCredentials();
        }

        if (Value(ConfigVariable) is { } path)
        {
            return Up42Credentials.FromFile(path);
        }

        return File.Exists(DefaultFile)
            ? Up42Credentials.FromFile(DefaultFile)
            : throw new Up42Exception(
                "There are no credentials. Pass Up42Credentials.FromProject(projectId, projectApiKey) or FromAccount(username, password), "
                + "or set UP42_PROJECT_ID and UP42_PROJECT_API_KEY, or UP42_USERNAME and UP42_PASSWORD, "
                + $"or write them to the file that {ConfigVariable} names, or to {DefaultFile}.");
    }

    /// <summary>The default project where the credentials name none.</summary>
    public string? ProjectId => Value(CredentialNames.Environment.ProjectId);

    /// <summary>The server's URL, with a slash at its end.</summary>
    public Uri Endpoint(Uri? wanted, Up42Region region = default) =>
        ToEndpoint(wanted?.OriginalString ?? Value(EndpointVariable) ?? RegionServers.Of(region).Api);

    /// <summary>
    /// The URL of the server where accounts log in, with a slash at its end. The variable belongs to the environment's endpoint: it does not
    /// send a password elsewhere when a caller names a server.
    /// </summary>
    public Uri AuthEndpoint(Uri? wanted, Uri? wantedEndpoint, Up42Region region = default)
    {
        var endpoint = Endpoint(wantedEndpoint, region);
        var variable = wantedEndpoint is null ? Value(AuthEndpointVariable) : null;
        return ToEndpoint(wanted?.OriginalString ?? variable ?? RegionServers.FindAuth(endpoint) ?? endpoint.OriginalString);
    }

    private static Uri ToEndpoint(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || !(endpoint.Scheme == Uri.UriSchemeHttps || endpoint.Scheme == Uri.UriSchemeHttp))
        {
            throw new Up42Exception($"The endpoint '{text}' is not a URL such as {RegionServers.Of(Up42Region.Eu).Api}.");
        }

        if (endpoint.UserInfo.Length > 0)
        {
            throw new Up42Exception($"The endpoint on {endpoint.Host} carries a user name; credentials go into Up42Credentials.");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            throw new Up42Exception($"The endpoint {endpoint} would send the credentials unencrypted: use https.");
        }

        return new UriBuilder(endpoint) { Path = endpoint.AbsolutePath.TrimEnd('/') + "/", Query = "", Fragment = "" }.Uri;
    }

    private string? Value(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
