namespace Up42.Interactive;

/// <summary>
/// The entry: logs in to UP42 and gets what there is. An account opens today's platform (processing jobs, storage, orders), and the older
/// analytics platform too (workflows and their jobs); a project's key opens the latter alone. It is safe for concurrent use; tokens are kept
/// and renewed by themselves.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Up42Client : IDisposable, IDisplay
{
    private readonly AnalyticsApi _api;
    private readonly PlatformApi? _platform;

    internal Up42Client(AnalyticsApi api, PlatformApi? platform, string? projectId, string workspaceId) =>
        (_api, _platform, ProjectId, WorkspaceId) = (api, platform, projectId, workspaceId);

    /// <summary>The default project of methods that take none; null where neither the credentials nor <c>UP42_PROJECT_ID</c> say one.</summary>
    public string? ProjectId { get; }

    /// <summary>The id of the workspace that the credentials belong to.</summary>
    public string WorkspaceId { get; }

    /// <summary>The server's URL.</summary>
    public Uri Endpoint => _api.Connection.Endpoint;

    /// <summary>Whether an account has logged in, which opens today's platform.</summary>
    internal bool IsOfAccount => _platform is not null;

    private PlatformApi Platform => _platform ?? throw new Up42Exception(
        "Processing jobs, processes, storage and orders are on today's platform, which a project's key does not open. "
        + "Log in with Up42Credentials.FromAccount(username, password), or set UP42_USERNAME and UP42_PASSWORD.");

    /// <summary>
    /// Logs in. Two requests: the token, and the workspace. An account logs in to today's platform, and to the analytics platform when
    /// something there is asked for; a project logs in to the analytics platform.
    /// </summary>
    /// <param name="credentials">
    /// Who logs in; null: <c>UP42_PROJECT_ID</c> and <c>UP42_PROJECT_API_KEY</c>, or <c>UP42_USERNAME</c> and <c>UP42_PASSWORD</c>;
    /// without those the file that <c>UP42_CONFIG</c> names, or <c>~/.up42/credentials.json</c>.
    /// </param>
    /// <param name="options">Server, times and folders; null: the defaults.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="Up42Exception">There are no credentials, half of them is missing, or the endpoint is not a URL.</exception>
    /// <exception cref="Up42ApiException">The server refuses the credentials.</exception>
    public static Task<Up42Client> AuthenticateAsync(
        Up42Credentials? credentials = null, Up42ClientOptions? options = null, CancellationToken cancellationToken = default) =>
        AuthenticateAsync(credentials, options, CredentialSources.System, cancellationToken);

    internal static async Task<Up42Client> AuthenticateAsync(
        Up42Credentials? credentials, Up42ClientOptions? options, CredentialSources sources, CancellationToken cancellationToken)
    {
        options ??= new Up42ClientOptions();
        options.Validate();
        credentials ??= sources.Credentials();
        var endpoint = sources.Endpoint(options.Endpoint, options.Region);
        var api = new AnalyticsApi(new ApiConnection(new AnalyticsLogin(credentials, endpoint), options, endpoint));
        var authEndpoint = sources.AuthEndpoint(options.AuthEndpoint, options.Endpoint, options.Region);
        var platform = credentials.Username is null ? null : PlatformApi.Create(credentials, options, endpoint, authEndpoint);
        try
        {
            await (platform?.Connection ?? api.Connection).AuthenticateAsync(cancellationToken).ConfigureAwait(false);
            var workspace = platform?.Account.GetWorkspaceIdAsync(cancellationToken) ?? api.Users.GetWorkspaceIdAsync(cancellationToken);
            return new Up42Client(api, platform, credentials.ProjectId ?? sources.ProjectId, await workspace.ConfigureAwait(false));
        }
        catch
        {
            api.Connection.Dispose();
            platform?.Connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the connections. Jobs that came from this client cannot refresh any more; what they hold stays.</summary>
    public void Dispose()
    {
        _api.Connection.Dispose();
        _platform?.Connection.Dispose();
    }

    /// <summary>Where and as whom, without secrets.</summary>
    public string ToHtml() => new Fragment
    {
        Static = FactsTable.Create(
            FactsHtml.Title("UP42", null),
            ("Endpoint", FactsHtml.Text(Endpoint.AbsoluteUri)),
            ("Opens", Html.Text(_platform is null ? "the analytics platform" : "today's platform and the analytics platform")),
            ("Project", ProjectId is null ? Html.Text("none by default: calls name theirs") : FactsHtml.Code(ProjectId)),
            ("Workspace", FactsHtml.Code(WorkspaceId))),
    }.ToHtml();

    /// <summary>Where and as whom, without secrets.</summary>
    public override string ToString() => SingleLine.Format(
        $"UP42 at {Endpoint.Authority}, {(ProjectId is null ? "no default project" : $"project {ProjectId}")}");

    private string ResolveProject(string? projectId) => projectId ?? ProjectId ?? throw new Up42Exception(
        "No project is named: pass projectId, or set UP42_PROJECT_ID before you authenticate.");
}
