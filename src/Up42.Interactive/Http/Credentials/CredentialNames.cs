namespace Up42.Interactive;

/// <summary>Where credentials are looked for, and what they are called there.</summary>
internal sealed record CredentialNames(string Place, string ProjectId, string ProjectApiKey, string Username, string Password)
{
    public static CredentialNames Environment { get; } =
        new("the environment", "UP42_PROJECT_ID", "UP42_PROJECT_API_KEY", "UP42_USERNAME", "UP42_PASSWORD");

    public static CredentialNames File(string path) => new($"'{path}'", "project_id", "project_api_key", "username", "password");
}
