namespace Up42.Interactive;

/// <summary>
/// Who logs in: a project with its API key, or an account with its password. The secret half can be given, but not read
/// back: it appears in no property, text or rendering.
/// </summary>
public sealed class Up42Credentials
{
    private Up42Credentials(string? projectId, string? username, string secret) => (ProjectId, Username, Secret) = (projectId, username, secret);

    /// <summary>The project that logs in, or the default project of an account; null where an account has none.</summary>
    public string? ProjectId { get; }

    /// <summary>The account's user name; null where a project logs in.</summary>
    public string? Username { get; }

    internal string Secret { get; }

    /// <summary>A project of the analytics platform, and its API key. Today's platform takes an account.</summary>
    /// <param name="projectId">The project's id, from UP42's console.</param>
    /// <param name="projectApiKey">The project's API key, from the same page.</param>
    public static Up42Credentials FromProject(string projectId, string projectApiKey)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(projectId);
        ArgumentException.ThrowIfNullOrWhiteSpace(projectApiKey);
        return new(projectId.Trim(), null, projectApiKey.Trim());
    }

    /// <summary>
    /// An account: it logs in to today's platform. Of the analytics platform it has no default project: methods take a project id, or use
    /// <c>UP42_PROJECT_ID</c>.
    /// </summary>
    /// <param name="username">The account's e-mail address.</param>
    /// <param name="password">Its password.</param>
    public static Up42Credentials FromAccount(string username, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        ArgumentException.ThrowIfNullOrEmpty(password);
        return new(null, username.Trim(), password);
    }

    /// <summary>A JSON file as the predecessor up42-py reads it.</summary>
    /// <param name="path">A file with <c>project_id</c> and <c>project_api_key</c>, or <c>username</c> and <c>password</c>; with all four
    /// the account logs in.</param>
    /// <exception cref="Up42Exception">The file does not exist, it is not a JSON object, or half a pair is missing; the message says which.</exception>
    public static Up42Credentials FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return CredentialsFile.Read(path).ToCredentials();
    }

    /// <summary>
    /// The variables <c>UP42_PROJECT_ID</c> and <c>UP42_PROJECT_API_KEY</c>, or <c>UP42_USERNAME</c> and <c>UP42_PASSWORD</c>.
    /// With both pairs the account logs in, and the project is its default project.
    /// </summary>
    /// <exception cref="Up42Exception">None of them is set, or half a pair is missing; the message says which.</exception>
    public static Up42Credentials FromEnvironment() => FromEnvironment(Environment.GetEnvironmentVariable);

    internal static Up42Credentials FromEnvironment(Func<string, string?> variable) => PartialCredentials.FromEnvironment(variable).ToCredentials();

    internal static Up42Credentials ForAccount(string username, string password, string? projectId) => new(projectId, username, password);

    /// <summary>Who logs in, without the secret.</summary>
    public override string ToString() => SingleLine.Format(Username is null ? $"project {ProjectId}" : $"account {Username}");
}
