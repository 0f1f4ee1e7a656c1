namespace Up42.Interactive;

/// <summary>The analytics platform: its resources behind one connection.</summary>
internal sealed class AnalyticsApi(ApiConnection connection)
{
    public ApiConnection Connection => connection;

    public UsersApi Users { get; } = new(connection);

    public ProjectsApi Projects { get; } = new(connection);

    public WorkflowsApi Workflows { get; } = new(connection);

    public JobsApi Jobs { get; } = new(connection);

    public TasksApi Tasks { get; } = new(connection);
}
