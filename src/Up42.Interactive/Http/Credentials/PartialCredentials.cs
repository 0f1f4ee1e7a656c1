namespace Up42.Interactive;

/// <summary>The four words of a login as they were found in one place, before it is known whether they are complete.</summary>
internal sealed record PartialCredentials
{
    /// <summary>Where they come from, and what each of the four is called there.</summary>
    public required CredentialNames Names { get; init; }

    public string? ProjectId { get; init; }

    public string? ProjectApiKey { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }

    public bool IsEmpty => ProjectId is null && ProjectApiKey is null && Username is null && Password is null;

    public static PartialCredentials FromEnvironment(Func<string, string?> variable)
    {
        string? Value(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
        var names = CredentialNames.Environment;
        return new()
        {
            Names = names,
            ProjectId = Value(names.ProjectId),
            ProjectApiKey = Value(names.ProjectApiKey),
            Username = Value(names.Username),
            Password = Value(names.Password),
        };
    }

    /// <summary>The login; half a pair is an error that names the missing half.</summary>
    public Up42Credentials ToCredentials()
    {
        if (IsEmpty)
        {
            throw new Up42Exception(
                $"There are no credentials in {Names.Place}: it needs {Names.ProjectId} and {Names.ProjectApiKey}, or {Names.Username} and {Names.Password}.");
        }

        Require(Username, Names.Username, Password, Names.Password);
        if (Username is null || ProjectApiKey is not null)
        {
            Require(ProjectId, Names.ProjectId, ProjectApiKey, Names.ProjectApiKey);
        }

        return Username is not null
            ? Up42Credentials.ForAccount(Username, Password!, ProjectId)
            : Up42Credentials.FromProject(ProjectId!, ProjectApiKey!);
    }

    // The text names the halves; it never shows what they hold.
    private void Require(string? one, string oneName, string? other, string otherName)
    {
        if (one is null != other is null)
        {
            var (there, missing) = one is null ? (otherName, oneName) : (oneName, otherName);
            throw new Up42Exception($"{there} is set, but {missing} is missing in {Names.Place}.");
        }
    }

    public override string ToString() => $"credentials in {Names.Place}";
}
